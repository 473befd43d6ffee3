import { expect, test } from "vitest"
import type { PollOffice } from "#db/schema/polling"
import { aWorld, type World } from "#tests/world"
import { listAssignments } from "~/estates/assignment-store"
import type { RepresentativeKind } from "~/law/delegations"
import { registerBody } from "~/people/bodies"
import { listBodyMembers } from "~/people/body-store"
import { enterRepresentative } from "~/people/representatives"
import { announcePoll, openPoll } from "~/polling/announcing"
import { readCounting } from "~/polling/ballot-views"
import { enterBallot } from "~/polling/ballots"
import { closePoll, proclaimPoll } from "~/polling/closing"
import { checkCount, enterCount } from "~/polling/counts"
import { deliverPapers } from "~/polling/delivering"
import { checkHandCount, type HandCount } from "~/polling/hand-count"
import { createPoll, editPoll } from "~/polling/polls"
import type { PollResult } from "~/polling/results"
import { listCounts, listVoters } from "~/polling/store"
import type { Ctx } from "~/web/context"
import { aBuildingOfOwners, aDraft, agreed, anotherSecretary, aPaper, candidatesNamed, on, pollOf } from "./factories"

const count = (overrides: Partial<HandCount> = {}): HandCount => ({
  issued: 20,
  returned: 18,
  notReturned: 2,
  invalid: 1,
  none: 1,
  abstain: 0,
  votes: { c1: 10, c2: 6 },
  ...overrides,
})

/** 推选 of a 楼栋长 by twenty households, known by their number alone; on its day. */
async function aSelection(world: World, names = ["癸一", "癸二"]) {
  const ctx = await world.as("secretary")
  const { estateId, buildingId } = await aBuildingOfOwners(ctx)
  const options = await candidatesNamed(ctx, names)
  const { pollId } = agreed(
    await createPoll(ctx, { preset: "selection", topicId: null, estateId, title: "推选1栋楼栋长" }),
  )
  const office: PollOffice = { kind: "buildingLeader", buildingId }
  const draft = aDraft({ options, office, electors: 20, opensOn: "2026-10-12", closesOn: "2026-10-12" })
  agreed(await editPoll(ctx, { pollId, version: 1, ...draft }))
  agreed(await announcePoll(ctx, { pollId, version: 2 }))
  on(world, "2026-10-12", "18:00")
  agreed(await openPoll(ctx, { pollId }))
  return { ctx, other: await world.as("reviewer"), pollId, buildingId, options }
}

/** One counter enters it, the other compares. */
async function counted({ ctx, other, pollId }: Awaited<ReturnType<typeof aSelection>>, ordinal: number, of: HandCount) {
  agreed(await enterCount(ctx, { pollId, ordinal, count: of }))
  agreed(await checkCount(other, { pollId, ordinal, version: 1 }))
}

test.each([
  ["a number that is none", { abstain: Number.NaN }, "count_not_whole"],
  ["more handed out than there are electors", { issued: 21, notReturned: 3 }, "count_over_roll"],
  ["handed out is not back and not back", { notReturned: 3 }, "count_issued_unbalanced"],
  ["votes for more than the papers that mark somebody", { votes: { c1: 11, c2: 6 } }, "count_unbalanced"],
  ["votes for fewer", { votes: { c1: 9, c2: 6 } }, "count_unbalanced"],
])("a hand count with %s does not add up", (_, overrides, code) => {
  const paper = { keys: ["c1", "c2"], seats: 1, entitled: 20 }
  expect(checkHandCount(count(), paper)).toMatchObject({ ok: true })
  expect(checkHandCount(count(overrides), paper)).toMatchObject({ ok: false, code })
})

