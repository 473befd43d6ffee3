import { expect, test } from "vitest"
import { debateRulesTemplate } from "#templates/debate-rules"
import { printPaper } from "#templates/print-paper"
import { debateRulesFacts } from "~/records/debate-rules-facts"
import { signInFacts } from "~/records/sign-in-facts"
import { listPresets } from "~/rulebook/presets"
import { countPages, readText, withoutSpace } from "../templates/read-pdf"
import { printing } from "../templates/samples"
import { aParticipant, aRecordedMeeting } from "./recorded-meeting"

const at = (time: string) => new Date(`2026-10-08T${time}:00.000+08:00`)
const nothing = { signatures: [], proxies: [], addresses: new Map<string, string>() }
const head = { community: "振兴社区", issuer: "振兴社区居民委员会", meeting: "振兴社区2026年第三次会议" }

test("the sign-in sheet says who came and went, who is excused, and who stands for whom", () => {
  const people = [
    aParticipant("甲一", { presence: "left", leftAt: at("15:40") }),
    aParticipant("乙二", { presence: "excused" }),
    aParticipant("丙三", { presence: "absent", stoodForBy: "甲一" }),
    aParticipant("丁四", { presence: "absent" }),
    aParticipant("戊五", { standing: "observer", capacity: "department", organization: "云上街道" }),
  ]
  const proxies = [{ principalId: "participant 丙三", holderId: "participant 甲一" }]
  const facts = signInFacts(aRecordedMeeting({ participants: people }), { ...nothing, proxies })
  const rows = new Map(facts.rows.map(row => [row.name, row]))
  expect(rows.get("甲一")).toMatchObject({ arrived: "14:20", left: "15:40", standsFor: "丙三", instead: "" })
  expect(rows.get("乙二")).toMatchObject({ arrived: "", instead: "请假" })
  expect(rows.get("丙三")).toMatchObject({ arrived: "", instead: "由甲一代" })
  expect(rows.get("丁四")).toMatchObject({ arrived: "", instead: "缺席" })
  expect(facts.observers).toMatchObject([{ name: "戊五", unit: "云上街道" }])
  expect(facts.counts.map(one => [one.label, one.count])).toEqual([
    ["应到", 4],
    ["实到", 2],
    ["请假", 1],
    ["缺席", 1],
    ["列席", 1],
  ])
})

test("before the meeting is over the sheet leaves the counts to be written, and calls nobody absent", () => {
  const meeting = { ...aRecordedMeeting().meeting, state: "convened" as const }
  const people = [aParticipant("甲一", { presence: "absent" }), aParticipant("乙二", { presence: "excused" })]
  const facts = signInFacts(aRecordedMeeting({ meeting, participants: people }), nothing)
  expect(facts.counts.map(one => one.count)).toEqual([2, null, null, null, null])
  expect(facts.rows.map(row => row.instead).sort()).toEqual(["", "请假"])
})

test("the newest signature is drawn, and of an address the building is said and never the door", () => {
  const stroke = [100, 100, 200, 300, 400, 500]
  const signed = (strokes: number[][]) => ({ participantId: "participant 甲一", strokes, width: 300, height: 150 })
  const addresses = new Map([
    ["person 甲一", "3号楼2单元501室"],
    ["person 乙二", "12栋"],
    ["person 丙三", "振兴路8号"],
  ])
  const signatures = [signed([[1, 1, 900, 900]]), signed([stroke])]
  const facts = signInFacts(aRecordedMeeting(), { ...nothing, addresses, signatures })
  const [first, second, third] = ["甲一", "乙二", "丙三"].map(name => facts.rows.find(row => row.name === name)!)
  expect(first).toMatchObject({ unit: "3号楼", signature: { strokes: [stroke], width: 300 } })
  expect([second!.unit, third!.unit, second!.signature]).toEqual(["12栋", "", null])
})

test.each(listPresets().map(rule => [rule.meetingKind, rule] as const))(
  "the rules of a %s are read out from one page, with its own limits and articles",
  async (_kind, rule) => {
    const facts = debateRulesFacts({ ...head, rule, entitled: 15 })
    const pdf = await printPaper(debateRulesTemplate, facts, printing)
    expect(countPages(pdf)).toBe(1)
    const text = readText(pdf)
    const { minutes, times } = rule.speechLimit
    expect(text).toContain(`每人最多说${times}次，每次不超过${minutes}分钟`)
    if (rule.quorum) expect(text).toContain(withoutSpace(rule.quorum.article.split("：")[0]!))
    expect(text.includes("不进行表决")).toBe(rule.agreement === null)
  },
)

test("rules twice as long are still read out from one page", async () => {
  const [rule] = listPresets()
  const facts = debateRulesFacts({ ...head, rule: rule!, entitled: 15 })
  const long = {
    ...facts,
    parts: facts.parts.map(part => ({ ...part, rules: [...part.rules, ...part.rules.slice(2)] })),
  }
  expect(countPages(await printPaper(debateRulesTemplate, long, printing))).toBe(1)
})

test("a casting vote, proxies and a changed ballot are said as the rule has them", () => {
  const [rule] = listPresets()
  const said = (change: object) =>
    debateRulesFacts({ ...head, rule: { ...rule!, ...change }, entitled: 15 })
      .parts.flatMap(part => part.rules)
      .join("")
  expect(said({})).toContain("不接受委托表决")
  expect(said({ proxies: { most: 2 } })).toContain("一人最多代2人")
  expect(said({ tie: "chairDecides" })).toContain("由主持人定夺")
  expect(said({ correctionBeforeClosing: true })).toContain("在结束前可以改投")
  expect(said({ ballotPublicity: "secret" })).toContain("都不记名")
})
