import fc from "fast-check"
import { expect, test } from "vitest"
import { type Stance, stances } from "#db/schema/chamber-speaking"
import {
  type Asked,
  canAsk,
  countTimes,
  formatLapse,
  lapseWords,
  limitSecondsOf,
  orderQueue,
  readFace,
  type Said,
} from "~/chamber/speaking/rules"
import { statisticsOf, type TurnFact } from "~/chamber/speaking/statistics"

const isFor = (stance: Stance) => stance === "support" || stance === "conditional"
const isAgainst = (stance: Stance) => stance === "oppose"

/** Few people and few moments, so that people return and moments are shared. */
const anAsked = fc.record({
  participantId: fc.constantFrom("甲", "乙", "丙", "丁", "戊", "己"),
  kind: fc.constantFrom("speech" as const, "speech" as const, "speech" as const, "pointOfOrder" as const),
  stance: fc.constantFrom(...stances),
  requestedAt: fc.nat(20),
})
const aQueue = fc
  .array(anAsked, { maxLength: 14 })
  .map(all => all.map((one, at): Asked => ({ ...one, requestId: `request ${at}` })))
const whatWasSaid = fc.array(anAsked, { maxLength: 10 }).map(all => all as Said[])

const timesOf = (said: readonly Said[], participantId: string) =>
  said.filter(one => one.kind === "speech" && one.participantId === participantId).length

const inAnyHall = (holds: (ordered: Asked[], asked: Asked[], said: Said[]) => boolean) =>
  fc.assert(
    fc.property(aQueue, whatWasSaid, (asked, said) => holds(orderQueue(asked, said), asked, said)),
    { numRuns: 500 },
  )

test("whoever asked is in the queue once, and nobody else", () => {
  inAnyHall((ordered, asked) => {
    const ids = ordered.map(one => one.requestId)
    return ids.length === asked.length && new Set([...ids, ...asked.map(one => one.requestId)]).size === ids.length
  })
})

test("points of order come before every speech, in the order of asking", () => {
  inAnyHall(ordered => {
    const firstSpeech = ordered.findIndex(one => one.kind === "speech")
    const points = ordered.filter(one => one.kind === "pointOfOrder")
    return (
      (firstSpeech === -1 || ordered.slice(firstSpeech).every(one => one.kind === "speech")) &&
      points.every((one, at) => at === 0 || points[at - 1]!.requestedAt <= one.requestedAt)
    )
  })
})

test("nobody who spoke goes before one who has not", () => {
  inAnyHall((ordered, _, said) => {
    const times = ordered.filter(one => one.kind === "speech").map(one => timesOf(said, one.participantId))
    return times.every((one, at) => at === 0 || times[at - 1]! <= one)
  })
})

test("two of one side follow each other only where nobody of the other side and of their rank is left", () => {
  inAnyHall((ordered, _, said) => {
    const speeches = ordered.filter(one => one.kind === "speech")
    return speeches.every((one, at) => {
      const before = speeches.slice(0, at).findLast(other => other.stance !== "neutral")
      if (!before || one.stance === "neutral" || isFor(before.stance) !== isFor(one.stance)) return true
      const later = speeches.slice(at + 1)
      const equals = later.filter(
        other => timesOf(said, other.participantId) === timesOf(said, one.participantId) && other.stance !== "neutral",
      )
      return equals.every(other => isFor(other.stance) === isFor(one.stance))
    })
  })
})

test("who only tells facts is passed over by nobody who asked later and spoke as often", () => {
  inAnyHall((ordered, _, said) => {
    const speeches = ordered.filter(one => one.kind === "speech")
    return speeches.every((one, at) =>
      one.stance !== "neutral"
        ? true
        : speeches
            .slice(0, at)
            .every(
              other =>
                timesOf(said, other.participantId) < timesOf(said, one.participantId) ||
                other.requestedAt <= one.requestedAt,
            ),
    )
  })
})

test("of one side and as often heard, whoever asked first is called first", () => {
  inAnyHall((ordered, _, said) =>
    [isFor, isAgainst].every(side => {
      const own = ordered.filter(one => one.kind === "speech" && side(one.stance))
      return own.every(
        (one, at) =>
          at === 0 ||
          timesOf(said, own[at - 1]!.participantId) < timesOf(said, one.participantId) ||
          own[at - 1]!.requestedAt <= one.requestedAt,
      )
    }),
  )
})

const asks = (participantId: string, stance: Stance, requestedAt: number, kind: Asked["kind"] = "speech"): Asked => ({
  requestId: `${participantId}${requestedAt}`,
  participantId,
  kind,
  stance,
  requestedAt,
})
const namesOf = (asked: readonly Asked[], said: readonly Said[] = []) =>
  orderQueue(asked, said).map(one => one.participantId)

test("for and against take turns, beginning with the side that did not speak last", () => {
  const asked = [
    asks("甲一", "support", 1),
    asks("乙二", "support", 2),
    asks("丙三", "conditional", 3),
    asks("丁四", "oppose", 4),
    asks("戊五", "oppose", 5),
  ]
  expect(namesOf(asked)).toEqual(["甲一", "丁四", "乙二", "戊五", "丙三"])
  const said: Said[] = [{ participantId: "己六", kind: "speech", stance: "support" }]
  expect(namesOf(asked, said)).toEqual(["丁四", "甲一", "戊五", "乙二", "丙三"])
})

