import { aReadyTopic } from "#tests/agenda/factories"
import { aReferredIssue, aTaskOfIssue } from "#tests/followup/factories"
import { anIssue } from "#tests/intake/factories"
import { type Act, type Row, secretary } from "../access-row"
import type { House } from "../access-world"

const base = "/c/:community"
const readers = ["administrator", "secretary", "gridWorker", "reviewer", "viewer"] as const

let days = 0
/** Each presses for a period of his own: what is filed already is not filed again. */
const aPeriod = () => {
  days += 1
  const from = new Date(Date.UTC(2019, 0, days)).toISOString().slice(0, 10)
  return { from, to: "2026-12-31" }
}
const press = (intent: string): Act => ({
  intent,
  by: readers,
  press: async () => ({ at: "/ledgers", form: { intent, ledger: "issue", ...aPeriod() } }),
})

/** A form's page, with the one button that files it. */
const formRow = (pattern: string, at: Row["at"], make: (house: House) => Promise<string>): Row[] => [
  {
    pattern: `${base}${pattern}`,
    at,
    read: secretary,
    acts: [{ by: secretary, press: async house => ({ at: await make(house), form: {} }) }],
  },
  {
    pattern: `${base}${pattern}/preview.pdf`,
    at: house => `${at(house)}/preview.pdf`,
    read: secretary,
  },
]

/** 台账, and the forms residents fill in. */
export const ledgerRows: Row[] = [
  { pattern: `${base}/ledgers`, at: () => "/ledgers", read: readers, acts: [press("print"), press("export")] },
  { pattern: `${base}/ledgers`, at: () => "/ledgers?ledger=resource", read: ["administrator", "secretary"] },
  { pattern: `${base}/ledgers`, at: () => "/ledgers?ledger=duty", read: ["secretary", "reviewer"] },
  { pattern: `${base}/ledgers/preview.pdf`, at: () => "/ledgers/preview.pdf?ledger=issue", read: readers },
  ...formRow(
    "/topics/:topicId/opinion-form",
    ({ things }) => `/topics/${things.topicId}/opinion-form`,
    async ({ ctx }) => `/topics/${await aReadyTopic(ctx.secretary)}/opinion-form`,
  ),
  ...formRow(
    "/tasks/:taskId/satisfaction-form",
    ({ things }) => `/tasks/${things.taskId}/satisfaction-form`,
    async ({ ctx }) =>
      `/tasks/${await aTaskOfIssue(ctx.secretary, await aReferredIssue(ctx.secretary))}/satisfaction-form`,
  ),
  ...formRow(
    "/issues/:issueId/satisfaction-form",
    ({ things }) => `/issues/${things.issueId}/satisfaction-form`,
    async ({ ctx }) => `/issues/${await anIssue(ctx.secretary)}/satisfaction-form`,
  ),
]
