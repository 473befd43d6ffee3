import type { IssueEntry } from "~/intake/issues"
import { reportIssue } from "~/intake/issues"
import { mergeIssues } from "~/intake/merging"
import { type AnswerEntry, type FinalAnswerEntry, type Sorting, sortIssue } from "~/intake/sorting"
import { insertGrids } from "~/people/register-store"
import type { Cell } from "~/registry/spreadsheet"
import { writeWorkbook } from "~/registry/spreadsheet-writing"
import type { Ctx } from "~/web/context"

/** The smallest report. */
export const anEntry = (overrides: Partial<IssueEntry> = {}): IssueEntry => ({
  title: "",
  content: "银杏家园7栋楼道灯不亮，晚上看不见台阶。",
  place: "银杏家园7栋",
  gridId: null,
  reporterName: "寅女士",
  reporterPhone: "13900000001",
  reportedOn: "2026-10-08",
  channel: "chatGroup",
  collectorName: "",
  note: "",
  ...overrides,
})

export const anAnswer = (overrides: Partial<AnswerEntry> = {}): AnswerEntry => ({
  content: "已经收到，明天去看。",
  means: "电话",
  ...overrides,
})

export const quickly = (): Sorting => ({
  triage: "quick",
  reason: "",
  firstAnswer: anAnswer(),
  finalAnswer: { ...anAnswer({ content: "灯已经换好。" }), resolved: true },
})

export const byDeliberation = (): Sorting => ({
  triage: "deliberate",
  reason: "涉及几家人",
  firstAnswer: anAnswer({ content: "要请大家商量。" }),
})

/** A reported issue; whatever it is like, it is entered. Returns its id. */
export async function anIssue(ctx: Ctx, overrides: Partial<IssueEntry> = {}): Promise<string> {
  const made = await reportIssue(ctx, anEntry(overrides), true)
  if (!made.ok) throw new Error(made.code)
  return made.value.issueId
}

export async function aGrid(ctx: Ctx, name = "第一网格"): Promise<string> {
  const id = ctx.newId()
  const row = { communityId: ctx.community.id, id, name, parentId: null, leaderPersonId: null, scope: "", version: 1 }
  await ctx.db.tx("grid", q => insertGrids(q, [row]))
  return id
}

/** A grid's sheet as an office saves it. */
export const aSheet = async (headings: string[], rows: Cell[][], fileName = "问题清单.xlsx") => ({
  fileName,
  bytes: await writeWorkbook({ sheetName: "清单", columns: headings.map(name => ({ name, width: 12 })), rows }),
})

/** 微心愿: sorted, answered once, and open. */
export const asWish = (): Sorting => ({
  triage: "wish",
  reason: "老人想要一副老花镜",
  firstAnswer: anAnswer({ content: "记下了，请共建单位认领。" }),
})

export const aFinalAnswer = (overrides: Partial<FinalAnswerEntry> = {}): FinalAnswerEntry => ({
  ...anAnswer({ content: "已经办好。" }),
  resolved: true,
  ...overrides,
})

/** An issue that was sorted, answered and closed. Returns its id. */
export async function aClosedIssue(ctx: Ctx, overrides: Partial<IssueEntry> = {}): Promise<string> {
  const issueId = await anIssue(ctx, overrides)
  const sorted = await sortIssue(ctx, { issueId, sorting: quickly() })
  if (!sorted.ok) throw new Error(sorted.code)
  return issueId
}

/** One issue into which these others were merged. */
export async function aMergedIssue(ctx: Ctx, count = 1): Promise<{ headId: string; issueIds: string[] }> {
  const headId = await anIssue(ctx)
  const issueIds: string[] = []
  for (let at = 0; at < count; at += 1)
    issueIds.push(await anIssue(ctx, { reporterName: ["卯先生", "辰女士", "巳先生"][at % 3]! }))
  const merged = await mergeIssues(ctx, { intoId: headId, issueIds, reason: "同一盏灯" })
  if (!merged.ok) throw new Error(merged.code)
  return { headId, issueIds }
}