test("with two seats each paper marks one or two, and nobody more than there are papers", () => {
  const paper = { keys: ["c1", "c2", "c3"], seats: 2, entitled: 20 }
  const votes = (c1: number, c2: number, c3: number) => checkHandCount(count({ votes: { c1, c2, c3 } }), paper)
  expect(votes(16, 16, 0)).toMatchObject({ ok: true })
  expect(votes(16, 0, 0)).toMatchObject({ ok: true })
  expect(votes(15, 0, 0)).toMatchObject({ code: "count_unbalanced" })
  expect(votes(17, 15, 0)).toMatchObject({ code: "count_option_over" })
})

test("the chosen one becomes 楼栋长 from the day of the proclamation", async () => {
  const world = await aWorld()
  const selection = await aSelection(world)
  const { ctx, pollId, buildingId } = selection
  await counted(selection, 1, count())
  expect(agreed(await closePoll(ctx, { pollId }))).toEqual({ outcome: "passed" })
  agreed(await proclaimPoll(ctx, { pollId, until: "2029-10-11" }))
  const [leader] = await listAssignments(ctx.db.read, ctx.community.id, { buildingIds: [buildingId] })
  expect(leader).toMatchObject({ duty: "leader", pollId, since: "2026-10-12", until: "2029-10-11" })
  expect(leader?.personId).toBe(selection.options[0]?.personId)
})

test("who entered a count does not check it; entered anew it is the other's to check", async () => {
  const world = await aWorld()
  const { ctx, other, pollId } = await aSelection(world)
  expect(await checkCount(other, { pollId, ordinal: 1, version: 1 })).toMatchObject({ code: "count_not_entered" })
  agreed(await enterCount(ctx, { pollId, ordinal: 1, count: count() }))
  expect(await checkCount(ctx, { pollId, ordinal: 1, version: 1 })).toMatchObject({ code: "own_entry" })
  expect(await closePoll(ctx, { pollId })).toMatchObject({ code: "count_unchecked" })
  agreed(await enterCount(other, { pollId, ordinal: 1, count: count({ votes: { c1: 9, c2: 7 } }) }))
  expect(await checkCount(other, { pollId, ordinal: 1, version: 2 })).toMatchObject({ code: "own_entry" })
  expect(await checkCount(ctx, { pollId, ordinal: 1, version: 1 })).toMatchObject({ code: "changed_meanwhile" })
  agreed(await checkCount(ctx, { pollId, ordinal: 1, version: 2 }))
})

test("two with as many votes are named and not drawn by lot: the run-off decides", async () => {
  const world = await aWorld()
  const selection = await aSelection(world)
  const { ctx, pollId } = selection
  // Of eighteen papers nine each would be no majority either: nobody reaches more than half.
  await counted(selection, 1, count({ invalid: 0, none: 0, votes: { c1: 9, c2: 9 } }))
  const counting = agreed(await readCounting(ctx, pollId))
  expect(counting.rounds[0]?.sentences.join("")).toContain("癸一、癸二得票相同，都是9票")
  expect(counting.next).toMatchObject({ ordinal: 2, candidates: [{ label: "癸一" }, { label: "癸二" }] })
  expect(await closePoll(ctx, { pollId })).toMatchObject({ code: "run_off_owed", detail: { names: ["癸一", "癸二"] } })
  expect(await enterCount(ctx, { pollId, ordinal: 1, count: count() })).toMatchObject({ code: "count_checked" })
  await counted(selection, 2, count({ votes: { c1: 6, c2: 10 } }))
  agreed(await closePoll(ctx, { pollId }))
  const result = (await pollOf(ctx, pollId)).result as PollResult
  expect(result).toMatchObject({ form: "election", outcome: "passed", chosen: ["c2"], rounds: [{}, {}] })
  expect(await enterCount(ctx, { pollId, ordinal: 3, count: count() })).toMatchObject({ code: "poll_moved_on" })
})

test("a run-off that is not held needs its reason, and nobody is chosen", async () => {
  const world = await aWorld()
  const selection = await aSelection(world)
  const { ctx, pollId, buildingId } = selection
  await counted(selection, 1, count({ invalid: 0, none: 0, votes: { c1: 9, c2: 9 } }))
  expect(agreed(await closePoll(ctx, { pollId, withoutRunOff: "两人都不愿再选" }))).toEqual({ outcome: "notPassed" })
  agreed(await proclaimPoll(ctx, { pollId }))
  expect(await listAssignments(ctx.db.read, ctx.community.id, { buildingIds: [buildingId] })).toEqual([])
})

