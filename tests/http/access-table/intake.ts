import type { ImportKind } from "#db/schema/registry-imports"
import { aClosedIssue, aMergedIssue, anAnswer, anIssue, byDeliberation } from "#tests/intake/factories"
import { sortIssue } from "~/intake/sorting"
import type { Member } from "../access-people"
import { type Act, administrator, type Row, secretary, staff } from "../access-row"
import { anImport, aSheetOf, issueFields } from "../access-things"
import type { House } from "../access-world"

const base = "/c/:community"
const readers = ["administrator", "secretary", "gridWorker", "reviewer", "viewer"] as const
const reporters = ["secretary", "gridWorker"] as const

const onImport = (by: readonly Member[], kind: ImportKind, intent: string): Act => ({
  intent,
  by,
  press: async ({ ctx }) => ({
    at: `/imports/${await anImport(ctx[by[0]!], kind)}`,
    form: Object.fromEntries([
      ["intent", intent],
      ...(["mark", "choose"].includes(intent) ? [["choice-1", "keep"]] : []),
    ]),
  }),
})

const upload = (kind: ImportKind, by: readonly Member[]): Row => ({
  pattern: `${base}/imports/new`,
  at: () => `/imports/new?kind=${kind}`,
  read: by,
  acts: [
    {
      by,
      press: async () => {
        const { fileName, bytes } = await aSheetOf(kind)
        const form = new FormData()
        form.append("file", new File([new Uint8Array(bytes)], fileName))
        return { at: `/imports/new?kind=${kind}`, form }
      },
    },
  ],
})

const aSortedIssue = async ({ ctx }: House) => {
  const issueId = await anIssue(ctx.secretary)
  await sortIssue(ctx.secretary, { issueId, sorting: byDeliberation() })
  return issueId
}

export const intakeRows: Row[] = [
  { pattern: `${base}/issues`, at: () => "/issues", read: readers },
  {
    pattern: `${base}/issues/new`,
    at: () => "/issues/new",
    read: reporters,
    acts: [
      {
        intent: "paste",
        by: reporters,
        writesNothing: true,
        press: async () => ({ at: "/issues/new", form: { intent: "paste", pasted: "3栋路灯坏了" } }),
      },
      {
        intent: "report",
        by: reporters,
        press: async () => ({ at: "/issues/new", form: { intent: "report", ...issueFields() } }),
      },
    ],
  },
  { pattern: `${base}/issues/export.xlsx`, at: () => "/issues/export.xlsx", read: reporters },
  {
    pattern: `${base}/issues/:issueId`,
    at: ({ things }) => `/issues/${things.issueId}`,
    read: readers,
    acts: [
      {
        intent: "accept",
        by: secretary,
        press: async ({ ctx }) => ({ at: `/issues/${await anIssue(ctx.secretary)}`, form: { intent: "accept" } }),
      },
      {
        intent: "answer",
        by: secretary,
        press: async house => ({
          at: `/issues/${await aSortedIssue(house)}`,
          form: { intent: "answer", ...anAnswer(), resolved: "yes" },
        }),
      },
      {
        intent: "support",
        by: reporters,
        press: async ({ ctx }) => ({
          at: `/issues/${await anIssue(ctx.secretary)}`,
          form: { intent: "support", name: "酉十", phone: "", voice: "也是", reportedOn: "2026-10-08" },
        }),
      },
      {
        intent: "rate",
        by: secretary,
        press: async ({ ctx }) => ({
          at: `/issues/${await aClosedIssue(ctx.secretary)}`,
          form: { intent: "rate", level: "satisfied", comment: "" },
        }),
      },
      {
        intent: "reopen",
        by: secretary,
        press: async ({ ctx }) => ({
          at: `/issues/${await aClosedIssue(ctx.secretary)}`,
          form: { intent: "reopen", reopenReason: "又坏了" },
        }),
      },
      {
        intent: "reschedule",
        by: secretary,
        press: async house => ({
          at: `/issues/${await aSortedIssue(house)}`,
          form: { intent: "reschedule", version: "3", answerDueOn: "2027-10-08", changeReason: "要等汛期过去" },
        }),
      },
      {
        intent: "unmerge",
        by: secretary,
        press: async ({ ctx }) => {
          const { headId, issueIds } = await aMergedIssue(ctx.secretary)
          return { at: `/issues/${headId}`, form: { intent: "unmerge", part: issueIds[0]!, partReason: "是另一盏灯" } }
        },
      },
    ],
  },
  {
    pattern: `${base}/issues/:issueId/edit`,
    at: ({ things }) => `/issues/${things.gridWorkersIssueId}/edit`,
    read: reporters,
    acts: [
      {
        by: reporters,
        press: async ({ ctx }, who) => ({
          at: `/issues/${await anIssue(ctx[who])}/edit`,
          form: { version: "1", ...issueFields() },
        }),
      },
    ],
  },
  // A grid worker mends what he brought himself, nothing else.
  {
    pattern: `${base}/issues/:issueId/edit`,
    at: ({ things }) => `/issues/${things.issueId}/edit`,
    read: secretary,
    acts: [
      {
        by: secretary,
        press: async ({ ctx }) => ({
          at: `/issues/${await anIssue(ctx.secretary)}/edit`,
          form: { version: "1", ...issueFields() },
        }),
      },
    ],
  },
  {
    pattern: `${base}/issues/:issueId/merge`,
    at: ({ things }) => `/issues/${things.issueId}/merge`,
    read: secretary,
    acts: [
      {
        by: secretary,
        press: async ({ ctx }) => ({
          at: `/issues/${await anIssue(ctx.secretary)}/merge`,
          form: { issue: await anIssue(ctx.secretary), reason: "同一盏灯", firstAnswer: "", firstMeans: "" },
        }),
      },
    ],
  },
  {
    pattern: `${base}/issues/:issueId/sort`,
    at: ({ things }) => `/issues/${things.issueId}/sort`,
    read: secretary,
    acts: [
      {
        by: secretary,
        press: async ({ ctx }) => ({
          at: `/issues/${await anIssue(ctx.secretary)}/sort`,
          form: {
            triage: "deliberate",
            reason: "",
            firstAnswer: "要请大家商量。",
            firstMeans: "电话",
            finalAnswer: "",
            finalMeans: "",
          },
        }),
      },
    ],
  },
  upload("issues", reporters),
  upload("persons", staff),
  upload("venues", staff),
  upload("accounts", administrator),
  {
    pattern: `${base}/imports/:importId`,
    at: ({ things }) => `/imports/${things.importId}`,
    read: reporters,
    acts: ["choose", "mark", "all-keep", "all-support", "all-skip", "leave-errors", "reread", "cancel", "confirm"].map(
      intent => onImport(reporters, "issues", intent),
    ),
  },
  {
    pattern: `${base}/imports/:importId`,
    at: ({ things }) => `/imports/${things.personImportId}`,
    read: staff,
    acts: ["cancel", "confirm"].map(intent => onImport(staff, "persons", intent)),
  },
  {
    pattern: `${base}/imports/:importId`,
    at: ({ things }) => `/imports/${things.accountImportId}`,
    read: administrator,
    acts: ["cancel", "confirm"].map(intent => onImport(administrator, "accounts", intent)),
  },
]
