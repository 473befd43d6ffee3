import { expect, test } from "vitest"
import { markOf } from "~/chamber/rounds/ballot-marks"
import { optionsResultOf } from "~/chamber/rounds/round-results"
import { draftMinutesWording, draftResolutionWording } from "~/records/drafting"
import { minutesFacts } from "~/records/minutes-facts"
import { type RecordedMotion, standingOf, standingRound } from "~/records/recorded-meeting"
import { resolutionFacts } from "~/records/resolution-facts"
import { printedVotes } from "~/records/vote-facts"
import { presetOf } from "~/rulebook/presets"
import { aMotion, aParticipant, aRecordedMeeting } from "./recorded-meeting"

const factsOf = (overrides: Parameters<typeof aRecordedMeeting>[0]) => {
  const recorded = aRecordedMeeting(overrides)
  return minutesFacts(recorded, draftMinutesWording(recorded), null)
}

test("attendance is listed by delegation, by strokes of the surname, each where they belong", () => {
  const facts = factsOf({
    participants: [
      aParticipant("辛八"),
      aParticipant("乙二"),
      aParticipant("壬九", { capacity: "property", organization: "振兴物业公司" }),
      aParticipant("甲一", { capacity: "party", organization: "某某公司" }),
      aParticipant("子丑", { capacity: "cppcc", presence: "excused" }),
      aParticipant("丁四", { presence: "absent" }),
      aParticipant("卯四", { capacity: "department", organization: "街道办事处", standing: "observer" }),
      aParticipant("辰五", { capacity: "department", standing: "observer", presence: "absent" }),
    ],
  })
  expect(facts.present).toEqual([
    { delegation: "党员代表", people: [{ name: "甲一", organization: "" }] },
    {
      delegation: "居民代表",
      people: [
        { name: "乙二", organization: "" },
        { name: "辛八", organization: "" },
      ],
    },
    { delegation: "物业代表", people: [{ name: "壬九", organization: "振兴物业公司" }] },
  ])
  expect(facts.excused).toEqual([{ delegation: "政协委员", people: [{ name: "子丑", organization: "" }] }])
  expect(facts.absent).toEqual([{ delegation: "居民代表", people: [{ name: "丁四", organization: "" }] }])
  expect(facts.observers).toEqual([{ delegation: "职能部门", people: [{ name: "卯四", organization: "街道办事处" }] }])
  // Observers are not entitled: six were, of whom four came.
  expect(facts.quorum).toMatchObject({ entitled: 6, present: 4, met: true, bar: "应到人数三分之二以上" })
})

test("who left before the end was there, and the time of leaving stands with the name", () => {
  const left = (time: string) =>
    factsOf({
      participants: [aParticipant("甲一", { presence: "left", leftAt: new Date(`2026-10-08T${time}:00.000+08:00`) })],
    })
  expect(left("15:40").present[0]!.people[0]!.name).toBe("甲一（15:40离会）")
  expect(left("15:40").quorum.present).toBe(1)
  expect(left("16:05").present[0]!.people[0]!.name).toBe("甲一")
})

test("who came after the meeting had begun is printed with the hour of coming", () => {
  const startedAt = new Date("2026-10-08T14:30:00.000+08:00")
  const late = aParticipant("甲一", { firstArrivedAt: new Date("2026-10-08T14:42:00.000+08:00") })
  const facts = factsOf({
    participants: [late],
    meeting: { ...aRecordedMeeting().meeting, startedAt, startsAt: startedAt },
  })
  expect(facts.present[0]!.people[0]!.name).toBe("甲一（14:42到会）")
})

test("who was stood for is printed with the holder, and counts for the quorum", () => {
  const away = aParticipant("乙二", { presence: "excused", firstArrivedAt: null, stoodForBy: "甲一" })
  const facts = factsOf({ participants: [aParticipant("甲一"), away] })
  expect(facts.present[0]!.people.map(one => one.name)).toEqual(["乙二（委托甲一）", "甲一"])
  expect(facts.excused).toEqual([])
  expect(facts.quorum).toMatchObject({ present: 2, entitled: 2 })
})

