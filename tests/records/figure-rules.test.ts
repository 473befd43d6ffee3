import { expect, test } from "vitest"
import { draftMinutesWording } from "~/records/drafting"
import { knownFigures, meetingLines, minutesFigureProblems, recordedLines } from "~/records/figure-facts"
import { readNumber } from "~/records/figure-reading"
import { contradictionIn, contradictionsIn } from "~/records/figure-rules"
import { aMotion, aParticipant, aRecordedMeeting, aSpeech } from "./recorded-meeting"

const stems = "甲乙丙丁戊己庚辛壬癸子丑"
const numerals = "一二三四五六七八九十一二"
/** Twelve entitled, ten of them came, one is excused, one absent; two observers. */
const twelve = [...stems].map((stem, at) =>
  aParticipant(`${stem}${numerals[at]}`, {
    presence: at < 10 ? "present" : at === 10 ? "excused" : "absent",
  }),
)
const observers = ["寅甲", "卯乙"].map(name => aParticipant(name, { standing: "observer" }))

/** 应到12，实到10，赞成7，反对2，弃权1; 三分之二以上 came and 过半数 of those were needed. */
const recorded = (overrides: Parameters<typeof aRecordedMeeting>[0] = {}) =>
  aRecordedMeeting({ participants: [...twelve, ...observers], motions: [aMotion()], ...overrides })
const known = knownFigures(recorded(), "item")
const typedOf = (text: string, of = known) => contradictionsIn(text, of).map(one => `${one.typed} → ${one.recorded}`)

test.each([
  ["经表决，赞成12票，反对2票。", "赞成12票 → 赞成7"],
  ["赞成票数为１２票。", "赞成票数为１２票 → 赞成7"],
  ["赞成票12张。", "赞成票12张 → 赞成7"],
  ["十二票赞成，该事项通过。", "十二票赞成 → 赞成7"],
  ["同意八人。", "同意八人 → 赞成7"],
  ["赞成8，反对2，弃权1。", "赞成8 → 赞成7"],
  ["有3人反对。", "3人反对 → 反对2"],
  ["不同意三票。", "不同意三票 → 反对2"],
  ["两票弃权。", "两票弃权 → 弃权1"],
  ["弃权：0票", "弃权：0票 → 弃权1"],
  ["会议应到15人，实到10人。", "应到15人 → 应到12"],
  ["应到代表十五名。", "应到代表十五名 → 应到12"],
  ["实到11人。", "实到11人 → 实到10"],
  ["十一人到会。", "十一人到会 → 实到10"],
  ["出席会议15人。", "出席会议15人 → 出席10或12"],
  ["请假2人。", "请假2人 → 请假1"],
  ["缺席3人。", "缺席3人 → 缺席1或2"],
  ["列席5人。", "列席5人 → 列席2"],
  ["未表决1人。", "未表决1人 → 未投0"],
  ["无效票2票。", "无效票2票 → 无效0"],
  ["回避1人。", "回避1人 → 回避0"],
  ["以9票通过。", "9票通过 → 赞成7"],
  ["发出表决票12张，收回10张。", "发出表决票12张 → 发出10"],
  ["12名居民代表赞成。", "12名居民代表赞成 → 赞成7"],
  ["全票通过。", "全票通过 → 反对2，弃权1"],
  ["表决一致通过。", "表决一致通过 → 反对2，弃权1"],
])("%s is refused: the record says otherwise", (text, expected) => {
  expect(typedOf(text)).toContain(expected)
})

test("both sides of 8票对2票 are read, and only the wrong one is refused", () => {
  expect(typedOf("以8票对2票通过。")).toEqual(["8票对2票 → 赞成7"])
})

test("every wrong figure of a paragraph is found, in its order", () => {
  expect(typedOf("会议应到15人，实到10人。赞成8票，反对2票，弃权3票。")).toEqual([
    "应到15人 → 应到12",
    "赞成8票 → 赞成7",
    "弃权3票 → 弃权1",
  ])
})

