import fc from "fast-check"
import { expect, test } from "vitest"
import { ownerHeads } from "~/law/owners"
import { decideOwners, judgeOwners, type OwnersReason, type OwnerVote, silenceModes } from "~/law/owners-vote"
import type { OwnersClass } from "./cases/owners-cases"
import { barsOf, ruleOf } from "./owners-rules"

/** Mutation testing asks for fewer: it runs every case thousands of times over. */
const runs = (full: number): number => Math.min(full, Number(process.env.PROPERTY_RUNS ?? full))

// The reference: shares as fractions in lowest terms, compared by the sign of their difference. It shares no line with the
// code under test, which multiplies crosswise.
type Fraction = { top: bigint; bottom: bigint }
const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b))
const share = (part: number, whole: number): Fraction => {
  const [top, bottom] = [BigInt(part), BigInt(whole)]
  const by = gcd(top, bottom)
  return { top: top / by, bottom: bottom / by }
}
const difference = (a: Fraction, b: Fraction): bigint => a.top * b.bottom - b.top * a.bottom

type Triple = { yes: number; part: number; whole: number }

function referenceReason(heads: Triple, area: Triple, cls: OwnersClass): OwnersReason {
  for (const { yes, part, whole } of [heads, area])
    if (yes < 0 || part < 0 || whole < 0 || yes > part || part > whole) return "figuresContradict"
  if (heads.whole === 0 || area.whole === 0) return "nothingToCount"
  for (const { part, whole } of [heads, area])
    if (difference(share(part, whole), share(2, 3)) < 0n) return "tooFewTookPart"
  for (const { yes, part } of [heads, area]) {
    const beyond = cls === "A" ? difference(share(yes, part), share(3, 4)) : difference(share(yes, part), share(1, 2))
    if (cls === "A" ? beyond < 0n : beyond <= 0n) return "notEnoughAgreed"
  }
  return "agreed"
}

/** Wholes of every size, and parts close to the bars more often than far from them. */
const aTriple = (most: number): fc.Arbitrary<Triple> =>
  fc
    .record({
      whole: fc.oneof(fc.constant(0), fc.nat(12), fc.nat(3000), fc.nat(most), fc.nat(most)),
      partShare: fc.constantFrom([2, 3], [2, 3], [1, 1], [1, 2], [0, 1]),
      yesShare: fc.constantFrom([3, 4], [1, 2], [1, 1], [2, 3], [0, 1]),
      partMore: fc.constantFrom(-2, -1, 0, 0, 0, 1, 2),
      yesMore: fc.constantFrom(-2, -1, 0, 0, 0, 1, 2),
    })
    .map(({ whole, partShare, yesShare, partMore, yesMore }) => {
      const near = (of: number, [n, d]: readonly [number, number]) => Number((BigInt(of) * BigInt(n)) / BigInt(d))
      const part = Math.min(Number.MAX_SAFE_INTEGER, near(whole, partShare) + partMore)
      const yes = Math.min(Number.MAX_SAFE_INTEGER, near(Math.max(0, part), yesShare) + yesMore)
      return { yes, part, whole }
    })

const aClass = fc.constantFrom<OwnersClass>("A", "B")
const judge = (heads: Triple, area: Triple, cls: OwnersClass) =>
  judgeOwners(
    {
      whole: { heads: heads.whole, areaCm2: area.whole },
      participating: { heads: heads.part, areaCm2: area.part },
      agreeing: { heads: heads.yes, areaCm2: area.yes },
    },
    barsOf(cls),
  )

test("in 100,000 random cases the verdict is that of exact fractions, and every verdict turns up", () => {
  const met = new Map<OwnersReason, number>()
  fc.assert(
    fc.property(aTriple(30_000), aTriple(Number.MAX_SAFE_INTEGER), aClass, (heads, area, cls) => {
      const { reason } = judge(heads, area, cls)
      met.set(reason, (met.get(reason) ?? 0) + 1)
      return reason === referenceReason(heads, area, cls)
    }),
    { numRuns: runs(100_000) },
  )
  for (const reason of ["agreed", "notEnoughAgreed", "tooFewTookPart", "nothingToCount", "figuresContradict"] as const)
    expect(met.get(reason) ?? 0, reason).toBeGreaterThan(runs(100_000) / 500)
})