test("who only tells facts keeps the place of asking, and the sides their turn", () => {
  const asked = [
    asks("甲一", "support", 1),
    asks("乙二", "neutral", 2),
    asks("丙三", "support", 3),
    asks("丁四", "oppose", 4),
  ]
  expect(namesOf(asked)).toEqual(["甲一", "乙二", "丁四", "丙三"])
})

test("where one side alone is left, the order of asking holds", () => {
  const said: Said[] = [{ participantId: "己六", kind: "speech", stance: "support" }]
  expect(namesOf([asks("甲一", "support", 1), asks("乙二", "neutral", 2)], said)).toEqual(["甲一", "乙二"])
})

test("a point of order counts as no speech: who raised one still goes before who spoke", () => {
  const said: Said[] = [
    { participantId: "甲一", kind: "pointOfOrder", stance: "neutral" },
    { participantId: "乙二", kind: "speech", stance: "oppose" },
  ]
  expect(namesOf([asks("乙二", "support", 1), asks("甲一", "support", 2)], said)).toEqual(["甲一", "乙二"])
})

const limit = { minutes: 3, times: 2 }
const speech = (state: "waiting" | "speaking" | "done" | "withdrawn") => ({
  kind: "speech" as const,
  state,
  motionId: null as string | null,
})

test("one asks twice for each motion, not while waiting, and as often as the chair grants", () => {
  const wish = { kind: "speech" as const, motionId: null, beyondLimit: false }
  expect(canAsk([], wish, limit).ok).toBe(true)
  expect(canAsk([speech("done"), speech("withdrawn"), speech("withdrawn")], wish, limit).ok).toBe(true)
  expect(canAsk([speech("speaking")], wish, limit).ok).toBe(true)
  expect(canAsk([speech("waiting")], wish, limit)).toMatchObject({ code: "already_in_queue" })
  const spent = [speech("done"), speech("done")]
  expect(canAsk(spent, wish, limit)).toMatchObject({ code: "speech_limit_reached", detail: { times: 2 } })
  expect(canAsk(spent, { ...wish, motionId: "motion" }, limit).ok).toBe(true)
  expect(canAsk(spent, { ...wish, beyondLimit: true }, limit).ok).toBe(true)
  expect(countTimes([...spent, { kind: "pointOfOrder", state: "done", motionId: null }], null)).toBe(2)
})

test("a point of order is raised by whoever waits or has spoken enough, one at a time and for a minute", () => {
  const wish = { kind: "pointOfOrder" as const, motionId: null, beyondLimit: false }
  const own = [speech("done"), speech("done"), speech("waiting")]
  expect(canAsk(own, wish, limit).ok).toBe(true)
  expect(canAsk([...own, { kind: "pointOfOrder", state: "waiting", motionId: null }], wish, limit).ok).toBe(false)
  expect(limitSecondsOf("pointOfOrder", limit)).toBe(60)
  expect(limitSecondsOf("speech", limit)).toBe(180)
})

test.each([
  [0, "left", "3:00", 1],
  [1, "left", "3:00", 179_999 / 180_000],
  [1_000, "left", "2:59", 179 / 180],
  [149_000, "left", "0:31", 31 / 180],
  [150_000, "soon", "0:30", 30 / 180],
  [179_999, "soon", "0:01", 1 / 180_000],
  [180_000, "over", "0:00", 0],
  [192_400, "over", "0:12", 0],
])("after %i of 180000 milliseconds the face is %s and shows %s", (spoken, phase, digits, share) => {
  expect(readFace(spoken, 180)).toEqual({ phase, digits, share })
})

test("lapses are written for clocks and for lists", () => {
  expect([0, 59, 60, 725].map(formatLapse)).toEqual(["0:00", "0:59", "1:00", "12:05"])
  expect([0, 59.6, 60, 185, 3600].map(lapseWords)).toEqual(["0秒", "1分", "1分", "3分05秒", "60分"])
})

test("minutes are all that was said, times are speeches; observers stand apart", () => {
  const turn = (participantId: string, change: Partial<TurnFact>): TurnFact => ({
    participantId,
    name: participantId,
    standing: "entitled",
    capacity: "resident",
    kind: "speech",
    stance: "support",
    spokenMs: 60_000,
    ...change,
  })
  const figures = statisticsOf([
    turn("甲一", {}),
    turn("甲一", { stance: "oppose", spokenMs: 30_000 }),
    turn("乙二", { kind: "pointOfOrder", stance: "neutral", spokenMs: 10_000 }),
    turn("丙三", { standing: "observer", capacity: "property", spokenMs: 200_400 }),
  ])
  expect(figures.total).toEqual({ people: 3, times: 3, seconds: 300 })
  expect(
    figures.people.map(({ name, times, seconds, pointsOfOrder }) => [name, times, seconds, pointsOfOrder]),
  ).toEqual([
    ["丙三", 1, 200, 0],
    ["甲一", 2, 90, 0],
    ["乙二", 0, 10, 1],
  ])
  expect(figures.capacities.map(({ label, people, times, seconds }) => [label, people, times, seconds])).toEqual([
    ["列席", 1, 1, 200],
    ["居民", 2, 2, 100],
  ])
  expect(figures.stances.map(({ label, times, seconds }) => [label, times, seconds])).toEqual([
    ["赞成", 2, 260],
    ["有条件赞成", 0, 0],
    ["不赞成", 1, 30],
    ["只说情况", 0, 0],
  ])
})
