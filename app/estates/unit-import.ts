import { areaInWords, areaText } from "~/law/areas"
import {
  changesOf,
  columnNames,
  draftOf,
  isEveryHundredth,
  type RowReader,
  readRow,
  registerSpec,
  todayOf,
} from "~/people/import-rows"
import { fingerprintRegisters } from "~/people/register-store"
import { plainName } from "~/people/rules"
import type { ImportRowDraft, ImportSpec } from "~/registry/import-rules"
import type { RecognizedRow } from "~/registry/table-recognition"
import type { Ctx } from "~/web/context"
import { speak } from "~/web/refusals"
import { estatesRefusals } from "./refusals"
import { areaSourceNames, buildingKey, checkShares, shareText, unitHoldingNames, unitKey, unitKindNames } from "./rules"
import { unitColumns } from "./unit-columns"
import { confirmUnits } from "./unit-import-confirming"
import { type Known, readKnown } from "./unit-import-known"
import { ownerTelling } from "./unit-import-owners"
import type { UnitRow } from "./unit-import-people"
import { type ReadOwner, type ReadUnit, rowReading } from "./unit-import-reading"
import { ownersInWords } from "./unit-owners"
import { fingerprintUnits } from "./unit-store"

/** 房屋清册: units with their areas and owners; buildings and estates it names are entered with them. */
export const unitsImport: ImportSpec = {
  ...registerSpec,
  kind: "units",
  title: "房屋清册",
  columns: unitColumns,
  likeChoices: {
    support: { label: "是同一个人", verb: "算同一个人" },
    keep: { label: "是另一个同名的人", verb: "算另一个人" },
    skip: { label: "这一行不导入", verb: "跳过" },
  },
  basisOf: async (q, communityId) =>
    `${await fingerprintRegisters(q, communityId)} ${await fingerprintUnits(q, communityId)}`,
  examine,
  confirm: confirmUnits,
  showRow: values => {
    const row = values as UnitRow
    const owners = row.owners.map(owner => `${owner.name}${shareText(owner.share)}`).join("、")
    const facts = [
      row.areaCm2 === null ? "" : areaInWords(row.areaCm2),
      row.kind ? unitKindNames[row.kind] : "",
      owners && `业主${owners}`,
      row.owners
        .map(owner => owner.phone)
        .filter(Boolean)
        .join("、"),
      row.holding && row.holding !== "owned" ? unitHoldingNames[row.holding] : "",
    ]
    return { title: `${row.estate}${row.building}${row.label}` || "（没有房号）", facts: facts.filter(Boolean) }
  },
  home: slug => ({ to: `/c/${slug}/registers/estates`, label: "小区和房屋" }),
}

type Judged = { row: RecognizedRow; reader: RowReader; read: ReadUnit; notes: string[] }

async function examine(ctx: Ctx, rows: RecognizedRow[], onProgress: (done: number) => Promise<void>) {
  const known = await readKnown(ctx.db.read, ctx.community.id)
  const judged = readAll(ctx, rows, known)
  const telling = ownerTelling(known.persons, known.organizations)
  const announced = new Set<string>()
  const drafts: ImportRowDraft[] = []
  for (const [at, { row, reader, read, notes }] of judged.entries()) {
    const place = placeOf(known, read)
    const held = known.ownersOf(place.unit?.id)
    const questions: string[] = []
    const owners = read.owners.flatMap(owner => {
      const told = telling.tell(owner, held)
      if ("fault" in told) {
        reader.fault(told.fault)
        return []
      }
      if (told.question) questions.push(told.question)
      return [told.owner]
    })
    const shares = checkShares(read.owners.map(owner => owner.share))
    if (!shares.ok) reader.fault(speak(estatesRefusals, shares))
    if (!place.unit && read.areaCm2 === null && reader.faults.length === 0) reader.fault("没有填建筑面积")
    if (reader.faults.length === 0) {
      telling.remember(owners, row.rowNumber)
      const news = [...newPlaces(place, read), ...newOrganizations(owners)].filter(note => !announced.has(note))
      notes.push(...news)
      for (const note of news) announced.add(note)
    }
    const values: UnitRow = {
      ...read,
      estate: place.estate?.name ?? read.estate,
      building: place.building?.name ?? read.building,
      owners,
      unitId: place.unit?.id ?? null,
      changesOwners: false,
    }
    const changes = place.unit ? compare(place.unit, held, values) : []
    values.changesOwners = changes.some(change => change.startsWith("业主："))
    const status = questions.length > 0 ? "like" : !place.unit ? "new" : changes.length > 0 ? "changed" : "unchanged"
    drafts.push(
      draftOf(row, reader, values, {
        status,
        existingId: values.unitId,
        reasons: [...questions, ...changes, ...notes],
      }),
    )
    if (isEveryHundredth(at)) await onProgress(at + 1)
  }
  return drafts
}