test.each([
  "赞成7票，反对2票，弃权1票。",
  "表决结果为七票赞成、两票反对、一票弃权，该事项通过。",
  "同意７人，不同意２人。",
  "会议应到十二人，实到十人，请假1人，缺席1人，列席2人。",
  "会议应到12人，实到10人，达到应到人数三分之二以上的要求。",
  "出席会议12人。",
  "缺席2人。",
  "以7票对2票通过。",
  "投票10人，有效票10张，无效票0张。",
  "赞成人数占到会人数的70%，过半数通过。",
  "到会人数占应到人数的83.3%。",
  "到会率百分之八十三。",
  "赞成人数占到会人数十分之七。",
  "超过三分之二的代表赞成。",
  "半数以上代表到会。",
  "其中居民代表5人赞成。",
  "3名党员代表赞成。",
])("%s agrees with the record", text => {
  expect(typedOf(text)).toEqual([])
})

test.each([
  "增设12个车位。",
  "同意增设12个车位。",
  "3月5日前完成。",
  "2026年10月8日，会议讨论了方案。",
  "第2次会议已经说过。",
  "整治二夜河570米。",
  "每户100元，由业主分担。",
  "成立12人小组负责巡查。",
  "同意12人小组的方案。",
  "同意3人轮流值守。",
  "会议同意3号楼先装，1号楼、2号楼后装。",
  "赞成1、2号楼先装。",
  "反对3人以上在楼道聚集。",
  "8人同意参加志愿服务队。",
  "坚持一人一票。",
  "一户一票，不得代投。",
  "几十人同意，十多人观望。",
  "两三人反对声音很大。",
  "第12人同意后再公示。",
  "同意一期先做。",
  "物业派2人到场抢修。",
  "有效期3年。",
  "发放宣传单12张。",
  "投票时间为3天。",
  "每10人推选一名代表。",
  "费用由业主分担三分之二，财政补贴三分之一。",
  "完成工程量的50%后付款30%。",
  "需经三分之二以上业主同意后才能动用维修资金。",
  "楼道宽1.2米，可停2/3车身。",
  "6票制改为8票制。",
  "有2名居民代表认为补偿标准偏低。",
])("%s counts no votes and no heads", text => {
  expect(typedOf(text)).toEqual([])
})

test.each([
  "上次会议赞成12票，反对3票。",
  "入户征求意见时，30人同意，2人反对。",
  "党支部研究时应到9人，实到8人。",
  "去年居民会议15人反对。",
])("%s tells of another occasion than this meeting", text => {
  expect(typedOf(text)).toEqual([])
})

test.each([
  "上次会议表决时，赞成12票，反对3票。",
  "上次会议没有通过，赞成5票，反对6票。",
  "上一次协商应到9人、实到8人。",
  "上次会议的表决结果为赞成12票。",
  "上届居民代表会议全票通过。",
])("%s truly speaks of the earlier meeting", text => {
  expect(typedOf(text)).toEqual([])
})

test.each([
  "与上次相比，赞成12票。",
  "按上次会议的意见修改后，赞成12票。",
  "上次会议提出的方案，赞成12票。",
  "上次会议的方案赞成12票。",
  "上次会议已经讨论，代表们赞成12票。",
  "不同于上次，赞成12票。",
  "上次到会9人，这一回赞成12票。",
])("%s only names the earlier meeting and speaks of this vote", text => {
  expect(typedOf(text)).toEqual(["赞成12票 → 赞成7"])
})

test("a word of another occasion does not cover what is said of this vote", () => {
  expect(typedOf("入户征求意见后，经表决，赞成12票。")).toEqual(["赞成12票 → 赞成7"])
})

