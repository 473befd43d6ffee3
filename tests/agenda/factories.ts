import { issues } from "#db/schema/intake"
import type { ProposalWording, TopicOutcome } from "~/agenda/rules"
import { createTopic, decideTopicIn, type NewTopic, scheduleTopicsIn } from "~/agenda/topics"
import type { Ctx } from "~/web/context"

let issuesMade = 0

/** An issue sorted as 协商, straight into the database. Returns its id. */
export async function anIssue(ctx: Ctx, overrides: Partial<typeof issues.$inferInsert> = {}): Promise<string> {
  const id = ctx.newId()
  issuesMade += 1
  const row: typeof issues.$inferInsert = {
    communityId: ctx.community.id,
    id,
    year: 2026,
    sequence: 1000 + issuesMade,
    channel: "gridWorker",
    title: "3栋楼道堆物",
    content: "楼道里堆了旧家具，走路不方便。",
    place: "3栋",
    gridId: null,
    reporterName: "寅女士",
    reporterPhone: "13900000001",
    reportedOn: "2026-10-07",
    collectorName: "丁四",
    sourceNumber: "",
    note: "",
    extra: {},
    state: "sorted",
    triage: "deliberate",
    triageReason: "",
    supporterCount: 1,
    searchText: "",
    createdAt: ctx.now(),
    createdBy: "丁四",
    version: 1,
    ...overrides,
  }
  await ctx.db.tx(`issue:${id}`, q => q.insert(issues).values(row))
  return id
}

export const aWording = (overrides: Partial<ProposalWording> = {}): ProposalWording => ({
  content: "每栋设一处临时堆放点，每周六清运。",
  budgetFen: 4_800_000,
  funding: "物业公共收益",
  handler: "悦园物业",
  dueOn: "2026-11-30",
  ...overrides,
})

/** A topic with a proposal, out of a fresh issue: ready for an agenda. Returns its id. */
export async function aReadyTopic(ctx: Ctx, overrides: Partial<NewTopic> = {}): Promise<string> {
  const created = await createTopic(ctx, {
    title: "楼道堆物怎么清",
    background: "",
    issueIds: overrides.issueIds ?? [await anIssue(ctx)],
    proposal: aWording(),
    ...overrides,
  })
  if (!created.ok) throw new Error(created.code)
  return created.value.topicId
}

/** A topic a meeting has decided on. Returns its id. */
export async function aDecidedTopic(ctx: Ctx, outcome: TopicOutcome = "agreed", returnOn = "2026-11-08") {
  const topicId = await aReadyTopic(ctx)
  await ctx.db.tx("t", async q => {
    await scheduleTopicsIn(q, ctx, [topicId], { id: "m1", title: "第1次协商议事会" })
    await decideTopicIn(q, ctx, topicId, outcome, outcome === "needsFieldwork" ? { returnOn } : {})
  })
  return topicId
}