test("a vote is printed with numerator, denominator, bar and article", () => {
  const [vote] = printedVotes(aMotion({ content: "同意加装电梯" }), presetOf("representatives"), "电梯")
  expect(vote).toMatchObject({
    title: "同意加装电梯",
    text: "",
    method: "无记名投票表决",
    lights: [
      { label: "到会人数占应到人数", numerator: 10, denominator: 12, bar: "三分之二以上", met: true },
      { label: "赞成人数占到会人数", numerator: 7, denominator: 10, bar: "过半数", met: true },
    ],
    outcome: "依据本社区议事规则（法律未规定），以上各项均达到要求，该事项通过。",
  })
})

test("the figures of a count add up: who came and handed in nothing has a column", () => {
  const [vote] = printedVotes(aMotion({ counts: { for: 6, against: 1, abstain: 1 } }), presetOf("deliberation"), "电梯")
  expect(vote!.figures).toEqual([
    { label: "应到", count: 12 },
    { label: "实到", count: 10 },
    { label: "投票", count: 8 },
    { label: "赞成", count: 6 },
    { label: "反对", count: 1 },
    { label: "弃权", count: 1 },
    { label: "未投", count: 2 },
  ])
})

test("a long motion is printed in full under the item's title", () => {
  const content = "同意《3号楼加装电梯方案（第二稿）》，由业委会组织签约，开工前由设计单位出具采光说明。"
  const [vote] = printedVotes(aMotion({ content }), presetOf("deliberation"), "关于加装电梯")
  expect(vote).toMatchObject({ title: "关于加装电梯", text: content })
})

test("an annulled round is named with its reason and its figures are not printed", () => {
  const motion = aMotion({ states: ["annulled", "proclaimed"] })
  const votes = printedVotes(motion, presetOf("deliberation"), "电梯")
  expect(votes).toHaveLength(1)
  expect(votes[0]!.title).toBe("同意加装电梯（第二轮）")
  expect(votes[0]!.text).toBe("第一轮表决已作废，原因：有一台平板没有收到表决页面。")
})

test("a vote on conditions is printed with its conditions, and one on fieldwork with the day it is due back", () => {
  const rule = presetOf("deliberation")
  const terms = { effect: "agreedWithConditions", conditions: ["只在白天施工", "先付补偿"] } as const
  const [vote] = printedVotes(aMotion({ terms: { ...terms, conditions: [...terms.conditions] } }), rule, "电梯")
  expect(vote!.text).toBe("附带条件：（1）只在白天施工；（2）先付补偿。")
  const fieldwork = aMotion({ terms: { effect: "needsFieldwork", returnOn: "2026-11-08" } })
  expect(printedVotes(fieldwork, rule, "电梯")[0]!.text).toBe("先调研再定，2026年11月8日前再上会。")
})

test("a resolution says that it was voted to look first, and prints conditions, quantities and money as worded", () => {
  const motion = aMotion({ terms: { effect: "needsFieldwork", returnOn: "2026-11-08" } })
  const wording = {
    title: "关于电梯的协商意见",
    preamble: "依据",
    conditions: ["不装在楼道里"],
    items: [{ content: "测音量", quantity: "3处", handler: "乙二", dueOn: "" }],
    money: "预算2万元。",
  }
  const facts = resolutionFacts(aRecordedMeeting(), motion, motion.rounds[0]!, wording, null)
  expect(facts.text).toEqual(["同意加装电梯。", "先作调研，2026年11月8日前再提交协商。"])
  expect(facts.conditions).toEqual(["不装在楼道里"])
  expect(facts.items).toEqual([{ content: "测音量", quantity: "3处", responsible: "乙二", due: "" }])
  expect(facts.money).toBe("预算2万元。")
  expect(facts.names).toEqual(["乙二"])
})

test("a draft carries neither number nor date and says in its title that it is a draft", () => {
  const recorded = aRecordedMeeting()
  const wording = draftMinutesWording(recorded)
  expect(minutesFacts(recorded, wording, null)).toMatchObject({
    number: "",
    issuedOn: "",
    title: "振兴社区2026年第三次协商议事会\n会议纪要（征求意见稿）",
  })
  const approval = { number: "振社议纪〔2026〕3号", approvedOn: "2026-10-09" }
  expect(minutesFacts(recorded, wording, approval)).toMatchObject({
    number: "振社议纪〔2026〕3号",
    issuedOn: "2026年10月9日",
    title: "振兴社区2026年第三次协商议事会\n会议纪要",
    time: "2026年10月8日14:31至16:05",
    chairApproval: "已于2026年10月9日核准",
  })
})