test.each([
  ["达到应到人数四分之三以上的要求。", "四分之三以上 → 要求是三分之二以上"],
  ["须经到会人数三分之二以上赞成。", "三分之二以上 → 要求是过半数"],
  ["赞成人数达到半数以上的要求。", "半数以上 → 要求是过半数"],
  ["赞成人数占到会人数的85%。", "85% → 10人中7人"],
  ["到会率90％。", "90％ → 12人中10人"],
  ["四分之三以上代表赞成。", "四分之三以上 → 10人中7人"],
  ["五分之四的代表赞成。", "五分之四 → 10人中7人"],
])("%s: neither the frozen bar nor what was counted", (text, expected) => {
  const [found] = typedOf(text)
  expect(found?.split(" → ")[0]).toBe(expected.split(" → ")[0])
  expect(found).toContain(expected.split(" → ")[1])
})

test("any of the rounds of an item may be spoken of", () => {
  const motion = aMotion({ states: ["proclaimed", "proclaimed"] })
  motion.rounds[0]!.result = { ...motion.rounds[0]!.result!, counts: { for: 5, against: 4, abstain: 1, invalid: 0 } }
  const twice = knownFigures(recorded({ motions: [motion] }), "item")
  expect(typedOf("第一轮赞成5票，第二轮赞成7票。", twice)).toEqual([])
  expect(typedOf("赞成6票。", twice)).toEqual(["赞成6票 → 赞成5或7"])
})

test("where nothing was voted on, ballots are an invention, heads may have been counted by eye", () => {
  const none = knownFigures(recorded({ motions: [] }), "item")
  expect(typedOf("赞成12票。", none)).toEqual(["赞成12票 → 这一项没有表决"])
  expect(typedOf("12人同意。", none)).toEqual([])
  expect(typedOf("实到11人。", none)).toEqual(["实到11人 → 实到10"])
})

test("a round whose result was not told, and one that was annulled, are no record to speak of", () => {
  const closed = knownFigures(recorded({ motions: [aMotion({ states: ["closed", "annulled"] })] }), "item")
  expect(typedOf("赞成7票。", closed)).toEqual(["赞成7票 → 这一项没有表决"])
})

test("how many spoke against it may be said in heads, never in ballots", () => {
  const spoke = knownFigures(
    recorded({ speeches: ["甲一", "乙二", "丙三", "丁四"].map(name => aSpeech(name, "oppose", "费用偏高")) }),
    "item",
  )
  expect(typedOf("有4人反对，认为费用偏高。", spoke)).toEqual([])
  expect(typedOf("4票反对。", spoke)).toEqual(["4票反对 → 反对2"])
})

test("what somebody said stands as it was said", () => {
  const quoted = knownFigures(
    recorded({ speeches: [aSpeech("甲一", "support", "我数过，楼里20人同意，3人反对")] }),
    "item",
  )
  expect(typedOf("甲一（居民代表）表示赞成，认为：我数过，楼里20人同意，3人反对。", quoted)).toEqual([])
  expect(typedOf("楼里20人同意。", quoted)).toEqual(["20人同意 → 赞成7"])
})

test("options are told apart by name, and 均不同意 has its own figure", () => {
  const motion = aMotion()
  motion.rounds[0]!.result = {
    ...motion.rounds[0]!.result!,
    counts: { for: 0, against: 0, abstain: 1, invalid: 0 },
    options: [
      { key: "a", label: "5栋、6栋之间空地", votes: 6, chosen: true },
      { key: "b", label: "9栋东侧", votes: 2, chosen: false },
    ],
    none: 1,
  }
  const options = knownFigures(recorded({ motions: [motion] }), "item")
  expect(typedOf("“5栋、6栋之间空地”得6票，9栋东侧2票，均不同意1票，弃权1票。", options)).toEqual([])
  expect(typedOf("“5栋、6栋之间空地”得2票。", options)).toEqual(["5栋、6栋之间空地”得2票 → “5栋、6栋之间空地”6票"])
  expect(typedOf("均不同意3票。", options)).toContain("均不同意3票 → “均不同意”1票")
})