test("ten of twenty households are not more than half: nobody is chosen, and no run-off is owed", async () => {
  const world = await aWorld()
  const selection = await aSelection(world)
  const few = count({ issued: 10, returned: 10, notReturned: 0, invalid: 0, none: 0, votes: { c1: 10, c2: 0 } })
  await counted(selection, 1, few)
  expect(agreed(await closePoll(selection.ctx, { pollId: selection.pollId }))).toEqual({ outcome: "notPassed" })
})

test("nothing is counted before the last day, and no paper of an election is entered by itself", async () => {
  const world = await aWorld()
  const { ctx, pollId } = await aSelection(world)
  on(world, "2026-10-11")
  expect(await enterCount(ctx, { pollId, ordinal: 1, count: count() })).toMatchObject({ code: "count_before_last_day" })
  expect(await enterBallot(ctx, { pollId, ordinal: 1, paper: aPaper() })).toMatchObject({
    code: "poll_counted_by_hand",
  })
  expect(await listCounts(ctx.db.read, ctx.community.id, pollId)).toEqual([])
})

const aRepresentative = async (ctx: Ctx, { name, kind }: { name: string; kind: RepresentativeKind }) =>
  agreed(
    await enterRepresentative(ctx, {
      person: { name, phone: null },
      kind,
      residentGroup: "第一居民小组",
      since: "2026-01-01",
    }),
  )

/** Three seats of the 居委会 by nine 居民代表, on paper and on the day. */
async function aCommitteeElection(world: World, representatives = 9) {
  const ctx = await world.as("secretary")
  for (let at = 0; at < representatives; at += 1)
    await aRepresentative(ctx, { name: `丙${"一二三四五六七八九"[at]}`, kind: "residentRepresentative" })
  await aRepresentative(ctx, { name: "庚一", kind: "committeeMember" })
  const facts = { kind: "residentsCommittee" as const, name: "振兴社区居委会", estateId: null, note: "" }
  const { bodyId } = agreed(await registerBody(ctx, facts))
  const preset = "committeeElectionByRepresentatives" as const
  const options = await candidatesNamed(ctx, ["癸一", "癸二", "癸三", "癸四"])
  const { pollId } = agreed(await createPoll(ctx, { preset, topicId: null, estateId: null, title: "居委会选举" }))
  const office: PollOffice = { kind: "body", bodyId, post: "委员", until: "2031-10-29" }
  const draft = aDraft({ options, office, seats: 3, opensOn: "2026-10-29", closesOn: "2026-10-29" })
  agreed(await editPoll(ctx, { pollId, version: 1, ...draft }))
  agreed(await announcePoll(ctx, { pollId, version: 2 }))
  on(world, "2026-10-29", "15:00")
  agreed(await openPoll(ctx, { pollId }))
  return { ctx, other: await world.as("reviewer"), pollId, bodyId, buildingId: "", options }
}

const handedOut = (pollId: string, ordinals: number[], to = "") => ({
  ...{ pollId, ordinals, deliveredOn: "2026-10-29", means: "hand" as const, to },
})

test("居委会选举 by representatives: exactly two thirds are not more than two thirds", async () => {
  const world = await aWorld()
  const election = await aCommitteeElection(world)
  const { ctx, pollId } = election
  agreed(await deliverPapers(ctx, handedOut(pollId, [1, 2, 3, 4, 5, 6])))
  const six = { issued: 6, returned: 6, notReturned: 0, invalid: 0, none: 0, abstain: 0 }
  await counted(election, 1, { ...six, votes: { c1: 6, c2: 5, c3: 4, c4: 3 } })
  expect(agreed(await closePoll(ctx, { pollId }))).toEqual({ outcome: "notPassed" })
  const result = (await pollOf(ctx, pollId)).result as PollResult
  expect(result).toMatchObject({ rounds: [{ decision: { reason: "quorumNotMet" } }], chosen: [] })
})

