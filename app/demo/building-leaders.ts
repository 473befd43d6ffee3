import { addDays } from "~/law/civil-date"
import { announcePoll, openPoll } from "~/polling/announcing"
import { closePoll, proclaimPoll } from "~/polling/closing"
import { checkCount, enterCount } from "~/polling/counts"
import { deliverPapers } from "~/polling/delivering"
import type { HandCount } from "~/polling/hand-count"
import { createPoll, editPoll } from "~/polling/polls"
import { listPersonsNamed } from "~/polling/store"
import { must } from "./must"
import { findKanglili, votersOf } from "./owners-vote"
import { type Stage, type Story, storyFrom } from "./stage"

/** 推选楼栋长 in two buildings of 康乐里, a paper for each household. Its first day, counted from today. */
export const buildingLeadersFrom = -9

/** One building has chosen after a run-off; the other takes its papers in until the day after tomorrow. */
export async function tellBuildingLeaders(stage: Stage): Promise<{ chosenPollId: string; openPollId: string }> {
  const story = storyFrom(stage, buildingLeadersFrom)
  const chosenPollId = await beginSelection(story, first)
  await countFirstRound(story, chosenPollId)
  await countRunOff(story, chosenPollId)
  await proclaimLeader(story, chosenPollId, 6)
  const openPollId = await beginSelection(story, second)
  return { chosenPollId, openPollId }
}

type Selection = { building: string; candidates: string[]; announcedOn: number; opensOn: number; closesOn: number }

export const first: Selection = {
  ...{ building: "321栋", candidates: ["甲子", "丁卯", "癸酉"] },
  ...{ announcedOn: 1, opensOn: 5, closesOn: 5 },
}
export const second: Selection = {
  ...{ building: "327栋", candidates: ["戊子", "壬辰"] },
  ...{ announcedOn: 3, opensOn: 7, closesOn: 11 },
}

/** Announced three days before, a paper to each household, and opened on its day. Returns the poll's id. */
export async function beginSelection(story: Story, selection: Selection): Promise<string> {
  const { estateId, idOf } = await findKanglili(story)
  const { building, candidates, announcedOn } = selection
  const buildingId = idOf(building)
  const ctx = story.as("甲一", announcedOn, "09:00")
  const title = `推选康乐里${building}楼栋长`
  const { pollId } = must(await createPoll(ctx, { preset: "selection", topicId: null, estateId, title }))
  const people = await listPersonsNamed(ctx.db.read, ctx.community.id, candidates)
  const personOf = (name: string) => people.find(person => person.name === name)?.id ?? null
  must(
    await editPoll(ctx, {
      pollId,
      version: 1,
      title,
      question: `推选康乐里${building}楼栋长一名，任期三年。`,
      scope: { buildingIds: [buildingId], unitIds: [] },
      options: candidates.map((label, at) => ({ key: `c${at + 1}`, label, personId: personOf(label) })),
      seats: 1,
      office: { kind: "buildingLeader", buildingId },
      electors: null,
      opensOn: story.dayOf(selection.opensOn),
      closesOn: story.dayOf(selection.closesOn),
      counters: ["乙二", "戊五"],
      scrutineers: ["庚七"],
    }),
  )
  must(await announcePoll(ctx, { pollId, version: 2 }))
  must(await openPoll(story.as("甲一", selection.opensOn, "08:00"), { pollId }))
  const ordinals = (await votersOf(story, pollId)).map(voter => voter.ordinal)
  const deliveredOn = story.dayOf(selection.opensOn)
  const handing = { pollId, ordinals, deliveredOn, means: "hand" as const, to: "" }
  must(await deliverPapers(story.as("乙二", selection.opensOn, "08:30"), handing))
  return pollId
}

const sheet = { issued: 12, returned: 11, notReturned: 1, invalid: 0, none: 0, abstain: 0 }

/** Counted aloud in the evening: five, five and one. Nobody has more than half, and two are level. */
export const countFirstRound = (story: Story, pollId: string) =>
  count(story, pollId, [5, "19:00"], 1, { ...sheet, votes: { c1: 5, c2: 5, c3: 1 } })

/** The two once more on the same evening: seven and four. */
export const countRunOff = (story: Story, pollId: string) =>
  count(story, pollId, [5, "20:00"], 2, { ...sheet, votes: { c1: 7, c2: 4 } })

/** The other building, on its last day: six of ten, and one who agrees to neither. */
export const countSecond = (story: Story, pollId: string) => {
  const counted = { ...sheet, issued: 11, returned: 10, none: 1, votes: { c1: 6, c2: 3 } }
  return count(story, pollId, [11, "19:00"], 1, counted)
}

/** One of the counters enters the sheet, the other compares it. */
async function count(story: Story, pollId: string, [day, time]: [number, string], ordinal: number, of: HandCount) {
  must(await enterCount(story.as("乙二", day, time), { pollId, ordinal, count: of }))
  must(await checkCount(story.as("戊五", day, time), { pollId, ordinal, version: 1 }))
}

/** Whoever is chosen looks after the building from that day for three years. */
export async function proclaimLeader(story: Story, pollId: string, day: number): Promise<void> {
  must(await closePoll(story.as("甲一", day, "09:00"), { pollId }))
  const since = story.dayOf(day)
  must(await proclaimPoll(story.as("甲一", day, "10:00"), { pollId, since, until: addDays(since, 3 * 365 - 1) }))
}
