import type { ResolutionWording } from "#db/schema/records"
import { anAnswer, anIssue, asWish } from "#tests/intake/factories"
import { aMeetingOver, type MeetingOverInput } from "#tests/records/factories"
import type { World } from "#tests/world"
import { decideTopicIn } from "~/agenda/topics"
import { assignTaskOfIssue, assignTasks, type ItemAssignment } from "~/followup/assigning"
import { type ClaimEntry, claimNeed } from "~/followup/claims/claiming"
import { addResource, type ResourceEntry } from "~/followup/claims/resources"
import { inspectTask } from "~/followup/inspecting"
import { findResolutionSource } from "~/followup/source-store"
import { finishTask, signForTask } from "~/followup/working"
import { sortIssue } from "~/intake/sorting"
import { addDays, civilDateOf } from "~/law/civil-date"
import type { Result } from "~/law/result"
import { approveResolution, draftResolutions, editResolution } from "~/records/resolutions"
import { findResolution } from "~/records/store"
import type { Ctx } from "~/web/context"

export function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.code)
  return result.value
}

export const codeOf = (result: Result<unknown>) => (result.ok ? "done" : result.code)

/** 二夜河: three items that are counted. */
export const riverItems: ResolutionWording["items"] = [
  { content: "修复河道护栏。", handler: "悦园物业", dueOn: "2026-11-30", quantity: "570米" },
  { content: "铺设滨河步道。", handler: "丁四", dueOn: "2026-12-31", quantity: "1800米" },
  { content: "增设充电桩。", handler: "社区居委会", dueOn: "2026-12-31" },
]

/** An approved resolution on a topic that was agreed. */
export async function anApprovedResolution(
  world: World,
  items: ResolutionWording["items"] = riverItems,
  meeting: MeetingOverInput = {},
) {
  const communityId = world.community.id
  const { meetingId, roundIds, chair, recorder } = await aMeetingOver(world, meeting)
  const key = { meetingId, roundId: roundIds[0]! }
  must(await draftResolutions(recorder, meetingId))
  const drafted = (await findResolution(world.db.read, communityId, key.roundId))!
  must(await editResolution(recorder, key, { ...drafted.wording, items }, 1))
  must(await approveResolution(chair, key, 2))
  const source = (await findResolutionSource(world.db.read, communityId, drafted.id))!
  const topicId = source.topicId!
  const secretary = await world.as("secretary")
  await world.db.tx(`topic:${topicId}`, q => decideTopicIn(q, secretary, topicId, "agreed"))
  return { resolutionId: drafted.id, topicId, key, chair, recorder }
}

export const anAssignment = (overrides: Partial<ItemAssignment> = {}): ItemAssignment => ({
  itemOrdinal: 1,
  handler: "悦园物业",
  handlerPersonId: null,
  dueOn: "2026-11-30",
  quantity: "570米",
  ...overrides,
})

/** A task in the hands of the person of `handler`, out of the first item of a fresh resolution. */
export async function aTask(world: World, overrides: Partial<ItemAssignment> = {}, meeting: MeetingOverInput = {}) {
  const secretary = await world.as("secretary")
  const handler = await world.as("handler")
  const resolution = await anApprovedResolution(world, riverItems, meeting)
  const items = [anAssignment({ handlerPersonId: handler.actor.personId, ...overrides })]
  const { tasks } = must(await assignTasks(secretary, { resolutionId: resolution.resolutionId, items }))
  return { ...resolution, taskId: tasks[0]!.taskId, secretary, handler }
}

/** … signed for and reported as done. */
export async function aFinishedTask(world: World, overrides: Partial<ItemAssignment> = {}) {
  const made = await aTask(world, overrides)
  must(await signForTask(made.handler, { taskId: made.taskId }))
  must(await finishTask(made.handler, { taskId: made.taskId }))
  return made
}

export async function anInspectedTask(world: World, recheckOn: string | null = null) {
  const made = await aFinishedTask(world)
  must(await inspectTask(made.secretary, { taskId: made.taskId, passed: true, note: "", recheckOn }))
  return made
}

/** An issue handed on to a department, which is to answer it. */
export async function aReferredIssue(secretary: Ctx): Promise<string> {
  const issueId = await anIssue(secretary, { place: `${crypto.randomUUID()}栋`, content: `${crypto.randomUUID()}井盖` })
  const sorting = {
    triage: "refer" as const,
    reason: "要由市政来换",
    firstAnswer: anAnswer(),
    handler: "市政养护所",
  }
  must(await sortIssue(secretary, { issueId, sorting }))
  return issueId
}

/** A task of a referred issue, due in so many days. */
export const aTaskOfIssue = async (
  secretary: Ctx,
  issueId: string,
  { handlerPersonId = null, days = 12 }: { handlerPersonId?: string | null; days?: number } = {},
) =>
  must(
    await assignTaskOfIssue(secretary, {
      issueId,
      content: "更换井盖",
      handler: "市政养护所",
      handlerPersonId,
      dueOn: addDays(civilDateOf(secretary.now()), days),
      quantity: "3处",
    }),
  ).taskId

/** An open 微心愿. */
export async function aWish(secretary: Ctx, overrides: Parameters<typeof anIssue>[1] = {}): Promise<string> {
  const issueId = await anIssue(secretary, {
    title: "想要一副老花镜",
    content: `${crypto.randomUUID()}老花镜`,
    ...overrides,
  })
  must(await sortIssue(secretary, { issueId, sorting: asWish() }))
  return issueId
}

export const aResourceEntry = (overrides: Partial<ResourceEntry> = {}): ResourceEntry => ({
  provider: "甲乙眼镜店",
  content: "为老人免费配镜",
  contactName: "甲经理",
  contactPhone: "13900000021",
  until: "2099-12-31",
  ...overrides,
})

export const aResource = async (secretary: Ctx, overrides: Partial<ResourceEntry> = {}): Promise<string> =>
  must(await addResource(secretary, aResourceEntry(overrides))).resourceId

/** A wish somebody took up. */
export const aClaim = async (secretary: Ctx, overrides: Partial<ClaimEntry> = {}): Promise<string> =>
  must(
    await claimNeed(secretary, {
      issueId: overrides.issueId ?? (await aWish(secretary)),
      resourceId: null,
      claimant: "甲乙眼镜店",
      content: "验光后送到家",
      dueOn: addDays(civilDateOf(secretary.now()), 10),
      ...overrides,
    }),
  ).claimId