test("areas of a vote are compared to the last digit, those of works are not", () => {
  const motion = aMotion()
  const { lights } = motion.rounds[0]!.result!
  motion.rounds[0]!.result!.lights = [...lights, { ...lights[1]!, unit: "area", count: 985_300, whole: 1_970_600 }]
  const areas = knownFigures(recorded({ motions: [motion] }), "item")
  expect(typedOf("赞成的专有部分面积98.53平方米，铺装面积120平方米。", areas)).toEqual([])
  expect(typedOf("赞成面积98.5平方米。", areas)).toEqual(["赞成面积98.5平方米 → 98.53平方米或197.06平方米"])
})

test("a draft never contradicts the record it was made of", () => {
  const whole = recorded({
    speeches: [
      aSpeech("甲一", "oppose", "上回才5人同意，30%的人都不知道"),
      aSpeech("乙二", "support", "应到15人也好，全票通过也好，先装再说"),
    ],
  })
  expect(minutesFigureProblems(whole, draftMinutesWording(whole))).toEqual([])
})

test("each field of the wording is measured against its own item, and is named with what was typed", () => {
  const other = { ...recorded().agenda[0]!, id: "other", ordinal: 2, title: "关于停车" }
  const second = { ...aMotion({ id: "second", counts: { for: 9, against: 1, abstain: 0 } }), agendaItemId: "other" }
  const both = recorded({ agenda: [recorded().agenda[0]!, other], motions: [aMotion(), second] })
  const wording = draftMinutesWording(both)
  wording.items[0]!.gist = "赞成9票。"
  wording.items[1]!.decisions[0]!.content = "赞成9票，同意停车。"
  wording.closing = "两项分别以7票和9票赞成，实到13人。"
  expect(minutesFigureProblems(both, wording)).toEqual([
    { code: "figure_not_as_recorded", detail: { typed: "赞成9票", recorded: "赞成7", field: "gist-0" } },
    { code: "figure_not_as_recorded", detail: { typed: "实到13人", recorded: "实到10", field: "closing" } },
  ])
})

test("beside a paragraph stands what it rests on", () => {
  expect(recordedLines(recorded(), "item")).toEqual(["应到12，实到10，投票10，赞成7，反对2，弃权1"])
  const two = recorded({ motions: [aMotion(), { ...aMotion({ id: "b", content: "同意换灯" }), ordinal: 2 }] })
  expect(recordedLines(two, "item")).toEqual([
    "“同意加装电梯”：应到12，实到10，投票10，赞成7，反对2，弃权1",
    "“同意换灯”：应到12，实到10，投票10，赞成7，反对2，弃权1",
  ])
  expect(recordedLines(recorded({ motions: [] }), "item")).toEqual([
    "应到12人，实到10人，请假1人，缺席1人，列席2人；达到应到人数三分之二以上。",
    "本项没有表决。",
  ])
  expect(meetingLines(recorded())).toHaveLength(1)
})

test.each([
  ["12", 12],
  ["十二", 12],
  ["二十", 20],
  ["一百零五", 105],
  ["三百二十一", 321],
  ["一万二千", 12_000],
  ["两", 2],
  ["二〇", 20],
  ["二三", null],
  ["十十", null],
  ["百", null],
])("the numeral %s is %s", (text, value) => {
  expect(readNumber(text)).toBe(value)
})

test("a text without figures says nothing against the record", () => {
  expect(contradictionIn("会议认为方案可行，要求抓紧办理。", known)).toBeNull()
})

const votes = (counts: Parameters<typeof aMotion>[0] = {}) =>
  knownFigures(recorded({ motions: [aMotion(counts)] }), "item")
const unanimous = votes({ counts: { for: 10, against: 0, abstain: 0 } })
const onlyAbstained = votes({ counts: { for: 9, against: 0, abstain: 1 } })

