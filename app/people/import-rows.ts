import { civilDateOf } from "~/law/civil-date"
import { memberKindNames } from "~/law/delegations"
import type { Refusal, Result } from "~/law/result"
import { dateOf, phoneOf, textOf } from "~/registry/cell-values"
import type { ImportRowDraft, ImportSpec } from "~/registry/import-rules"
import { registryRefusals } from "~/registry/refusals"
import type { RecognizedRow } from "~/registry/table-recognition"
import type { Ctx } from "~/web/context"
import { speak } from "~/web/refusals"
import { type ChosenHow, parseChosenHow } from "./choosing"
import { may } from "./permissions"
import { unprintable } from "./printable"
import { peopleRefusals } from "./refusals"
import { fingerprintRegisters } from "./register-store"
import { matchPerson, type PersonIndex, plainName } from "./rules"

const sentences = { ...registryRefusals, ...peopleRefusals }

/** One row being read: its cells as text, and what is wrong with it so far. */
export type RowReader = {
  text: (key: string, longest?: number) => string
  phone: (key?: string) => string | null
  date: (key: string, otherwise: string) => string
  /** The value, or null after noting why there is none. */
  take: <T>(result: Result<T>) => T | null
  fault: (sentence: string) => void
  faults: string[]
  note: (sentence: string) => void
  /** What is worth knowing and stands in nobody's way. */
  notes: ReadonlySet<string>
}

/** `names` are the columns' names, for the sentences; with `ctx` a character no font can print is noted. */
export function readRow(
  row: RecognizedRow,
  today: string,
  names: ReadonlyMap<string, string>,
  ctx?: Pick<Ctx, "fontDir">,
): RowReader {
  const faults: string[] = []
  const notes = new Set<string>()
  const fault = (sentence: string) => {
    faults.push(sentence)
  }
  const take = <T>(result: Result<T>): T | null => {
    if (result.ok) return result.value
    fault(speak(sentences, result as Refusal))
    return null
  }
  const text = (key: string, longest = 60) => {
    const read = textOf(row.values[key]).normalize("NFC")
    for (const character of ctx ? unprintable(ctx, read) : [])
      notes.add(`“${character}”现在印不出来，可以先导入；印文书前请备好含有这个字的字体`)
    if (read.length > longest) fault(`“${names.get(key) ?? key}”最多${longest}个字`)
    return read
  }
  return {
    text,
    phone: (key = "phone") => take(phoneOf(row.values[key])),
    date: (key, otherwise) => take(dateOf(row.values[key], today)) ?? otherwise,
    take,
    fault,
    faults,
    note: sentence => {
      notes.add(sentence)
    },
    notes,
  }
}

/** A judged row; one with faults is in error whatever it would have been. */
export const draftOf = (
  row: RecognizedRow,
  reader: RowReader,
  values: Record<string, unknown>,
  otherwise: { status: ImportRowDraft["status"]; existingId: string | null; reasons?: string[] },
): ImportRowDraft => ({
  sheet: row.sheet,
  rowNumber: row.rowNumber,
  values,
  extra: row.extra,
  ...(reader.faults.length > 0
    ? { status: "error", existingId: null, reasons: reader.faults }
    : {
        status: otherwise.status,
        existingId: otherwise.existingId,
        reasons: [...(otherwise.reasons ?? []), ...reader.notes],
      }),
})

/** Remembers what stood on which row, so that the second row of the same thing can name the first. */
export function rememberRows() {
  const seen = new Map<string, number>()
  return {
    /** The row where this stood before; else it is remembered for this one. */
    earlier(key: string, rowNumber: number): number | null {
      const before = seen.get(key)
      if (before !== undefined) return before
      seen.set(key, rowNumber)
      return null
    },
  }
}

/**
 * As rememberRows, for people: two newcomers of one name are one person unless both have a phone, because nothing else
 * would tell them apart.
 */
export function rememberPersons() {
  const seen = new Map<string, { key: string; isNew: boolean; phone: string | null; rowNumber: number }[]>()
  return {
    earlier(
      meant: { person: unknown; key: string },
      name: string,
      phone: string | null,
      rowNumber: number,
    ): number | null {
      const namesakes = seen.get(plainName(name)) ?? []
      const isNew = meant.person === null
      const before = namesakes.find(
        other => other.key === meant.key || (isNew && other.isNew && !(phone && other.phone)),
      )
      if (before) return before.rowNumber
      seen.set(plainName(name), [...namesakes, { key: meant.key, isNew, phone, rowNumber }])
      return null
    },
  }
}

/** The person of a row, and a key that is the same for every row of that person. Null after noting a fault. */
export function personOfRow(reader: RowReader, index: PersonIndex, name: string, phone: string | null) {
  if (name === "") {
    reader.fault("没有填姓名")
    return null
  }
  const found = matchPerson(index, name, phone)
  if (!found.ok) {
    reader.take(found)
    return null
  }
  return { person: found.value, key: found.value?.id ?? `new ${name} ${phone ?? ""}` }
}

/** 推选, 委派, 邀请 of a row; null where nothing is said or after noting a fault. */
export function readChosenHow(reader: RowReader): ChosenHow | null {
  const word = reader.text("chosenHow", 30)
  const chosenHow = parseChosenHow(word)
  if (word !== "" && !chosenHow) reader.fault(`产生方式“${word}”看不明白，请填推选、委派或邀请`)
  return chosenHow
}

/** Whether a name stands in the register, as a fact for the preview; nothing where that cannot be told. */
export const personFact = (isKnown: boolean | null) =>
  isKnown === null ? "" : isKnown ? "已在人员名册" : "将登记到人员名册"

/** What changes in a row, for people: 单位和职务：（空）→某物业公司. Equal and empty cells change nothing. */
export function changesOf(fields: { label: string; now: string; next: string }[]): string[] {
  return fields
    .filter(({ now, next }) => next !== "" && next !== now)
    .map(({ label, now, next }) => `${label}：${now || "（空）"} 改为 ${next}`)
}

/** What the imports of all registers share. */
export const registerSpec = {
  mayImport: (ctx: Ctx) => may(ctx.actor, "register:edit"),
  likeChoices: {},
  lockOf: (communityId: string) => `register:${communityId}`,
  basisOf: fingerprintRegisters,
  // A row that is an existing one says so in its reasons; nothing is merely alike here.
  showExisting: async () => new Map(),
} satisfies Partial<ImportSpec>

export const todayOf = (ctx: Ctx): string => civilDateOf(ctx.now())
export const columnNames = (spec: Pick<ImportSpec, "columns">) =>
  new Map(spec.columns.map(column => [column.key, column.name]))
export const kindName = (kind: keyof typeof memberKindNames): string => memberKindNames[kind]
export const isEveryHundredth = (at: number): boolean => at % 100 === 99
