import { members } from "../access-people"
import type { Row } from "../access-row"

const base = "/c/:community"
/** Whoever reads issues: a matter tells of the people who brought it. */
const readers = ["administrator", "secretary", "gridWorker", "reviewer", "viewer"] as const

export const deskRows: Row[] = [
  { pattern: `${base}/matters/:issueId`, at: ({ things }) => `/matters/${things.issueId}`, read: readers },
  { pattern: `${base}/help`, at: () => "/help", read: members },
  { pattern: `${base}/help/delegate-card.pdf`, at: () => "/help/delegate-card.pdf", read: members },
  { pattern: `${base}/help/:chapter`, at: () => "/help/meeting-day", read: members },
]
