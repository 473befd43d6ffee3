import type { IssueDraft } from "./issue-sheet"
import type { Change } from "./likeness"

/** What an import keeps of one row until it is confirmed. */
export type ImportedIssue = {
  issue: IssueDraft
  gridName: string
  /** Of the issue the row changes, as the preview knew it. */
  version: number | null
  changes: Change[]
}

const prefix = "row:"

/** Stands for an issue that another row of the same file will make. */
export const rowTarget = (ordinal: number): string => `${prefix}${ordinal}`

/** The ordinal behind `rowTarget`; null for the id of a stored issue. */
export const ordinalOfTarget = (id: string): number | null =>
  id.startsWith(prefix) ? Number(id.slice(prefix.length)) : null