test("heads and area stand on their own: both must pass, and neither makes up for the other", () => {
  const perfect: Triple = { yes: 9, part: 9, whole: 9 }
  fc.assert(
    fc.property(aTriple(3000), aTriple(1e12), aClass, (heads, area, cls) => {
      const both = judge(heads, area, cls)
      const byHeads = judge(heads, perfect, cls)
      const byArea = judge(perfect, area, cls)
      expect([both.lights[0], both.lights[2]]).toEqual([byHeads.lights[0], byHeads.lights[2]])
      expect([both.lights[1], both.lights[3]]).toEqual([byArea.lights[1], byArea.lights[3]])
      const passes = byHeads.outcome === "passed" && byArea.outcome === "passed"
      expect(both.outcome === "passed").toBe(passes)
    }),
    { numRuns: runs(3000) },
  )
})

const aVote: fc.Arbitrary<OwnerVote> = fc.record({
  areaCm2: fc.constantFrom(1, 100, 100, 100, 985_300, 2_000_000),
  answer: fc.constantFrom("for", "for", "against", "abstain", "invalid", "notReturned"),
  isDelivered: fc.boolean(),
})
const votes = fc.array(aVote, { maxLength: 40 })
const aRule = fc
  .tuple(aClass, fc.constantFrom(...silenceModes), fc.constantFrom("notParticipating", "participating"))
  .map(settings => ruleOf(...(settings as Parameters<typeof ruleOf>)))

test("the order in which papers are counted never matters", () => {
  fc.assert(
    fc.property(
      votes.chain(all => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
      aRule,
      ([given, shuffled], rule) => {
        expect(decideOwners(shuffled, rule)).toEqual(decideOwners(given, rule))
      },
    ),
    { numRuns: runs(2000) },
  )
})

test("one more agreement never turns a pass into a failure, whoever it comes from and whatever silence means", () => {
  let passed = 0
  fc.assert(
    fc.property(fc.array(aVote, { minLength: 1, maxLength: 24 }), fc.nat(), aRule, (given, seed, rule) => {
      const before = decideOwners(given, rule)
      const at = seed % given.length
      const after = decideOwners(
        given.map((vote, index) => (index === at ? { ...vote, answer: "for" as const, isDelivered: true } : vote)),
        rule,
      )
      if (before.outcome === "passed") passed += 1
      expect(before.outcome === "passed" && after.outcome !== "passed").toBe(false)
      expect(before.strict.outcome === "passed" && after.strict.outcome !== "passed").toBe(false)
    }),
    { numRuns: runs(20_000) },
  )
  expect(passed).toBeGreaterThan(runs(20_000) / 40)
})

test("everyone who is on the roll is counted once, and the strict verdict knows nothing of the rule on silence", () => {
  fc.assert(
    fc.property(votes, aRule, (given, rule) => {
      const decision = decideOwners(given, rule)
      const { whole, ...groups } = decision.count
      const added = Object.values(groups).reduce((sum, one) => [sum[0]! + one.heads, sum[1]! + one.areaCm2], [0, 0])
      expect(added).toEqual([whole.heads, whole.areaCm2])
      expect(whole.heads).toBe(given.length)
      const silenceless = { ...rule, silence: { ...rule.silence, mode: "notParticipating" as const } }
      expect(decideOwners(given, silenceless).strict).toEqual(decision.strict)
    }),
    { numRuns: runs(2000) },
  )
})

test("the order in which units stand in the register never changes the heads", () => {
  const aUnit = fc.record({
    unitId: fc.uuid(),
    areaCm2: fc.nat(2_000_000),
    isParking: fc.boolean(),
    holding: fc.constantFrom("owned" as const, "owned" as const, "unsold" as const, "soldUndelivered" as const),
    ownerIds: fc.array(fc.constantFrom("A", "B", "C", "d"), { maxLength: 3 }),
    developerId: fc.constantFrom("d", "e", null),
  })
  const plain = (units: Parameters<typeof ownerHeads>[0], parkingArea: "counted" | "notCounted") =>
    ownerHeads(units, { parkingArea })
      .map(head => ({ ...head, unitIds: head.unitIds.toSorted() }))
      .sort((a, b) => (a.key < b.key ? -1 : 1))
  fc.assert(
    fc.property(
      fc
        .uniqueArray(aUnit, { maxLength: 20, selector: unit => unit.unitId })
        .chain(all => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
      fc.constantFrom("counted" as const, "notCounted" as const),
      ([given, shuffled], parkingArea) => {
        expect(plain(shuffled, parkingArea)).toEqual(plain(given, parkingArea))
      },
    ),
    { numRuns: runs(2000) },
  )
})
