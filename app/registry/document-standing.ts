import type { DocumentFormat, DocumentKind } from "#db/schema/registry"

/** 有效, 已有新版, 已撤回. */
export type SheetStatus = "inForce" | "superseded" | "withdrawn"

/** One version of a paper in one format. A paper is a kind about a subject, in whatever formats it was made. */
export type PaperSheet = {
  id: string
  kind: DocumentKind
  subjectId: string
  format: DocumentFormat
  version: number
  factsHash: string
  createdAt: Date
}

/** Which paper a sheet belongs to. */
export const paperOf = ({ kind, subjectId }: Pick<PaperSheet, "kind" | "subjectId">): string => `${kind} ${subjectId}`

/** In order of making; ids made at the same moment are in order too. */
const isLater = (one: PaperSheet, other: PaperSheet): boolean =>
  one.createdAt > other.createdAt || (one.createdAt.getTime() === other.createdAt.getTime() && one.id > other.id)

/** Whichever was made last, in any format: its facts are those that hold. */
const findLast = <Sheet extends PaperSheet>(paper: readonly Sheet[]): Sheet | undefined =>
  paper.reduce<Sheet | undefined>((last, one) => (last && !isLater(one, last) ? last : one), undefined)

/**
 * The sheet that stands in this one's place; null where nothing does. That is a later version in its own format, or the last
 * sheet of any format where it says something else: a Word file is overtaken by a PDF of newer facts, and the other way.
 */
export function findSuccessor<Sheet extends PaperSheet>(sheet: PaperSheet, paper: readonly Sheet[]): Sheet | null {
  const newer = paper.filter(one => one.format === sheet.format && one.version > sheet.version)
  if (newer.length > 0) return newer.reduce((last, one) => (one.version > last.version ? one : last))
  const last = findLast(paper)
  return last && last.factsHash !== sheet.factsHash ? last : null
}

/** Whether the sheet holds. `paper`: every sheet of its paper. */
export const standingOf = (sheet: PaperSheet, paper: readonly PaperSheet[], isWithdrawn: boolean): SheetStatus =>
  isWithdrawn ? "withdrawn" : findSuccessor(sheet, paper) ? "superseded" : "inForce"