test("居委会选举: two get more than half, the third seat goes to the run-off and there needs a third", async () => {
  const world = await aWorld()
  const election = await aCommitteeElection(world)
  const { ctx, pollId, bodyId, options } = election
  const voters = await listVoters(ctx.db.read, ctx.community.id, pollId)
  expect(voters.map(voter => voter.name)).not.toContain("庚一")
  agreed(await deliverPapers(ctx, handedOut(pollId, [1, 2, 3, 4, 5, 6, 7])))
  const seven = { issued: 7, returned: 7, notReturned: 0, invalid: 0, none: 0, abstain: 0 }
  await counted(election, 1, { ...seven, votes: { c1: 7, c2: 6, c3: 3, c4: 3 } })
  expect(agreed(await readCounting(ctx, pollId)).next).toMatchObject({ seats: 1, candidates: [{}, {}] })
  // Three of eight papers are more than a third; three of nine would be exactly one.
  await counted(election, 2, { ...seven, none: 2, abstain: 1, votes: { c3: 3, c4: 1 } })
  agreed(await closePoll(ctx, { pollId }))
  agreed(await proclaimPoll(ctx, { pollId }))
  const members = await listBodyMembers(ctx.db.read, ctx.community.id, bodyId, "2026-10-29")
  const chosen = options.slice(0, 3).map(option => option.personId)
  expect(new Set(members.map(member => member.personId))).toEqual(new Set(chosen))
})

test("居委会选举: nobody votes for another, and the papers handed out are the papers counted", async () => {
  const world = await aWorld()
  const { ctx, pollId } = await aCommitteeElection(world)
  expect(await deliverPapers(ctx, handedOut(pollId, [1], "丙九"))).toMatchObject({ code: "proxy_not_granted" })
  agreed(await deliverPapers(ctx, handedOut(pollId, [1, 2, 3, 4, 5, 6, 7])))
  const eight = { issued: 8, returned: 8, notReturned: 0, invalid: 0, none: 0, abstain: 0 }
  expect(
    await enterCount(ctx, { pollId, ordinal: 1, count: { ...eight, votes: { c1: 8, c2: 0, c3: 0, c4: 0 } } }),
  ).toMatchObject({ code: "count_over_delivered", detail: { issued: 8, handedOut: 7 } })
})

test("居委会选举 asks for more candidates than seats, twenty days' notice, and a scrutineer who is no candidate", async () => {
  const world = await aWorld()
  const ctx = await anotherSecretary(world)
  await aRepresentative(ctx, { name: "丙一", kind: "residentRepresentative" })
  const preset = "committeeElectionByRepresentatives" as const
  const options = await candidatesNamed(ctx, ["癸一", "癸二", "癸三"])
  const office: PollOffice = { kind: "body", bodyId: "b", post: "委员", until: null }
  const { pollId } = agreed(await createPoll(ctx, { preset, topicId: null, estateId: null, title: "居委会选举" }))
  const draft = aDraft({ options, office, seats: 3, opensOn: "2026-10-29", closesOn: "2026-10-29" })
  agreed(await editPoll(ctx, { pollId, version: 1, ...draft }))
  expect(await announcePoll(ctx, { pollId, version: 2 })).toMatchObject({ code: "candidates_too_few" })
  const early = { ...draft, seats: 2, opensOn: "2026-10-28", scrutineers: ["癸三"] }
  agreed(await editPoll(ctx, { pollId, version: 2, ...early }))
  expect(await announcePoll(ctx, { pollId, version: 3 })).toMatchObject({ code: "poll_notice_short" })
  agreed(await editPoll(ctx, { pollId, version: 3, ...early, opensOn: "2026-10-29" }))
  expect(await announcePoll(ctx, { pollId, version: 4 })).toMatchObject({ code: "counter_is_candidate" })
})
