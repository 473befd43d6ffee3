import { expect, test } from "vitest"
import {
  beginSelection,
  buildingLeadersFrom,
  countFirstRound,
  countRunOff,
  countSecond,
  first,
  proclaimLeader,
  second,
} from "~/demo/building-leaders"
import { fillEstates } from "~/demo/estates"
import { findKanglili, votersOf } from "~/demo/owners-vote"
import { listAssignments } from "~/estates/assignment-store"
import { readCounting } from "~/polling/ballot-views"
import { closePoll } from "~/polling/closing"
import { enterCount } from "~/polling/counts"
import type { PollResult } from "~/polling/results"
import { findPoll } from "~/polling/store"
import { aStory } from "./telling"

test("two buildings choose their 楼栋长: two are level, the run-off decides, and both take up their terms", async () => {
  const story = await aStory(buildingLeadersFrom - 10)
  const { ground, actors, clock, personIds, gridIds } = story
  await fillEstates({ ...ground, actor: actors.甲一! }, clock, personIds, gridIds)
  const { read } = ground.db
  const communityId = ground.community.id
  const { idOf } = await findKanglili(story)
  const leadersOf = async (building: string) =>
    (await listAssignments(read, communityId, { buildingIds: [idOf(building)] })).filter(one => one.duty === "leader")

  // A paper for each household; a home that is not sold has none.
  const pollId = await beginSelection(story, first)
  const otherId = await beginSelection(story, second)
  expect(await votersOf(story, pollId)).toHaveLength(12)
  expect(await votersOf(story, otherId)).toHaveLength(11)

  // The counting sheet must add up; five and five are level and are named.
  const wrong = { issued: 12, returned: 11, notReturned: 2, invalid: 0, none: 0, abstain: 0, votes: { c1: 11 } }
  expect(await enterCount(story.as("乙二", 5, "18:30"), { pollId, ordinal: 1, count: wrong })).toMatchObject({
    code: "count_issued_unbalanced",
    detail: { issued: 12, returned: 11, notReturned: 2 },
  })
  await countFirstRound(story, pollId)
  const counting = await readCounting(story.as("乙二", 5, "19:10"), pollId)
  if (!counting.ok) throw new Error(counting.code)
  expect(counting.value.rounds[0]?.sentences.join("")).toContain("甲子、丁卯得票相同，都是5票")
  expect(counting.value.next).toMatchObject({ ordinal: 2, candidates: [{ label: "甲子" }, { label: "丁卯" }] })
  expect(await closePoll(story.as("甲一", 5, "19:20"), { pollId })).toMatchObject({ code: "run_off_owed" })
  expect(await leadersOf("321栋")).toEqual([])

  await countRunOff(story, pollId)
  await proclaimLeader(story, pollId, 6)
  const poll = await findPoll(read, communityId, pollId)
  const result = poll?.result as PollResult
  expect(result).toMatchObject({ form: "election", chosen: ["c1"], rounds: [{ ordinal: 1 }, { ordinal: 2 }] })
  expect(result.sentences).toEqual(["甲子当选。"])
  expect(await leadersOf("321栋")).toMatchObject([
    { name: "甲子", pollId, since: story.dayOf(6), until: story.dayOf(1100) },
  ])

  await countSecond(story, otherId)
  await proclaimLeader(story, otherId, 12)
  expect(await leadersOf("327栋")).toMatchObject([{ name: "戊子", pollId: otherId, since: story.dayOf(12) }])
})
