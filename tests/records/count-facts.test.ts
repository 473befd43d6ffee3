import { expect, test } from "vitest"
import type { PaperBalance } from "#db/schema/chamber-rounds"
import { applyMarks, maskText } from "~/law/masking"
import { countAnnouncementFacts, countReportFacts } from "~/records/count-facts"
import { aMotion, aRecordedMeeting } from "./recorded-meeting"

const papers = (valid: number, invalid: number): PaperBalance => ({
  issued: valid + invalid,
  returned: valid + invalid,
  spoiled: 0,
  missing: 0,
  duplicate: 0,
  valid,
  invalid,
})

/** 21 ballots of which 2 are invalid; so many of them on paper. */
function aCount({ secret, paper }: { secret: boolean; paper: PaperBalance }) {
  const counts = { for: 15, against: 3, abstain: 1, invalid: 2 }
  const motion = aMotion({ secret, counts, present: 21, entitled: 24 })
  const round = motion.rounds[0]!
  const result = { ...round.result!, paper }
  return countReportFacts(
    { recorded: aRecordedMeeting({ motions: [motion] }), motion, round: { ...round, result }, result },
    { challenges: [], handCounts: [] },
  )
}

const validities = (facts: ReturnType<typeof aCount>) =>
  facts.channels.map(one => [one.channel, one.returned, one.valid, one.invalid])

test("the only paper of a secret round is not told to be valid or invalid", () => {
  const facts = aCount({ secret: true, paper: papers(0, 1) })
  expect(validities(facts)).toEqual([
    ["平板", "20", "—", "—"],
    ["纸质票", "1", "—", "—"],
    ["合计", "21", "19", "2"],
  ])
  expect(facts.balance.join("")).toBe("纸质票：发出1张＝收回1张＋作废0张＋未收回0张。")
})

test("the only tablet among papers of a secret round is not told either", () => {
  expect(validities(aCount({ secret: true, paper: papers(19, 1) }))).toEqual([
    ["平板", "1", "—", "—"],
    ["纸质票", "20", "—", "—"],
    ["合计", "21", "19", "2"],
  ])
})

test("of an open round, or where enough came both ways, valid and invalid are told apart by the way they came", () => {
  expect(validities(aCount({ secret: false, paper: papers(0, 1) }))).toEqual([
    ["平板", "20", "19", "1"],
    ["纸质票", "1", "0", "1"],
  ])
  const enough = aCount({ secret: true, paper: papers(5, 1) })
  expect(validities(enough)).toEqual([
    ["平板", "15", "14", "1"],
    ["纸质票", "6", "5", "1"],
  ])
  expect(enough.balance.join("")).toContain("收回6张＝有效5张＋无效1张＋重复0张")
})

test("where the meeting was held is masked like the rest of the announcement", () => {
  const motion = aMotion()
  const round = motion.rounds[0]!
  const venue = { name: "居民家中", address: "3栋402室，电话13900001234" }
  const recorded = aRecordedMeeting({ motions: [motion], venue })
  const { opening } = countAnnouncementFacts(
    { recorded, motion, round, result: round.result! },
    { mask: text => applyMarks(text, maskText(text, { people: [] })), contactPhone: "" },
  )
  expect(opening).toContain("居民家中（3栋")
  expect(opening).not.toMatch(/402|13900001234/)
})
