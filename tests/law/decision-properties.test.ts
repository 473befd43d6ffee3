import fc from "fast-check"
import { expect, test } from "vitest"
import { countMarks, decideOptions, type OptionMark, type OptionsRule } from "~/law/options"
import { agreementBases, type Counts, type DecisionRule, decide } from "~/law/tally"
import type { Bar } from "~/law/threshold"

/** Fewer under mutation testing, where the tables of cases do the work. */
const runs = Number(process.env.PROPERTY_RUNS ?? 100_000)

/** Sign of a/b − c/d by continued fractions: exact, and without the cross-multiplication the house itself uses. */
function compare(a: number, b: number, c: number, d: number): number {
  const [left, right] = [Math.floor(a / b), Math.floor(c / d)]
  if (left !== right) return left - right
  const [restLeft, restRight] = [a % b, c % d]
  if (restLeft === 0 || restRight === 0) return restLeft - restRight
  return compare(d, restRight, b, restLeft)
}

const reaches = (count: number, whole: number, { part: [numerator, denominator], over }: Bar): boolean => {
  const sign = compare(count, whole, numerator, denominator)
  return over ? sign > 0 : sign >= 0
}

const few = fc.nat(9)
const anyBar = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.nat(3), fc.boolean()).map(([numerator, more, over]): Bar => {
  const part = [numerator, numerator + more] as const
  return over ? { part, over } : { part }
})

type Hall = {
  yes: number
  no: number
  abstain: number
  invalid: number
  silent: number
  recused: number
  absent: number
}
const anyHall: fc.Arbitrary<Hall> = fc.record({
  yes: few,
  no: few,
  abstain: few,
  invalid: fc.nat(3),
  silent: fc.nat(4),
  recused: fc.nat(2),
  absent: fc.nat(12),
})
const anyRule = fc.tuple(fc.option(anyBar), anyBar, fc.constantFrom(...agreementBases)).map(
  ([quorum, bar, base]): DecisionRule => ({
    quorum: quorum && { label: "到会人数", bar: quorum, article: "本社区议事规则" },
    agreement: { label: "赞成人数", bar, base, article: "本社区议事规则" },
  }),
)

const countsOf = ({ yes, no, abstain, invalid }: Hall): Counts => ({ for: yes, against: no, abstain, invalid })
const attendanceOf = (hall: Hall) => {
  const present = hall.yes + hall.no + hall.abstain + hall.invalid + hall.silent + hall.recused
  return { present, entitled: present + hall.absent, recused: hall.recused }
}

test("a decision by heads equals exact rational arithmetic", () => {
  fc.assert(
    fc.property(anyHall, anyRule, (hall, rule) => {
      const { yes, no, abstain, invalid, silent, recused, absent } = hall
      const cast = yes + no + abstain + invalid
      const present = cast + silent + recused
      const wholes = {
        forAndAgainst: yes + no,
        valid: yes + no + abstain,
        cast,
        present,
        members: present + absent,
      }
      const whole = wholes[rule.agreement.base]
      const expected = () => {
        if (cast === 0 || whole === 0) return "cannotBeCounted"
        if (rule.quorum && !reaches(present, present + absent, rule.quorum.bar)) return "notPassed"
        return reaches(yes, whole, rule.agreement.bar) ? "passed" : "notPassed"
      }
      const decision = decide(countsOf(hall), attendanceOf(hall), rule)
      expect(decision.outcome).toBe(expected())
      expect(decision.silent).toBe(silent)
    }),
    { numRuns: runs },
  )
})

test("one more agreement never turns passed into not passed, whoever it comes from", () => {
  const others = ["no", "abstain", "invalid", "silent"] as const
  fc.assert(
    fc.property(anyHall, anyRule, fc.constantFrom(...others), (hall, rule, other) => {
      fc.pre(hall[other] > 0)
      const after = { ...hall, yes: hall.yes + 1, [other]: hall[other] - 1 }
      const before = decide(countsOf(hall), attendanceOf(hall), rule)
      return before.outcome !== "passed" || decide(countsOf(after), attendanceOf(after), rule).outcome === "passed"
    }),
    { numRuns: Math.min(runs, 5_000) },
  )
})

test("one more who comes and agrees never turns passed into not passed", () => {
  fc.assert(
    fc.property(anyHall, anyRule, (hall, rule) => {
      const after = { ...hall, yes: hall.yes + 1, absent: Math.max(0, hall.absent - 1) }
      const before = decide(countsOf(hall), attendanceOf(hall), rule)
      return before.outcome !== "passed" || decide(countsOf(after), attendanceOf(after), rule).outcome === "passed"
    }),
    { numRuns: Math.min(runs, 5_000) },
  )
})

test("a casting vote for carries only what it would also carry were the whole left as it was", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9 }), anyHall, anyRule, (side, hall, plain) => {
      const rule: DecisionRule = { ...plain, tie: "chairDecides" }
      const tied = { ...hall, yes: side, no: side }
      const [counts, attendance] = [countsOf(tied), attendanceOf(tied)]
      const open = decide(counts, attendance, rule)
      const yes = decide(counts, attendance, rule, "for")
      expect(decide(counts, attendance, rule, "against").outcome).toBe(open.outcome)
      expect(yes.castingVote).toBe(open.awaitsCastingVote ? "for" : null)
      expect(yes.outcome).toBe(open.awaitsCastingVote ? "passed" : open.outcome)
      if (!open.awaitsCastingVote) return
      const light = open.lights.at(-1)!
      expect(reaches(side + 1, light.whole, light.bar)).toBe(true)
    }),
    { numRuns: Math.min(runs, 5_000) },
  )
})

