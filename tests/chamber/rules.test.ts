import { readdirSync, readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { type Presence, presences } from "#db/schema/chamber"
import { roundStates } from "#db/schema/chamber-rounds"
import { meetingStates } from "#db/schema/convening"
import { canArrive, movePresence, type PresenceMove } from "~/chamber/attendance/rules"
import { chamberAuditWords } from "~/chamber/audit-words"
import { checkEffect, outcomeOfTopic } from "~/chamber/motions/rules"
import { resultOf } from "~/chamber/rounds/round-results"
import { canCast, canOpenSealed, isRequestKey, mayVoteAgain, tookPart } from "~/chamber/rounds/rules"
import type { RoundFact } from "~/chamber/rules"
import { sentences } from "~/refusals"
import { presetOf } from "~/rulebook/presets"

const rule = presetOf("deliberation")
const counted = (yes: number, no: number, present = yes + no): RoundFact => ({
  state: "proclaimed",
  result: resultOf(rule, { for: yes, against: no, abstain: 0, invalid: 0 }, { present, entitled: present }),
})

test("one enters while there is something to enter", () => {
  expect(meetingStates.filter(state => canArrive(state).ok)).toEqual(["checkIn", "inSession", "adjourned"])
})

test.each([
  ["arrive", ["absent", "excused"]],
  ["return", ["left"]],
  ["leave", ["present"]],
  ["excuse", ["absent"]],
] as [PresenceMove, Presence[]][])("one can %s only from %j", (move, from) => {
  expect(presences.filter(presence => movePresence(presence, move).ok)).toEqual(from)
})

test("of all states and presences, an entitled person present in an open round and not recused votes, nobody else", () => {
  const voters = roundStates.flatMap(roundState =>
    presences.flatMap(presence =>
      (["entitled", "observer"] as const).flatMap(standing =>
        [false, true].flatMap(isRecused =>
          canCast({ roundState, standing, presence, isRecused }).ok
            ? [[roundState, standing, presence, isRecused]]
            : [],
        ),
      ),
    ),
  )
  expect(voters).toEqual([["open", "entitled", "present", false]])
})

test("who voted took part, wherever he is now; who left before the round did not", () => {
  for (const presence of presences) expect(tookPart({ presence, leftDuringRound: false, voted: true })).toBe(true)
  expect(tookPart({ presence: "left", leftDuringRound: true, voted: false })).toBe(true)
  expect(tookPart({ presence: "left", leftDuringRound: false, voted: false })).toBe(false)
  expect(tookPart({ presence: "excused", leftDuringRound: true, voted: false })).toBe(false)
})

test("sealed ballots are opened with none, or with as many as the rule asks for secrecy", () => {
  expect([0, 1, 4, 5, 6].map(cast => canOpenSealed(rule, cast).ok)).toEqual([true, false, false, true, true])
})

test("a motion is voted on again after a tie, an empty box or an annulled round", () => {
  expect(mayVoteAgain([])).toBe(true)
  expect(mayVoteAgain([counted(2, 2)])).toBe(true)
  expect(mayVoteAgain([counted(0, 0, 3)])).toBe(true)
  expect(mayVoteAgain([{ ...counted(3, 0), state: "annulled" }])).toBe(true)
  expect(mayVoteAgain([counted(3, 0)])).toBe(false)
  expect(mayVoteAgain([counted(1, 2)])).toBe(false)
  expect(mayVoteAgain([counted(2, 2), counted(1, 2)])).toBe(false)
})

test("a topic is agreed when one of its motions passed, and undecided when nothing could be counted", () => {
  const outcome = (...rounds: RoundFact[]) =>
    outcomeOfTopic(rounds.map(round => ({ ...round, effect: "agreed", returnOn: null })))?.outcome
  expect(outcome()).toBe(undefined)
  expect(outcome(counted(0, 0, 3))).toBe(undefined)
  expect(outcome({ ...counted(3, 0), state: "annulled" })).toBe(undefined)
  expect(outcome(counted(1, 2))).toBe("notAgreed")
  expect(outcome(counted(1, 2), counted(3, 0))).toBe("agreed")
})

test("the first motion that passed says what becomes of its topic", () => {
  const conditional = { ...counted(3, 0), effect: "agreedWithConditions", returnOn: null } as const
  const fieldwork = { ...counted(3, 0), effect: "needsFieldwork", returnOn: "2026-12-01" } as const
  expect(outcomeOfTopic([conditional, fieldwork])).toEqual({ outcome: "agreedWithConditions", returnOn: null })
  expect(outcomeOfTopic([fieldwork, conditional])).toEqual({ outcome: "needsFieldwork", returnOn: "2026-12-01" })
})

test("that no fieldwork is wanted first decides nothing about the matter itself", () => {
  const noFieldwork = { ...counted(1, 2), effect: "needsFieldwork", returnOn: "2026-12-01" } as const
  expect(outcomeOfTopic([noFieldwork])).toBe(null)
  expect(outcomeOfTopic([noFieldwork, { ...counted(1, 2), effect: "agreed", returnOn: null }])).toMatchObject({
    outcome: "notAgreed",
  })
})

test.each([
  ["同意 says no more", {}, { effect: "agreed", conditions: null, returnOn: null }],
  [
    "each line is a condition, blank ones are none",
    { effect: "agreedWithConditions", conditions: [" 只在白天放 ", "", "音量不过60分贝"] },
    { effect: "agreedWithConditions", conditions: ["只在白天放", "音量不过60分贝"], returnOn: null },
  ],
  [
    "fieldwork has a day to be back on",
    { effect: "needsFieldwork", returnOn: "2026-10-09" },
    { effect: "needsFieldwork", conditions: null, returnOn: "2026-10-09" },
  ],
  [
    "fieldwork may keep conditions too",
    { effect: "needsFieldwork", conditions: ["不装在楼道里"], returnOn: "2026-11-08" },
    { effect: "needsFieldwork", conditions: ["不装在楼道里"], returnOn: "2026-11-08" },
  ],
] as const)("%s", (_, said, effect) => {
  expect(checkEffect(said, "2026-10-08")).toEqual({ ok: true, value: { escalateTo: null, ...effect } })
})

test.each([
  ["conditions_missing", { effect: "agreedWithConditions", conditions: [" "] }],
  ["conditions_not_taken", { effect: "agreed", conditions: ["只在白天放"] }],
  ["condition_too_long", { effect: "agreedWithConditions", conditions: ["长".repeat(501)] }],
  ["too_many_conditions", { effect: "agreedWithConditions", conditions: Array<string>(21).fill("一条") }],
  ["return_day_missing", { effect: "needsFieldwork" }],
  ["return_day_missing", { effect: "needsFieldwork", returnOn: "2026-02-30" }],
  ["return_day_past", { effect: "needsFieldwork", returnOn: "2026-10-08" }],
] as const)("%s, when what a motion brings is not fully said", (code, said) => {
  expect(checkEffect(said, "2026-10-08")).toMatchObject({ code })
})

test("a request key is long enough, and plain", () => {
  expect(isRequestKey("0b9e6f0e-6f0e-4b9e-8f0e-0b9e6f0e6f0e")).toBe(true)
  for (const key of ["", "short", "x".repeat(65), "0123456789abcde ", "赞成赞成赞成赞成赞成赞成赞成赞成"])
    expect(isRequestKey(key)).toBe(false)
})

const sources = readdirSync("app/chamber", { recursive: true, encoding: "utf8" })
  .filter(name => name.endsWith(".ts"))
  .map(name => readFileSync(`app/chamber/${name}`, "utf8"))
  .join("\n")
const named = (pattern: RegExp) => [...new Set([...sources.matchAll(pattern)].map(match => match[1]!))]

test("every refusal of the chamber has a sentence that says what to do, calmly", () => {
  const codes = named(/"([a-z]+(?:_[a-z]+)+)"/g)
  expect(codes.length).toBeGreaterThan(30)
  expect(codes.filter(code => !(code in sentences))).toEqual([])
  const detail = {
    present: 1,
    count: 2,
    times: 2,
    entitled: 3,
    needed: 2,
    cast: 1,
    most: 20,
    longest: 2000,
    name: "甲一",
    holder: "乙二",
    by: "乙二",
    minutes: 10,
    marked: 3,
    fewest: 2,
    label: "东门旁",
    ordinal: 2,
    meetingKind: "恳谈会",
    serial: 3,
    sheet: 3,
    open: 1,
    returned: 5,
    read: 4,
    counted: 2,
    counters: 1,
    scrutineers: 0,
    characters: ["㛃"],
    to: "甲一",
    from: "乙二",
    at: "15:06",
  }
  for (const code of codes) expect(sentences[code]!(detail)).toMatch(/^[^!！a-z]+。$/i)
})

test("every write that is an event of the meeting has words for the timeline", () => {
  const actions = named(/"((?:meeting|attendance|speech|motion|round)\.[a-zA-Z]+)"(?!:)/g)
  expect(actions.length).toBeGreaterThan(10)
  expect(actions.filter(action => !(action in chamberAuditWords))).toEqual([])
})
