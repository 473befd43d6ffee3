import { aReadyTopic } from "#tests/agenda/factories"
import { aBuilding, agreed, anEstate, aUnit } from "#tests/estates/factories"
import { aMember, type World } from "#tests/world"
import { registerPerson } from "~/people/persons"
import { announcePoll, openPoll } from "~/polling/announcing"
import { checkBallot, enterBallot, type Paper } from "~/polling/ballots"
import { deliverPapers } from "~/polling/delivering"
import { createPoll, editPoll, type NewPoll, type PollDraft } from "~/polling/polls"
import type { Answer } from "~/polling/rules"
import { findPoll } from "~/polling/store"
import type { Ctx } from "~/web/context"

export { agreed }

/** Of a matter that spends the owners' money, and of one that opens a single owner's garage. */
export const forOwners = { subject: "matter", private: "no", owners: "useFunds" }
export const forSingleOwner = { subject: "matter", private: "yes" }

/** 15 days' notice from Thursday 2026-10-08: neither that day nor the first day of answering counts. */
export const opens = "2026-10-24"
export const closes = "2026-11-02"

export const on = (world: World, day: string, time = "09:00") => {
  world.clock.now = new Date(`${day}T${time}:00+08:00`)
}

/** One building with homes of 100 m², an owner each; owners joined by 、 hold one together. */
export async function aBuildingOfOwners(
  ctx: Ctx,
  owners: readonly string[] = ["辛一", "辛二", "辛三", "辛四", "辛五", "辛六"],
  { estateId = "", name = "1栋" } = {},
) {
  const estate = estateId || (await anEstate(ctx, { name: "康乐里" }))
  const buildingId = await aBuilding(ctx, estate, { name })
  for (const [at, owner] of owners.entries())
    await aUnit(ctx, buildingId, { label: `${at + 1}01室`, areaCm2: 1_000_000, owners: owner.split("、") })
  return { estateId: estate, buildingId }
}

export const aDraft = (overrides: Partial<PollDraft> = {}): PollDraft => ({
  title: "更换排水管",
  question: "使用维修资金更换排水管",
  scope: null,
  options: null,
  seats: 1,
  office: null,
  electors: null,
  opensOn: opens,
  closesOn: closes,
  counters: ["丑一", "丑二"],
  scrutineers: ["寅一"],
  ...overrides,
})

type Wishes = {
  owners?: readonly string[]
  draft?: Partial<PollDraft>
  poll?: Partial<NewPoll>
  answers?: Record<string, string>
}

/** A draft of owners' vote on a topic that was judged to need one. */
export async function aPollDraft(world: World, { owners, draft, poll, answers = forOwners }: Wishes = {}) {
  const ctx = await world.as("secretary")
  const { estateId, buildingId } = await aBuildingOfOwners(ctx, owners)
  const topicId = await aReadyTopic(ctx, { answers })
  const made = { preset: "ownersOrdinary" as const, topicId, estateId, title: "更换排水管", ...poll }
  const { pollId } = agreed(await createPoll(ctx, made))
  agreed(await editPoll(ctx, { pollId, version: 1, ...aDraft(draft) }))
  return { ctx, pollId, topicId, estateId, buildingId }
}

/** Announced on the morning of the world, with its roll. */
export async function anAnnouncedPoll(world: World, wishes: Wishes = {}) {
  const made = await aPollDraft(world, wishes)
  const { number } = agreed(await announcePoll(made.ctx, { pollId: made.pollId, version: 2 }))
  return { ...made, number }
}

/** On its first day of answering, all papers handed over; `other` is the second person. */
export async function anOpenPoll(world: World, wishes: Wishes = {}) {
  const made = await anAnnouncedPoll(world, wishes)
  on(world, opens)
  const voters = wishes.owners?.length ?? 6
  const ordinals = Array.from({ length: voters }, (_, at) => at + 1)
  agreed(await deliverPapers(made.ctx, { pollId: made.pollId, ordinals, deliveredOn: opens, means: "hand", to: "" }))
  agreed(await openPoll(made.ctx, { pollId: made.pollId }))
  return { ...made, other: await world.as("reviewer") }
}

export const aPaper = (overrides: Partial<Paper> = {}): Paper => ({
  answer: "for",
  proxyName: "",
  note: "",
  returnedOn: opens,
  ...overrides,
})

/** Enters these answers from 票号 1 on, and another person compares each. Null is a paper that did not come back. */
export async function answerAll(
  { ctx, other, pollId }: { ctx: Ctx; other: Ctx; pollId: string },
  given: readonly (Answer | null)[],
) {
  for (const [at, answer] of given.entries()) {
    if (!answer) continue
    const note = answer === "invalid" ? "没有签名" : ""
    agreed(await enterBallot(ctx, { pollId, ordinal: at + 1, paper: aPaper({ answer, note }) }))
    agreed(await checkBallot(other, { pollId, ordinal: at + 1, answer, note }))
  }
}

export const pollOf = async (ctx: Ctx, pollId: string) => (await findPoll(ctx.db.read, ctx.community.id, pollId))!

/** People of the register, for candidates. */
export async function candidatesNamed(ctx: Ctx, names: readonly string[]) {
  const options = []
  for (const [at, name] of names.entries()) {
    const facts = {
      name,
      phone: null,
      gender: "unknown" as const,
      address: "",
      organization: "",
      gridId: null,
      note: "",
    }
    const { personId } = agreed(await registerPerson(ctx, facts))
    options.push({ key: `c${at + 1}`, label: name, personId })
  }
  return options
}

/** A second secretary: another account, another person. */
export const anotherSecretary = async (world: World): Promise<Ctx> => ({
  ...(await world.as("secretary")),
  actor: await aMember(world.installation, world.community, ["secretary"]),
})