const letters = ["a", "b", "c", "d", "e"]
const anyVote = fc.record({
  options: fc.integer({ min: 1, max: 5 }),
  seats: fc.integer({ min: 1, max: 3 }),
  // Which options a ballot marks, as bits; 32 and above are 均不同意, 弃权 and 无效.
  box: fc.array(fc.integer({ min: 1, max: 34 }), { maxLength: 12 }),
  silent: fc.nat(4),
  absent: fc.nat(8),
  bar: anyBar,
  base: fc.constantFrom("valid" as const, "cast" as const, "present" as const, "members" as const),
  hasRunOff: fc.boolean(),
})

function paperOf(mark: number): OptionMark {
  if (mark >= 32) return (["none", "abstain", "invalid"] as const)[mark - 32]!
  return { options: letters.filter((_, at) => (mark >> at) & 1) }
}

const optionsRuleOf = ({
  bar,
  base,
  seats,
  hasRunOff,
}: {
  bar: Bar
  base: OptionsRule["agreement"]["base"]
  seats: number
  hasRunOff: boolean
}): OptionsRule => ({
  quorum: null,
  agreement: { label: "得票", bar, base, article: "本社区议事规则" },
  runOff: hasRunOff ? { bar: { part: [1, 3] }, article: "本社区议事规则" } : null,
  seats,
})

test("a vote between options equals its definition, in exact rational arithmetic", () => {
  fc.assert(
    fc.property(anyVote, vote => {
      const { options, seats, box, silent, absent, bar, base, hasRunOff } = vote
      const keys = letters.slice(0, options)
      const papers = box.map(paperOf)
      const isGood = (paper: OptionMark) =>
        typeof paper !== "string" && paper.options.length <= seats && paper.options.every(key => keys.includes(key))
      const votes = (key: string) =>
        papers.filter(paper => isGood(paper) && typeof paper !== "string" && paper.options.includes(key)).length
      const invalid = papers.filter(paper => paper !== "none" && paper !== "abstain" && !isGood(paper)).length
      const present = box.length + silent
      const whole = { valid: box.length - invalid, cast: box.length, present, members: present + absent }[base]
      const decision = decideOptions(
        keys,
        countMarks(papers, keys, seats),
        { present, entitled: present + absent },
        optionsRuleOf(vote),
      )
      if (box.length === 0 || whole === 0) {
        expect(decision.reason).toBe("nothingToCount")
        return
      }
      const claims = keys.filter(key => votes(key) > 0 && reaches(votes(key), whole, bar))
      const ahead = (key: string, among: string[]) => among.filter(other => votes(other) > votes(key)).length
      const level = (key: string, among: string[]) => among.filter(other => votes(other) >= votes(key)).length
      // Chosen: with everyone at least as strong there is room. Tied: there would be room for those who are stronger.
      const chosen = claims.filter(key => level(key, claims) <= seats)
      const tied = claims.filter(key => level(key, claims) > seats && ahead(key, claims) < seats)
      const waiting = keys.filter(key => !chosen.includes(key))
      const left = seats - chosen.length
      const again = waiting.filter(key => ahead(key, waiting) <= left)
      const isAgain = left > 0 && waiting.some(key => votes(key) > 0)
      expect(decision.chosen.toSorted()).toEqual(chosen)
      expect(decision.tied.toSorted()).toEqual(tied)
      expect(decision.runOffAmong.toSorted()).toEqual(!hasRunOff || !isAgain ? [] : tied.length > 0 ? tied : again)
      expect(decision.outcome).toBe(
        chosen.length === seats ? "decided" : chosen.length > 0 ? "partlyDecided" : "notDecided",
      )
    }),
    { numRuns: runs },
  )
})

test("neither the order of ballots nor the order of the paper decides who is chosen", () => {
  fc.assert(
    fc.property(anyVote, fc.infiniteStream(fc.nat()), (vote, chance) => {
      const keys = letters.slice(0, vote.options)
      const shuffled = <T>(items: readonly T[]): T[] =>
        items
          .map(item => [chance.next().value, item] as const)
          .toSorted(([a], [b]) => a - b)
          .map(([, item]) => item)
      const present = vote.box.length + vote.silent
      const decideIn = (order: string[], box: number[]) => {
        const { outcome, reason, chosen, tied, runOffAmong } = decideOptions(
          order,
          countMarks(box.map(paperOf), order, vote.seats),
          { present, entitled: present + vote.absent },
          optionsRuleOf(vote),
        )
        return [outcome, reason, chosen.toSorted(), tied.toSorted(), runOffAmong.toSorted()]
      }
      expect(decideIn(shuffled(keys), shuffled(vote.box))).toEqual(decideIn(keys, vote.box))
    }),
    { numRuns: Math.min(runs, 5_000) },
  )
})

test("one more ballot for an option alone, in place of one that marked nothing, never takes its seat away", () => {
  fc.assert(
    fc.property(anyVote, vote => {
      const keys = letters.slice(0, vote.options)
      const without = vote.box.findIndex(mark => mark >= 32)
      fc.pre(without >= 0)
      const present = vote.box.length + vote.silent
      const chosenOf = (box: number[]) =>
        decideOptions(
          keys,
          countMarks(box.map(paperOf), keys, vote.seats),
          { present, entitled: present + vote.absent },
          optionsRuleOf(vote),
        ).chosen
      const before = chosenOf(vote.box)
      return !before.includes("a") || chosenOf(vote.box.with(without, 1)).includes("a")
    }),
    { numRuns: Math.min(runs, 5_000) },
  )
})
