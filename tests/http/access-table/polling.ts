import { aReadyTopic } from "#tests/agenda/factories"
import { anEstate } from "#tests/estates/factories"
import { forOwners } from "#tests/polling/factories"
import { addDays, civilDateOf } from "~/law/civil-date"
import type { Ctx } from "~/web/context"
import type { Member } from "../access-people"
import {
  aClosedPoll,
  aCountedSelection,
  anAnnouncedPoll,
  anAnsweredPoll,
  anEnteredPoll,
  anOpenPoll,
  aPollDraft,
  aProclaimedPoll,
  aReleasedPoll,
  aSelection,
  sendForRelease,
} from "../access-polls"
import { type Row, secretary } from "../access-row"
import type { House } from "../access-world"

const base = "/c/:community/polls"
const readers = ["administrator", "secretary", "reviewer", "viewer"] as const
const counters = ["secretary", "reviewer"] as const

const yesterday = (ctx: Ctx) => addDays(civilDateOf(ctx.now()), -1)
const checkerOf = (who: Member) => (who === "reviewer" ? "reviewer" : "secretary")
const sheet = {
  ...{ issued: "20", returned: "18", notReturned: "2", invalid: "1", none: "1", abstain: "0" },
  ...{ "votes-c1": "10", "votes-c2": "6" },
}

/** A page of one poll, with the one thing that is done there. */
const page = (
  place: string,
  at: (house: House) => string,
  read: Row["read"],
  press?: (house: House, who: Member) => Promise<{ pollId: string; form: Record<string, string | string[]> }>,
  by: Row["read"] = secretary,
): Row => ({
  pattern: `${base}/:pollId/${place}`,
  at: house => `/polls/${at(house)}/${place}`,
  read,
  ...(press && {
    acts: [
      {
        by,
        press: async (house, who) => {
          const { pollId, form } = await press(house, who)
          return { at: `/polls/${pollId}/${place}`, form }
        },
      },
    ],
  }),
})

/** The page of one paper of a poll, which files it, and the paper itself. */
const paper = (
  name: string,
  at: (house: House) => string,
  fresh: (house: House) => Promise<string>,
  read: Row["read"],
  acts: Row["acts"] = [],
): Row[] => [
  {
    pattern: `${base}/:pollId/papers/:paper`,
    at: house => `/polls/${at(house)}/papers/${name}`,
    read,
    acts: [
      { by: read, press: async house => ({ at: `/polls/${await fresh(house)}/papers/${name}`, form: {} }) },
      ...acts,
    ],
  },
  {
    pattern: `${base}/:pollId/papers/:paper/preview.pdf`,
    at: house => `/polls/${at(house)}/papers/${name}/preview.pdf`,
    read,
  },
]

export const pollingRows: Row[] = [
  { pattern: base, at: () => "/polls", read: readers },
  {
    pattern: `${base}/new`,
    at: () => "/polls/new",
    read: secretary,
    acts: [
      {
        by: secretary,
        press: async ({ ctx }) => {
          const estateId = await anEstate(ctx.secretary, { name: `康乐里${crypto.randomUUID().slice(0, 8)}` })
          const matter = `topic:${await aReadyTopic(ctx.secretary, { answers: forOwners })}`
          return { at: "/polls/new", form: { matter, estateId, title: "更换排水管" } }
        },
      },
    ],
  },
  {
    pattern: `${base}/:pollId`,
    at: ({ things }) => `/polls/${things.pollId}`,
    read: readers,
    acts: [
      {
        intent: "open",
        by: secretary,
        press: async house => ({ at: `/polls/${await anAnnouncedPoll(house)}`, form: { intent: "open" } }),
      },
    ],
  },
  page(
    "edit",
    ({ things }) => things.pollDraftId,
    secretary,
    async house => ({
      pollId: (await aPollDraft(house)).pollId,
      form: { version: "2", title: "换管", question: "换不换", seats: "1" },
    }),
  ),
  page(
    "announce",
    ({ things }) => things.pollDraftId,
    secretary,
    async house => ({ pollId: (await aPollDraft(house)).pollId, form: { version: "2" } }),
  ),
  page(
    "roll",
    ({ things }) => things.pollId,
    counters,
    async house => ({
      pollId: await anOpenPoll(house),
      form: { ordinals: ["1", "2"], deliveredOn: yesterday(house.ctx.secretary), means: "hand", to: "" },
    }),
    counters,
  ),
  page("papers", ({ things }) => things.pollId, secretary),
  ...paper("ballots", ({ things }) => things.pollId, anAnnouncedPoll, secretary),
  ...paper("register", ({ things }) => things.pollId, anAnnouncedPoll, counters),
  ...paper("announcement", ({ things }) => things.proclaimedPollId, aReleasedPoll, readers, [
    {
      intent: "send",
      by: secretary,
      press: async house => ({
        at: `/polls/${await aProclaimedPoll(house)}/papers/announcement`,
        form: { intent: "send" },
      }),
    },
    {
      intent: "release",
      by: ["administrator", "secretary", "reviewer"],
      press: async house => {
        const pollId = await aProclaimedPoll(house)
        const factsHash = await sendForRelease(house, pollId)
        return { at: `/polls/${pollId}/papers/announcement`, form: { intent: "release", factsHash } }
      },
    },
  ]),
  page(
    "ballots",
    ({ things }) => things.pollId,
    counters,
    async house => ({
      pollId: await anOpenPoll(house),
      form: { ordinal: "1", answer: "for", returnedOn: yesterday(house.ctx.secretary), proxyName: "", note: "" },
    }),
    counters,
  ),
  page(
    "check",
    ({ things }) => things.pollId,
    counters,
    async (house, who) => ({ pollId: await anEnteredPoll(house, checkerOf(who)), form: { "answer-1": "for" } }),
    counters,
  ),
  {
    pattern: `${base}/:pollId/count`,
    at: ({ things }) => `/polls/${things.selectionId}/count`,
    read: counters,
    acts: [
      {
        intent: "enter",
        by: counters,
        press: async house => ({
          at: `/polls/${await aSelection(house)}/count`,
          form: { intent: "enter", ordinal: "1", ...sheet },
        }),
      },
      {
        intent: "check",
        by: counters,
        press: async (house, who) => ({
          at: `/polls/${await aCountedSelection(house, checkerOf(who))}/count`,
          form: { intent: "check", ordinal: "1", version: "1" },
        }),
      },
    ],
  },
  page(
    "close",
    ({ things }) => things.pollId,
    secretary,
    async house => ({ pollId: await anAnsweredPoll(house), form: { withoutRunOff: "" } }),
  ),
  page(
    "proclaim",
    ({ things }) => things.closedPollId,
    secretary,
    async house => ({ pollId: await aClosedPoll(house), form: { since: "", until: "" } }),
  ),
  page("result", ({ things }) => things.closedPollId, readers),
  page(
    "cancel",
    ({ things }) => things.pollId,
    secretary,
    async house => ({ pollId: await anOpenPoll(house), form: { reason: "方案要改" } }),
  ),
]
