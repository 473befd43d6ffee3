import { expect, test } from "vitest"
import { type ConsoleStep, itemOnConsole, motionOnConsole, nextStep } from "~/chamber/console-step"
import type { ClosedView, ConsoleView, RunningView } from "~/chamber/console-view"
import type { ItemView, MotionView } from "~/chamber/motions/agenda-view"
import { refuse } from "~/law/result"

const free = { named: null, secret: null, hands: null, mayHaveCodes: false, publicities: [] }
const no = refuse("motion_decided")
const barred = { ...free, named: no, secret: no, hands: no }

const motion = (motionId: string, rounds: { roundId: string; state: string }[] = [], more: object = {}) =>
  ({
    motionId,
    version: 1,
    standing: "standing",
    kind: "matter",
    amends: null,
    rounds,
    ...more,
  }) as unknown as MotionView
const item = (ordinal: number, motions: MotionView[] = [], handling = "deliberate") =>
  ({ agendaItemId: `item ${ordinal}`, ordinal, handling, motions }) as unknown as ItemView
const running = (more: Partial<RunningView> = {}) =>
  ({
    roundId: "round",
    motionId: "motion",
    means: "ballots",
    medium: "tablet",
    keyIsLost: false,
    votingEndedAt: null,
    paper: null,
    ...more,
  }) as unknown as RunningView
const paper = (isReady: boolean, issued = 3) => ({ issued, isReady }) as RunningView["paper"]
const closed = (more: object = {}) =>
  ({ roundId: "round", motionId: "motion", awaitsCasting: null, challenges: [], ...more }) as unknown as ClosedView
const at = new Date("2026-10-08T01:00:00Z")

function stepOf(wishes: Partial<ConsoleView> & { state?: string }): ConsoleStep {
  const { state = "inSession", ...more } = wishes
  const view = {
    head: { state },
    items: [item(1)],
    itemInHandId: "item 1",
    openRound: null,
    closedRound: null,
    shownRoundId: null,
    opening: {},
    votes: true,
    ...more,
  } as unknown as ConsoleView
  const shown = itemOnConsole(view)
  return nextStep(view, shown, motionOnConsole(view, shown))
}

test.each([
  ["convened", "openCheckIn"],
  ["checkIn", "start"],
  ["adjourned", "resume"],
  ["closed", "minutes"],
  ["archived", "minutes"],
  ["cancelled", "nothing"],
])("a meeting that is %s has one next step: %s", (state, kind) => {
  expect(stepOf({ state })).toEqual({ kind })
})

test.each<[string, Partial<RunningView>, string]>([
  ["on tablets alone is closed after a check", {}, "closeRound"],
  ["with a lost key can only be annulled", { keyIsLost: true }, "annulLost"],
  ["with papers first stops taking votes", { paper: paper(false) }, "endVoting"],
  ["on paper alone first stops taking votes", { medium: "paper", paper: paper(true, 0) }, "endVoting"],
  ["that has stopped waits for its papers", { paper: paper(false), votingEndedAt: at }, "countPapers"],
  ["whose papers were read twice is closed", { paper: paper(true), votingEndedAt: at }, "closeRound"],
  ["by hands waits for two counters", { means: "hands", paper: paper(false, 0) }, "countHands"],
  ["by hands counted alike is closed", { means: "hands", paper: paper(true, 0) }, "closeRound"],
  ["that might have had papers and had none is closed", { medium: "mixed", paper: paper(true, 0) }, "closeRound"],
])("a vote %s", (_, more, kind) => {
  const items = [item(1, [motion("motion", [{ roundId: "round", state: "open" }])])]
  expect(stepOf({ items, openRound: running(more) })).toEqual({ kind, roundId: "round" })
})

test.each<[string, object, string]>([
  ["is proclaimed after the question", {}, "proclaim"],
  ["with a tie waits for the chair's vote", { awaitsCasting: { for: 2, against: 2, abstain: 0 } }, "castingVote"],
  ["that somebody challenged is answered for first", { challenges: [{ answer: null }] }, "answerChallenge"],
  ["whose challenges were answered is proclaimed", { challenges: [{ answer: { words: "核对了" } }] }, "proclaim"],
])("a counted vote %s", (_, more, kind) => {
  const items = [item(1, [motion("motion", [{ roundId: "round", state: "closed" }])])]
  expect(stepOf({ items, closedRound: closed(more) })).toEqual({ kind, roundId: "round" })
})

const decided = motion("motion", [{ roundId: "round", state: "proclaimed" }])

test("a motion that may be voted on secretly alone is opened too", () => {
  const opening = { ...barred, secret: null }
  expect(stepOf({ items: [item(1, [motion("election")])], opening: { election: opening } })).toEqual({
    kind: "openRound",
    motionId: "election",
    version: 1,
    opening,
  })
})

test("an amendment comes before the motion that waits for it", () => {
  const items = [item(1, [motion("main"), motion("amendment")])]
  expect(stepOf({ items, opening: { main: barred, amendment: free } })).toMatchObject({ motionId: "amendment" })
})

test("a motion withdrawn is not voted on: the item waits for another", () => {
  const items = [item(1, [motion("gone", [], { standing: "withdrawn" })])]
  expect(stepOf({ items, opening: { gone: barred } })).toEqual({ kind: "waitForMotion" })
})

test("after a result the chair goes on with the item where another motion waits, else to the next item, else home", () => {
  const other = motion("other")
  const shown = { shownRoundId: "round", opening: { motion: barred, other: free } }
  expect(stepOf({ ...shown, items: [item(1, [decided, other])] })).toEqual({ kind: "goOn", agendaItemId: "item 1" })
  expect(stepOf({ ...shown, items: [item(1, [decided]), item(2)] })).toEqual({
    kind: "nextItem",
    agendaItemId: "item 2",
  })
  expect(stepOf({ ...shown, items: [item(1, [decided])] })).toEqual({ kind: "end" })
})

test("a tie that may be voted on again stands as a result before it is opened again", () => {
  const items = [item(1, [decided])]
  expect(stepOf({ items, shownRoundId: "round", opening: { motion: free } })).toMatchObject({ kind: "goOn" })
  expect(stepOf({ items, opening: { motion: free } })).toMatchObject({ kind: "openRound", motionId: "motion" })
})

test("an item passed over comes back before the meeting ends", () => {
  const items = [item(1), item(2, [decided])]
  expect(stepOf({ items, itemInHandId: "item 2", opening: { motion: barred } })).toEqual({
    kind: "nextItem",
    agendaItemId: "item 1",
  })
})

test("what is only told or talked over needs no motion", () => {
  expect(stepOf({ items: [item(1, [], "report"), item(2)] })).toEqual({ kind: "nextItem", agendaItemId: "item 2" })
  expect(stepOf({ items: [item(1, [], "consult")] })).toEqual({ kind: "end" })
})

test("where nothing is voted on the chair goes from item to item", () => {
  expect(stepOf({ votes: false, items: [item(1), item(2)] })).toEqual({ kind: "nextItem", agendaItemId: "item 2" })
  expect(stepOf({ votes: false, items: [item(1), item(2)], itemInHandId: "item 2" })).toEqual({ kind: "end" })
})