/** A proclaimed round on three places, counted by the rule of the deliberation table. */
function aChoice(ballots: readonly string[], recused: string[] = []): RecordedMotion {
  const options = ["9栋东侧", "12栋南侧", "16栋北侧"].map((label, at) => ({ key: "abc"[at]!, label }))
  const form = { options, seats: 1 }
  const attending = { present: ballots.length + recused.length, entitled: 12, recused }
  const marks = ballots.map(ballot => markOf(form, ballot)!)
  const motion = aMotion({ content: "选定一处分类点" })
  const result = optionsResultOf(presetOf("deliberation"), form, marks, attending)
  return { ...motion, ...form, rounds: motion.rounds.map(round => ({ ...round, result })) }
}

test("a choice among options is printed with what each got, of how many, and 均不同意", () => {
  const motion = aChoice(["a", "a", "a", "a", "a", "a", "b", "none", "abstain"], ["甲一"])
  const [vote] = printedVotes(motion, presetOf("deliberation"), "分类点")
  expect(vote).toMatchObject({
    text: "甲一须回避，不参加表决，计入到会人数。",
    figures: [
      { label: "应到", count: 12 },
      { label: "实到", count: 10 },
      { label: "投票", count: 9 },
      { label: "弃权", count: 1 },
      { label: "回避", count: 1 },
    ],
    options: {
      base: "到会人数",
      lines: [
        { label: "9栋东侧", votes: 6, whole: 10, bar: "过半数", standing: "选定" },
        { label: "12栋南侧", votes: 1, whole: 10, bar: "过半数", standing: "未选定" },
        { label: "16栋北侧", votes: 0, whole: 10, bar: "过半数", standing: "未选定" },
        { label: "均不同意", votes: 1, whole: null, bar: "", standing: "" },
      ],
    },
    lights: [{ numerator: 10, denominator: 12, met: true }],
  })
  expect(vote!.outcome).toContain("选定“9栋东侧”。")
})

test("the chosen option is what the resolution says is to be done, and nobody who had to abstain is named in it", () => {
  const motion = aChoice(["a", "a", "a", "a", "a", "a", "b", "none", "abstain"], ["甲一"])
  const recorded = aRecordedMeeting({ motions: [motion] })
  const wording = draftResolutionWording(recorded, motion)
  expect(wording.items.map(item => item.content)).toEqual(["选定“9栋东侧”。"])
  const facts = resolutionFacts(recorded, motion, motion.rounds[0]!, wording, null)
  expect(facts.text).toEqual(["选定一处分类点", "选定：9栋东侧。"])
  expect(JSON.stringify(facts)).not.toContain("甲一")
  expect(draftMinutesWording(recorded).items[0]!.dissent).toBe("表决时有1票均不同意、1票弃权。")
})

test("level options decided nothing, and a majority for none of them did", () => {
  const outcomeOf = (ballots: string[]) =>
    printedVotes(aChoice(ballots), presetOf("deliberation"), "分类点")[0]!.outcome
  const level = ["a", "a", "a", "a", "b", "b", "b", "b", "none"]
  expect(outcomeOf(level)).toContain("“9栋东侧”、“12栋南侧”得票相同，不以抽签等办法选取，没有选项达到要求")
  expect(standingOf(standingRound(aChoice(level)))).toBe("undecided")
  const none = ["none", "none", "none", "none", "none", "none", "a", "b", "c"]
  expect(outcomeOf(none)).toContain("均不同意的超过半数")
  expect(standingOf(standingRound(aChoice(none)))).toBe("notPassed")
})

test("a meeting of consensus is minuted without a quorum", () => {
  const facts = factsOf({ rule: presetOf("jointSession"), motions: [] })
  expect(facts.quorum).toMatchObject({ bar: "", basis: "", met: true })
  expect(facts.quorum.entitled).toBeGreaterThan(0)
})
