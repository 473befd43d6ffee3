import { expect, test } from "vitest"
import type { PaperBalance } from "#db/schema/chamber-rounds"
import { draftMinutesWording, draftResolutionWording } from "~/records/drafting"
import { listPassedRounds, type RecordedMotion, standingRound } from "~/records/recorded-meeting"
import { resolutionFacts } from "~/records/resolution-facts"
import { countingInWords, methodName, printedVotes } from "~/records/vote-facts"
import { presetOf } from "~/rulebook/presets"
import { aMotion, aRecordedMeeting } from "./recorded-meeting"

const rule = presetOf("deliberation")

/** A motion with two proclaimed rounds, the first of which was set aside. */
function aRepeatedMotion(): RecordedMotion {
  const motion = aMotion({ states: ["proclaimed", "proclaimed"] })
  motion.rounds[0]!.corrections = [
    { kind: "setAside", wrong: "一台平板投了两次", right: "清点签到后重新表决", signedBy: ["甲一", "乙二"] },
  ]
  return motion
}

test("a result that was set aside is printed with its signatures, and decides nothing", () => {
  const motion = aRepeatedMotion()
  expect(standingRound(motion)?.ordinal).toBe(2)
  const [first, second] = printedVotes(motion, rule, "电梯")
  expect(first!.outcome).toMatch(/本轮结果已撤销，重新表决：一台平板投了两次；清点签到后重新表决（甲一、乙二签署）。$/)
  expect(second!.outcome).not.toContain("撤销")
})

test("where the only result was set aside, the motion owes no resolution", () => {
  const motion = aRepeatedMotion()
  motion.rounds.pop()
  expect(listPassedRounds(aRecordedMeeting({ motions: [motion] }))).toEqual([])
})

test("a slip of the pen is put right behind the outcome, which stands", () => {
  const motion = aMotion()
  motion.rounds[0]!.corrections = [{ kind: "note", wrong: "监票人写成庚七", right: "辛八", signedBy: ["甲一", "乙二"] }]
  const [vote] = printedVotes(motion, rule, "电梯")
  expect(vote!.outcome).toMatch(/该事项通过。勘误：监票人写成庚七，应为辛八（甲一、乙二签署）。$/)
})

test("an amendment that was carried owes no resolution: what it changed is decided with its motion", () => {
  const main = aMotion({ id: "main" })
  const amendment: RecordedMotion = {
    ...aMotion({ id: "amendment", content: "同意加装电梯，先公示七日" }),
    kind: "amendment",
    amendsMotionId: "main",
  }
  const recorded = aRecordedMeeting({ motions: [main, amendment] })
  expect(listPassedRounds(recorded).map(({ motion }) => motion.id)).toEqual(["main"])
  const [item] = draftMinutesWording(recorded).items
  expect(item!.gist).toContain("会上提出修改为“同意加装电梯，先公示七日”，经表决采纳。")
  expect(item!.decisions).toHaveLength(1)
  expect(printedVotes(amendment, rule, "电梯")[0]!.title).toBe("修正案：同意加装电梯，先公示七日")
})

test.each([
  ["adopted", "会上提出修改为“同意加装电梯”，经同意采纳：提出人和各方都同意。"],
  ["withdrawn", "“同意加装电梯”由提出人撤回：提出人和各方都同意。"],
] as const)("an amendment that was %s without a vote is told with its reason", (standing, sentence) => {
  const amendment: RecordedMotion = {
    ...aMotion({ states: [] }),
    kind: "amendment",
    standing,
    standingReason: "提出人和各方都同意",
  }
  const [item] = draftMinutesWording(aRecordedMeeting({ motions: [amendment] })).items
  expect(item!.gist).toBe(sentence)
})

test("dissent stands in the minutes with the explanation that was given", () => {
  const motion = aMotion({ counts: { for: 10, against: 0, abstain: 0 } })
  motion.dissents = [
    { heldBy: "寅三", opinion: "施工会影响一楼采光", explanation: "设计单位出具书面说明后才开工", explainedBy: "甲一" },
    { heldBy: "卯四", opinion: "费用偏高", explanation: "", explainedBy: "" },
  ]
  const [item] = draftMinutesWording(aRecordedMeeting({ motions: [motion] })).items
  expect(item!.dissent).toBe(
    "寅三：施工会影响一楼采光。对此，甲一说明：设计单位出具书面说明后才开工。\n卯四：费用偏高。",
  )
})

test("what a committee recommended before the vote stands in the minutes", () => {
  const motion = aMotion()
  motion.recommendations = [{ body: "银杏家园业委会", stance: "recommended", reason: "走访过三十二户" }]
  const [item] = draftMinutesWording(aRecordedMeeting({ motions: [motion] })).items
  expect(item!.gist).toBe("银杏家园业委会对“同意加装电梯”建议同意：走访过三十二户。")
})

test("what is for a higher procedure is handed on: the paper does not read as if the matter were settled", () => {
  const motion = aMotion({ terms: { effect: "escalated" } })
  motion.escalateTo = "representatives"
  const recorded = aRecordedMeeting({ motions: [motion] })
  const wording = draftResolutionWording(recorded, motion)
  expect(wording.items.map(item => item.content)).toEqual([expect.stringMatching(/^将.+提交居民代表会议决定。$/)])
  const facts = resolutionFacts(recorded, motion, motion.rounds[0]!, wording, null)
  expect(facts.text).toContain("本次会议不作决定，提交居民代表会议决定。")
})

const balance: PaperBalance = {
  issued: 5,
  returned: 4,
  spoiled: 1,
  missing: 0,
  valid: 3,
  invalid: 1,
  duplicate: 0,
}

test("every paper is accounted for in words, and whoever counted them is named", () => {
  const [round] = aMotion({ secret: false }).rounds
  const result = {
    ...round!.result!,
    paper: balance,
    countedBy: [
      { name: "辛八", office: "counter" as const },
      { name: "庚七", office: "scrutineer" as const },
    ],
    byProxy: 1,
    assisted: 2,
  }
  expect(countingInWords({ ...round!, result }, rule)).toBe(
    "纸质票发出5张，收回4张，有效3张，无效1张，作废1张。计票人辛八，监票人庚七。其中1票由受托人代投。其中2票由工作人员按本人意思代操作。",
  )
  expect(countingInWords(round!, rule)).toBe("")
})

test.each([
  [{ secret: true, means: "ballots", medium: "tablet" }, "无记名投票表决"],
  [{ secret: false, means: "ballots", medium: "mixed" }, "记名表决（平板与纸质票）"],
  [{ secret: true, means: "ballots", medium: "paper" }, "无记名投票表决（纸质票）"],
  [{ secret: false, means: "hands", medium: "tablet" }, "举手表决"],
] as const)("%j is printed as %s", (round, words) => {
  expect(methodName(round)).toBe(words)
})
