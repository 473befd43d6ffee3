import type { EditionKind, EditionMark, EditionState, EditionText } from "#db/schema/records"
import { applyMarks, hasSecretNumber, type KnownToMasking, maskText } from "~/law/masking"
import { done, type Result, refuse } from "~/law/result"

export const editionKindNames: Record<EditionKind, string> = { resolution: "协商结果公示", convocation: "会议公告" }
export const editionStateNames: Record<EditionState, string> = {
  draft: "待核对放行",
  released: "已放行",
  withdrawn: "已撤回",
}
export const markRuleNames: Record<EditionMark["rule"], string> = {
  name: "姓名",
  room: "房号",
  phone: "电话",
  identity: "证件号",
  health: "健康情况",
  person: "人工添加",
}

/** The title is line −1. */
export const titleLine = -1
export const textOfLine = (text: EditionText, line: number): string | null =>
  line === titleLine ? text.title : (text.lines[line]?.text ?? null)

/** Every spot the rules find, line by line. */
export function marksOf(inner: EditionText, known: KnownToMasking): EditionMark[] {
  return [titleLine, ...inner.lines.keys()].flatMap(line =>
    maskText(textOfLine(inner, line)!, known).map(mark => ({ line, ...mark })),
  )
}

/** What the public reads. */
export function publicText(inner: EditionText, marks: readonly EditionMark[]): EditionText {
  const shown = (text: string, line: number) =>
    applyMarks(
      text,
      marks.filter(mark => mark.line === line),
    )
  return {
    title: shown(inner.title, titleLine),
    lines: inner.lines.map(({ label, text }, line) => ({ label, text: shown(text, line) })),
  }
}

/** Whether a telephone or an identity number is still to be read in public. */
export function showsSecretNumber(
  inner: EditionText,
  marks: readonly EditionMark[],
  ownPhones: readonly string[],
): boolean {
  const { title, lines } = publicText(inner, marks)
  return [title, ...lines.map(line => line.text)].some(text => hasSecretNumber(text, ownPhones))
}

/** A person's change of one spot: another word in its place, or the original with the reason why it may stay. */
export type MarkChange = Omit<EditionMark, "rule">

const inOrder = (marks: readonly EditionMark[]) => marks.toSorted((a, b) => a.line - b.line || a.at - b.at)
const endOf = (mark: Pick<EditionMark, "at" | "original">) => mark.at + mark.original.length

/**
 * The marks after a person's change. A spot that stands there already is changed and keeps its rule; a new one is added,
 * and takes the place of those it covers whole; a spot that a person added goes again when the original is to stand.
 * Refusals: reason_missing, mark_not_in_text, mark_overlaps, mark_must_stay (telephones and identity numbers), mark_shows_number.
 */
export function changeMark(
  inner: EditionText,
  marks: readonly EditionMark[],
  change: MarkChange,
  ownPhones: readonly string[],
): Result<EditionMark[]> {
  const text = textOfLine(inner, change.line)
  if (change.original === "" || text?.slice(change.at, endOf(change)) !== change.original)
    return refuse("mark_not_in_text", { field: "phrase" })
  if (change.reason.trim() === "") return refuse("mark_reason_missing", { field: "reason" })
  const standing = marks.find(
    mark => mark.line === change.line && mark.at === change.at && mark.original === change.original,
  )
  const isKept = change.shown === change.original
  if (isKept && (standing?.rule === "phone" || standing?.rule === "identity"))
    return refuse("mark_must_stay", { rule: markRuleNames[standing.rule] })
  if (hasSecretNumber(change.shown, ownPhones)) return refuse("mark_shows_number", { field: "shown" })
  const others = marks.filter(mark => mark !== standing)
  if (standing?.rule === "person" && isKept) return done(inOrder(others))
  const touched = others.filter(mark => mark.line === change.line && mark.at < endOf(change) && change.at < endOf(mark))
  const covers = (mark: EditionMark) => change.at <= mark.at && endOf(mark) <= endOf(change)
  if (!touched.every(covers)) return refuse("mark_overlaps", { field: "phrase" })
  if (isKept && touched.length > 0) return refuse("mark_overlaps", { field: "phrase" })
  const mark: EditionMark = { ...change, reason: change.reason.trim(), rule: standing?.rule ?? "person" }
  return done(inOrder([...others.filter(one => !touched.includes(one)), mark]))
}

/** Where a phrase stands in the text and is not yet marked whole. */
export function placesOf(
  inner: EditionText,
  marks: readonly EditionMark[],
  phrase: string,
): Pick<EditionMark, "line" | "at">[] {
  if (phrase === "") return []
  return [titleLine, ...inner.lines.keys()].flatMap(line => {
    const text = textOfLine(inner, line)!
    const places: Pick<EditionMark, "line" | "at">[] = []
    for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + phrase.length)) {
      const isWithin = marks.some(
        mark =>
          mark.line === line && mark.at <= at && at + phrase.length <= endOf(mark) && mark.shown !== mark.original,
      )
      if (!isWithin) places.push({ line, at })
    }
    return places
  })
}

/** A piece of a line: plain, or one numbered spot. */
export type EditionPiece = { text: string; mark: number | null }

/** Both sides of a line cut at its spots; `mark` is the index among all marks, so that both sides carry one number. */
export function piecesOf(
  inner: EditionText,
  marks: readonly EditionMark[],
  line: number,
): { inner: EditionPiece[]; shown: EditionPiece[] } {
  const text = textOfLine(inner, line) ?? ""
  const sides = { inner: [] as EditionPiece[], shown: [] as EditionPiece[] }
  let from = 0
  const plain = (to: number) => {
    if (to > from) for (const side of [sides.inner, sides.shown]) side.push({ text: text.slice(from, to), mark: null })
  }
  for (const [index, mark] of marks.entries()) {
    if (mark.line !== line) continue
    plain(mark.at)
    sides.inner.push({ text: mark.original, mark: index })
    sides.shown.push({ text: mark.shown, mark: index })
    from = endOf(mark)
  }
  plain(text.length)
  return sides
}
