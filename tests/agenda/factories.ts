import { issues } from "#db/schema/intake"
import type { PartyReviewEntry } from "~/agenda/party-reviews"
import { routeTopic } from "~/agenda/routing"
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
  funding: "社区为民办实事经费",
  handler: "悦园物业",
  dueOn: "2026-11-30",
  ...overrides,
})

/** What is answered of a matter that concerns nobody's own property, no owners' money and not everybody. */
export const forDeliberation = { subject: "matter", private: "no", owners: "no", residents: "no" }
/** … that opens what belongs to one owner. */
export const forOneOwner = { subject: "matter", private: "yes" }
/** 重要事项 which the 居民代表会议 was authorised to decide. */
export const forRepresentatives = {
  subject: "matter",
  private: "no",
  owners: "no",
  residents: "important",
  importantAuthorised: "yes",
}

type ReadyTopic = Partial<NewTopic> & {
  /** To the questions of its procedure; for deliberation unless said otherwise, null leaves it unasked. */
  answers?: Record<string, string> | null
}

/** A topic with a proposal and its procedure, out of a fresh issue: ready for an agenda. Returns its id. */
export async function aReadyTopic(
  ctx: Ctx,
  { answers = forDeliberation, ...overrides }: ReadyTopic = {},
): Promise<string> {
  const created = await createTopic(ctx, {
    title: "楼道堆物怎么清",
    background: "",
    issueIds: overrides.issueIds ?? [await anIssue(ctx)],
    proposal: aWording(),
    ...overrides,
  })
  if (!created.ok) throw new Error(created.code)
  const { topicId } = created.value
  if (!answers) return topicId
  const routed = await routeTopic(ctx, { topicId, answers })
  if (!routed.ok) throw new Error(routed.code)
  return topicId
}

/** A study of the day before, in which six of seven took part and agreed. */
export const aStudy = (overrides: Partial<PartyReviewEntry> = {}): PartyReviewEntry => ({
  heldOn: "2026-10-07",
  organization: "振兴社区党委",
  entitled: 7,
  present: 6,
  opinion: "agreed",
  summary: "讨论了公约草案，同意提交居民代表会议。",
  ...overrides,
})

/** A topic a meeting has decided on. Returns its id. */
export async function aDecidedTopic(ctx: Ctx, outcome: TopicOutcome = "agreed", returnOn = "2026-11-08") {
  const topicId = await aReadyTopic(ctx)
  await ctx.db.tx("t", async q => {
    await scheduleTopicsIn(q, ctx, [topicId], { id: "m1", title: "第1次协商议事会" })
    await decideTopicIn(q, ctx, topicId, outcome, outcome === "needsFieldwork" ? { returnOn } : {})
  })
  return topicId
}
