import { claimNeed, finishClaim, reportClaim } from "~/followup/claims/claiming"
import { addResource, type ResourceEntry } from "~/followup/claims/resources"
import { must } from "./must"
import { type Stage, type Story, storyFrom } from "./stage"

export type OfferName = "handrails" | "glasses"

/** What partners of the demo offer, from before the first wish came in. */
const offers: Record<OfferName, Omit<ResourceEntry, "until"> & { forDays: number | null }> = {
  handrails: {
    provider: "己庚养老服务中心",
    content: "为独居老人免费装扶手、铺防滑垫",
    contactName: "己经理",
    contactPhone: "13900000931",
    forDays: null,
  },
  glasses: {
    provider: "辛壬眼镜店",
    content: "为老人免费验光，每季度配镜10副",
    contactName: "辛店长",
    contactPhone: "13900000932",
    forDays: 120,
  },
}

/** Somebody takes up a wish. Days are counted from the day the wish was told. */
export type TakenUp = {
  after: number
  offer?: OfferName
  claimant: string
  content: string
  dueAfter: number
  progress?: { after: number; note: string }
  finished?: { after: number; result: string }
}

export type OfferIds = Record<OfferName, string>

/** 可供资源, as the office entered them. */
export async function tellOffers(stage: Stage): Promise<OfferIds> {
  const story = storyFrom(stage, -40)
  const enter = async ({ forDays, ...offer }: (typeof offers)[OfferName], time: string) => {
    const until = forDays === null ? null : story.dayOf(forDays)
    return must(await addResource(story.as("乙二", 0, time), { ...offer, until })).resourceId
  }
  return { handrails: await enter(offers.handrails, "10:00"), glasses: await enter(offers.glasses, "10:20") }
}

/** 认领, and how far it came. */
export async function takeUp(story: Story, issueId: string, one: TakenUp, offerIds: OfferIds): Promise<void> {
  const { claimant, content } = one
  const resourceId = one.offer ? offerIds[one.offer] : null
  const claim = { issueId, resourceId, claimant, content, dueOn: story.dayOf(one.dueAfter) }
  const { claimId } = must(await claimNeed(story.as("乙二", one.after, "11:00"), claim))
  if (one.progress)
    must(await reportClaim(story.as("乙二", one.progress.after, "15:00"), { claimId, progress: one.progress.note }))
  if (!one.finished) return
  const { after, result } = one.finished
  must(await finishClaim(story.as("乙二", after, "15:30"), { claimId, result, doneOn: story.dayOf(after) }))
}
