import { aReadyTopic } from "#tests/agenda/factories"
import { must } from "#tests/chamber/factories"
import { anEstate } from "#tests/estates/factories"
import { aBuildingOfOwners, aDraft, aPaper, candidatesNamed, forOwners } from "#tests/polling/factories"
import { addDays, civilDateOf } from "~/law/civil-date"
import { releasePollAnnouncement, sendPollAnnouncement } from "~/polling/announcement-release"
import { announcePoll, openPoll } from "~/polling/announcing"
import { checkBallot, enterBallot } from "~/polling/ballots"
import { closePoll, proclaimPoll } from "~/polling/closing"
import { checkCount, enterCount } from "~/polling/counts"
import { deliverPapers } from "~/polling/delivering"
import { readPollPaper } from "~/polling/papers"
import { createPoll, editPoll } from "~/polling/polls"
import type { Ctx } from "~/web/context"
import type { Frame } from "./access-people"

let named = 0
/** A name nobody has yet. */
const aName = () => `辛五${String.fromCodePoint(0x5000 + ++named)}`
const days = (ctx: Ctx, from: number) => addDays(civilDateOf(ctx.now()), from)
/** The office forty days ago: the notice has run since. */
const before = (ctx: Ctx): Ctx => ({ ...ctx, now: () => new Date(ctx.now().getTime() - 40 * 24 * 60 * 60 * 1000) })

/** Two owners' vote on a topic of its own; `when` says how far from today it opens and closes. */
export async function aPollDraft({ ctx }: Pick<Frame, "ctx">, when: [opens: number, closes: number] = [30, 40]) {
  const office = before(ctx.secretary)
  const estateId = await anEstate(office, { name: `康乐里${aName()}` })
  await aBuildingOfOwners(office, [aName(), aName()], { estateId })
  const topicId = await aReadyTopic(office, { answers: forOwners })
  const poll = { preset: "ownersOrdinary" as const, topicId, estateId, title: "更换排水管" }
  const { pollId } = must(await createPoll(office, poll))
  const [opensOn, closesOn] = [days(ctx.secretary, when[0]), days(ctx.secretary, when[1])]
  must(await editPoll(office, { pollId, version: 1, ...aDraft({ opensOn, closesOn }) }))
  return { pollId, topicId, estateId, office }
}

/** Announced forty days ago, to be opened today. */
export async function anAnnouncedPoll(house: Pick<Frame, "ctx">) {
  const made = await aPollDraft(house, [-5, 20])
  must(await announcePoll(made.office, { pollId: made.pollId, version: 2 }))
  return made.pollId
}

export async function anOpenPoll(house: Pick<Frame, "ctx">) {
  const pollId = await anAnnouncedPoll(house)
  must(await openPoll(house.ctx.secretary, { pollId }))
  return pollId
}

/** Number 1 is entered by whoever does not check it. */
export async function anEnteredPoll(house: Pick<Frame, "ctx">, checker: "secretary" | "reviewer") {
  const pollId = await anOpenPoll(house)
  const by = house.ctx[checker === "secretary" ? "reviewer" : "secretary"]
  must(await enterBallot(by, { pollId, ordinal: 1, paper: aPaper({ returnedOn: days(by, -1) }) }))
  return pollId
}

/** All papers are back and compared. */
export async function anAnsweredPoll(house: Pick<Frame, "ctx">) {
  const pollId = await anOpenPoll(house)
  const { secretary, reviewer } = house.ctx
  for (const ordinal of [1, 2]) {
    must(await enterBallot(secretary, { pollId, ordinal, paper: aPaper({ returnedOn: days(secretary, -1) }) }))
    must(await checkBallot(reviewer, { pollId, ordinal, answer: "for" }))
  }
  return pollId
}

export async function aClosedPoll(house: Pick<Frame, "ctx">) {
  const pollId = await anAnsweredPoll(house)
  must(await closePoll(house.ctx.secretary, { pollId }))
  return pollId
}

export async function aProclaimedPoll(house: Pick<Frame, "ctx">) {
  const pollId = await aClosedPoll(house)
  must(await proclaimPoll(house.ctx.secretary, { pollId }))
  return pollId
}

/** The announcement is sent by a second secretary, so that everybody may be the one who releases it; what it says, as a digest. */
export async function sendForRelease(house: Pick<Frame, "ctx">, pollId: string): Promise<string> {
  const { secretary } = house.ctx
  const another = { ...secretary, actor: { ...secretary.actor, personId: crypto.randomUUID() } }
  must(await sendPollAnnouncement(another, { pollId }))
  return must(await readPollPaper(secretary, { pollId, paper: "announcement" })).release!.factsHash
}

/** … with its announcement released for printing. */
export async function aReleasedPoll(house: Pick<Frame, "ctx">) {
  const pollId = await aProclaimedPoll(house)
  const factsHash = await sendForRelease(house, pollId)
  must(await releasePollAnnouncement(house.ctx.reviewer, { pollId, factsHash }))
  return pollId
}

/** 推选 by twenty households, whose day was yesterday. */
export async function aSelection(house: Pick<Frame, "ctx">) {
  const { secretary } = house.ctx
  const office = before(secretary)
  const estateId = await anEstate(office, { name: `康乐里${aName()}` })
  const { buildingId } = await aBuildingOfOwners(office, [aName()], { estateId })
  const options = await candidatesNamed(office, [aName(), aName()])
  const poll = { preset: "selection" as const, topicId: null, estateId, title: "推选楼栋长" }
  const { pollId } = must(await createPoll(office, poll))
  const day = days(secretary, -1)
  const draft = aDraft({ options, office: { kind: "buildingLeader", buildingId }, electors: 20 })
  must(await editPoll(office, { pollId, version: 1, ...draft, opensOn: day, closesOn: day }))
  must(await announcePoll(office, { pollId, version: 2 }))
  must(await openPoll(secretary, { pollId }))
  return pollId
}

export const counted = {
  ...{ issued: 20, returned: 18, notReturned: 2, invalid: 1, none: 1, abstain: 0 },
  votes: { c1: 10, c2: 6 },
}

/** The counting sheet is entered by whoever does not check it. */
export async function aCountedSelection(house: Pick<Frame, "ctx">, checker: "secretary" | "reviewer") {
  const pollId = await aSelection(house)
  const by = house.ctx[checker === "secretary" ? "reviewer" : "secretary"]
  must(await enterCount(by, { pollId, ordinal: 1, count: counted }))
  return pollId
}

/** One poll of each kind of page. */
export async function thePolls(house: Pick<Frame, "ctx">) {
  const pollId = await anEnteredPoll(house, "secretary")
  const { secretary } = house.ctx
  const handed = { pollId, ordinals: [1], deliveredOn: days(secretary, -1), means: "hand" as const, to: "" }
  must(await deliverPapers(secretary, handed))
  const selectionId = await aCountedSelection(house, "secretary")
  must(await checkCount(secretary, { pollId: selectionId, ordinal: 1, version: 1 }))
  return {
    pollDraftId: (await aPollDraft(house)).pollId,
    pollId,
    selectionId,
    closedPollId: await aClosedPoll(house),
    proclaimedPollId: await aProclaimedPoll(house),
  }
}