test.each([
  ["会议一致同意加装电梯。", "一致同意 → 反对2，弃权1"],
  ["与会代表一致同意该方案。", "一致同意 → 反对2，弃权1"],
  ["全票同意。", "全票同意 → 反对2，弃权1"],
  ["全体代表一致赞成。", "一致赞成 → 反对2，弃权1"],
  ["表决时无反对。", "无反对 → 反对2"],
  ["没有人反对。", "没有人反对 → 反对2"],
  ["无反对意见。", "无反对 → 反对2"],
  ["没有代表投反对票。", "没有代表投反对 → 反对2"],
  ["无人弃权。", "无人弃权 → 弃权1"],
])("%s is refused where somebody voted against or abstained", (text, expected) => {
  expect(typedOf(text)).toEqual([expected])
})

test.each(["会议一致同意加装电梯。", "全票通过。", "无反对，无弃权。", "没有人反对。"])(
  "%s is true of a vote without dissent",
  text => {
    expect(typedOf(text, unanimous)).toEqual([])
  },
)

test("where nothing was voted on, nobody can have carried it by votes, and all may have been of one mind", () => {
  const none = knownFigures(recorded({ motions: [] }), "item")
  for (const claim of ["全票通过", "表决一致通过"])
    expect(typedOf(`${claim}。`, none)).toEqual([`${claim} → 这一项没有表决`])
  expect(typedOf("与会代表一致同意先到现场看看。", none)).toEqual([])
})

test("who abstained was not against, and yet was not of one mind", () => {
  expect(typedOf("表决时无反对。", onlyAbstained)).toEqual([])
  expect(typedOf("全票通过。", onlyAbstained)).toEqual(["全票通过 → 弃权1"])
})

test.each([
  "未能一致同意。",
  "须经相邻业主一致同意后开工。",
  "三层住户一致同意开放通道。",
  "业委会会议一致同意加装电梯。",
  "物业代表没有反对。",
  "会议一致同意下午五点散会。",
  "没有不同意见。",
  "代表们一致认为采光要先说清楚。",
  "党支部研究时一致同意。",
])("%s says nothing of how this vote ended", text => {
  expect(typedOf(text)).toEqual([])
})

test("of several decisions the named one is meant, of none named any, of all of them each", () => {
  const lamps = {
    ...aMotion({ id: "b", content: "同意更换路灯。", counts: { for: 10, against: 0, abstain: 0 } }),
    ordinal: 2,
  }
  const two = knownFigures(recorded({ motions: [aMotion(), lamps] }), "item")
  expect(typedOf("会议一致同意更换路灯。", two)).toEqual([])
  expect(typedOf("会议一致同意加装电梯。", two)).toEqual(["一致同意 → 反对2，弃权1"])
  expect(typedOf("会议表决了加装电梯一事。全票通过。", two)).toEqual(["全票通过 → 反对2，弃权1"])
  expect(typedOf("其中一项全票通过。", two)).toEqual([])
  expect(typedOf("两项均全票通过。", two)).toEqual(["全票通过 → 反对2，弃权1"])
})

test("a decision stands by its last round, unless the round is named", () => {
  const motion = aMotion({ states: ["proclaimed", "proclaimed"] })
  motion.rounds[0]!.result = { ...motion.rounds[0]!.result!, counts: { for: 10, against: 0, abstain: 0, invalid: 0 } }
  const twice = knownFigures(recorded({ motions: [motion] }), "item")
  expect(typedOf("全票通过。", twice)).toEqual(["全票通过 → 反对2，弃权1"])
  expect(typedOf("第一轮全票通过。", twice)).toEqual([])
  expect(typedOf("第二轮全票通过。", twice)).toEqual(["全票通过 → 反对2，弃权1"])
})

test("votes for another option are no consent to the chosen one", () => {
  const motion = aMotion()
  motion.rounds[0]!.result = {
    ...motion.rounds[0]!.result!,
    counts: { for: 0, against: 0, abstain: 0, invalid: 0 },
    options: [
      { key: "a", label: "5栋空地", votes: 8, chosen: true },
      { key: "b", label: "9栋东侧", votes: 2, chosen: false },
    ],
    none: 0,
  }
  const options = knownFigures(recorded({ motions: [motion] }), "item")
  expect(typedOf("全票通过。", options)).toEqual(["全票通过 → “9栋东侧”2"])
})
