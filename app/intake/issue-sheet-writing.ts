import { formatDate } from "~/law/civil-date"
import type { Cell } from "~/registry/spreadsheet"
import { channelNames, type IssueChannel } from "./channels"
import { columnNames, type IssueColumn, issueColumns } from "./issue-columns"
import type { IssueDraft } from "./issue-sheet"

export type ExportedIssue = Omit<IssueDraft, "gridId"> & { gridName: string }

/**
 * The columns and rows of an exported issue sheet: the known columns, then each heading that any issue brought with it.
 * Read again, every row gives what was written.
 */
export function writeIssueRows(issues: readonly ExportedIssue[]): {
  columns: { name: string; width: number }[]
  rows: Cell[][]
} {
  const written = issueColumns.filter(({ width }) => width > 0)
  const ownNames = new Set<string>(Object.values(columnNames))
  const extraNames = [...new Set(issues.flatMap(issue => Object.keys(issue.extra)))].filter(name => !ownNames.has(name))
  return {
    columns: [...written.map(({ name, width }) => ({ name, width })), ...extraNames.map(name => ({ name, width: 18 }))],
    rows: issues.map(issue => [
      ...written.map(({ key }) => cellOf(issue, key)),
      ...extraNames.map(name => issue.extra[name] ?? null),
    ]),
  }
}

function cellOf(issue: ExportedIssue, column: IssueColumn): Cell {
  if (column === "estate") return null
  if (column === "grid") return issue.gridName || null
  if (column === "channel") return channelText(issue.channel, issue.extra)
  if (column === "reportedOn") return issue.reportedOn === null ? null : formatDate(issue.reportedOn)
  if (column === "supporterCount") return issue.supporterCount
  return issue[column] || null
}

function channelText(channel: IssueChannel | null, extra: Record<string, string>): Cell {
  if (channel === null) return null
  return channel === "other" ? (extra[columnNames.channel] ?? channelNames.other) : channelNames[channel]
}