/** Every row read, each unit once: the rows of its co-owners are put to the first. */
function readAll(ctx: Ctx, rows: RecognizedRow[], known: Known): Judged[] {
  const names = columnNames(unitsImport)
  const read = rowReading()
  const today = todayOf(ctx)
  const only = known.estates.length === 1 ? known.estates[0]!.name : ""
  const seen = new Map<string, Judged>()
  const judged: Judged[] = []
  for (const row of rows) {
    const reader = readRow(row, today, names, ctx)
    const unit = read(row, reader)
    unit.estate ||= known.estateOf(row.sheet)?.name ?? only
    if (unit.estate === "") reader.fault("没有填小区")
    const one = { row, reader, read: unit, notes: [] }
    const key = `${plainName(unit.estate)} ${buildingKey(unit.building)} ${unitKey(unit.label)}`
    const first = unit.label === "" ? undefined : seen.get(key)
    if (first && isCoOwner(first, one, judged.at(-1))) {
      first.read.owners.push(...unit.owners)
      first.notes.push(`第${row.rowNumber}行是同一套房的共有人${unit.owners.map(owner => owner.name).join("、")}`)
      for (const fault of reader.faults) first.reader.fault(`第${row.rowNumber}行：${fault}`)
      continue
    }
    if (first) reader.fault(`和第${first.row.rowNumber}行是同一套房，请只留一行；共有人写在同一格里，用“、”隔开`)
    else seen.set(key, one)
    judged.push(one)
  }
  return judged
}

/** The next line of one unit with another name, the same area or none: as sheets with merged cells list co-owners. */
const isCoOwner = (first: Judged, next: Judged, last: Judged | undefined): boolean =>
  first === last &&
  next.read.owners.length > 0 &&
  (next.read.areaCm2 === null || next.read.areaCm2 === first.read.areaCm2) &&
  next.read.owners.every(({ name }) => first.read.owners.every((other: ReadOwner) => other.name !== name))

function placeOf(known: Known, read: ReadUnit) {
  const estate = known.estateOf(read.estate)
  const building = known.buildingOf(estate?.id, read.building)
  return { estate, building, unit: known.unitOf(building?.id, read.label) }
}

function newPlaces({ estate, building }: ReturnType<typeof placeOf>, read: ReadUnit): string[] {
  if (building) return []
  const notes = [`${read.estate}${read.building}还没有登记，确认时一并登记`]
  return estate ? notes : [`小区“${read.estate}”还没有登记，确认时一并登记，请核对名称`, ...notes]
}

const newOrganizations = (owners: UnitRow["owners"]): string[] =>
  owners.flatMap(({ name, isOrganization, organizationId }) =>
    isOrganization && !organizationId ? [`单位“${name}”还没有登记，确认时一并登记到单位名册`] : [],
  )

const compare = (
  now: NonNullable<ReturnType<Known["unitOf"]>>,
  held: ReturnType<Known["ownersOf"]>,
  next: UnitRow,
): string[] => {
  const idOf = (owner: UnitRow["owners"][number]) =>
    owner.organizationId ?? (owner.meant && "personId" in owner.meant ? owner.meant.personId : "new")
  const ids = (list: readonly (string | null)[]) => list.join(" ")
  const isSame =
    ids(held.map(owner => owner.personId ?? owner.organizationId)) === ids(next.owners.map(idOf)) &&
    (next.owners.every(owner => owner.share === null) ||
      ids(held.map(owner => `${owner.sharePart}/${owner.shareWhole}`)) ===
        ids(next.owners.map(owner => shareText(owner.share))))
  const owners = next.owners.map(owner => `${owner.name}${shareText(owner.share)}`).join("、")
  const ownersNow = ownersInWords(held)
  const field = (label: string, before: string, after: string) => ({ label, now: before, next: after })
  const owned = next.owners.length === 0 || isSame ? [] : [`业主：${ownersNow || "（空）"} 改为 ${owners}`]
  return [
    ...changesOf([
      field("用途", unitKindNames[now.kind], next.kind ? unitKindNames[next.kind] : ""),
      field("建筑面积", areaText(now.areaCm2), next.areaCm2 === null ? "" : areaText(next.areaCm2)),
      field("面积依据", areaSourceNames[now.areaSource], next.areaSource ? areaSourceNames[next.areaSource] : ""),
      field("交付状态", unitHoldingNames[now.holding], next.holding ? unitHoldingNames[next.holding] : ""),
      field("备注", now.note, next.note),
    ]),
    ...owned,
    ...phonesOf(held, next),
  ]
}

/** A phone that the register does not have yet is a change too. */
const phonesOf = (held: ReturnType<Known["ownersOf"]>, next: UnitRow): string[] =>
  next.owners.flatMap(({ name, phone, meant }) => {
    const now = meant && "personId" in meant ? held.find(owner => owner.personId === meant.personId) : undefined
    return now && phone && now.phone === null ? [`${name}的电话：（空） 改为 ${phone}`] : []
  })
