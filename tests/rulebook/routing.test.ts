import { expect, test } from "vitest"
import { isPollPresetKey, listPollPresets } from "~/rulebook/poll-presets"
import { isPresetKey, listPresets } from "~/rulebook/presets"
import {
  answeredQuestions,
  checkMeans,
  nextQuestion,
  type ProcedureKey,
  procedureKeys,
  procedureNames,
  type Route,
  routeOf,
} from "~/rulebook/routing"

/** Every way through the questions. */
function everyPath(answers: Record<string, string> = {}): { answers: Record<string, string>; route: Route }[] {
  const question = nextQuestion(answers)
  if (!question) return [{ answers, route: routeOf(answers)! }]
  return question.answers.flatMap(({ value }) => everyPath({ ...answers, [question.key]: value }))
}

const paths = everyPath()
const means = [...listPresets(), ...listPollPresets()].map(rule => rule.preset)

test("every answer leads on, no way is longer than five questions, and each end says why with its article", () => {
  expect(paths.length).toBeGreaterThan(20)
  for (const { answers, route } of paths) {
    expect(Object.keys(answers).length).toBeLessThanOrEqual(5)
    expect(route.why).toMatch(/。$/)
    expect(route.article).toMatch(/第.+条|意见》/)
    expect(procedureNames[route.procedure]).toBeTruthy()
  }
})

test("the questions can lead to every procedure by which something is decided", () => {
  expect(new Set(paths.map(path => path.route.procedure))).toEqual(
    new Set<ProcedureKey>([
      "deliberation",
      "residents",
      "representatives",
      "ownersOrdinary",
      "ownersMajor",
      "allConcerned",
      "singleOwner",
      "selection",
      "committeeElection",
      "committeeElectionByRepresentatives",
      "referral",
    ]),
  )
})

test("居委会组织法30: what either assembly decides is an important matter and goes to the party organization first", () => {
  for (const { route } of paths) {
    const isAssembly = route.procedure === "residents" || route.procedure === "representatives"
    expect([route.isImportant, route.demandsPartyStudy]).toEqual([isAssembly, isAssembly])
  }
})

const common = { subject: "matter", private: "no", owners: "no" }

test.each<[string, Record<string, string>, ProcedureKey, RegExp]>([
  [
    "a pipe through one owner's garage",
    { subject: "matter", private: "yes" },
    "singleOwner",
    /第二百四十、二百七十二条/,
  ],
  ["a home that is to become a shop", { subject: "convert" }, "allConcerned", /第二百七十九条/],
  ["using the maintenance fund", { ...common, owners: "useFunds" }, "ownersOrdinary", /第五项/],
  ["choosing the property company", { ...common, owners: "property" }, "ownersOrdinary", /第四项/],
  ["the owners' covenant", { ...common, owners: "covenant" }, "ownersOrdinary", /第一、二项/],
  ["electing the owners' committee", { subject: "office", office: "ownersCommittee" }, "ownersOrdinary", /第三项/],
  ["another weighty matter of the owners", { ...common, owners: "other" }, "ownersOrdinary", /第九项/],
  ["raising money for the fund", { ...common, owners: "raise" }, "ownersMajor", /第六项/],
  ["rebuilding", { ...common, owners: "rebuild" }, "ownersMajor", /第七项/],
  ["advertisements on shared walls", { ...common, owners: "changeUse" }, "ownersMajor", /第八项/],
  ["a bus stop", { subject: "otherPower" }, "referral", /第十条/],
  ["a matter of several communities", { subject: "crossCommunity" }, "referral", /协商的意见/],
  ["the residents' covenant", { ...common, residents: "charter", charterAuthorised: "no" }, "residents", /第三十一条/],
  [
    "the same where authorised",
    { ...common, residents: "charter", charterAuthorised: "yes" },
    "representatives",
    /三十条/,
  ],
  ["judging the committee", { ...common, residents: "appraisal", appraisalAuthorised: "no" }, "residents", /三十条/],
  [
    "what touches all residents",
    { ...common, residents: "important", importantAuthorised: "yes" },
    "representatives",
    /三十条/,
  ],
  ["where the bins stand", { ...common, residents: "no" }, "deliberation", /第三十二条/],
  ["a 楼栋长", { subject: "office", office: "buildingLeader" }, "selection", /本社区议事规则/],
  ["the 居委会 by all", { subject: "office", office: "committee" }, "committeeElection", /第十四、十八、十九条/],
  [
    "the 居委会 by the 居民代表",
    { subject: "office", office: "committeeByRepresentatives" },
    "committeeElectionByRepresentatives",
    /第十九|十九条/,
  ],
  ["the 居务监督委员会", { subject: "office", office: "supervision" }, "representatives", /第三十六条/],
])("%s goes to its own procedure", (_, answers, procedure, article) => {
  const route = routeOf(answers)
  expect(route?.procedure).toBe(procedure)
  expect(route?.article).toMatch(article)
})

test("a question stays open while its answer is none of those offered, and answers off the way do not matter", () => {
  expect(nextQuestion({})?.key).toBe("subject")
  expect(nextQuestion({ subject: "constructor" })?.key).toBe("subject")
  expect(routeOf({ subject: "matter" })).toBeNull()
  expect(routeOf({ subject: "convert", private: "yes" })?.procedure).toBe("allConcerned")
})

test("what was asked and answered can be told in words, in order", () => {
  expect(
    answeredQuestions({ private: "yes", subject: "matter", owners: "no" }).map(one => [one.key, one.value]),
  ).toEqual([
    ["subject", "matter"],
    ["private", "yes"],
  ])
  expect(answeredQuestions({ subject: "convert" })[0]?.answer).toContain("住宅")
})

test("a majority cannot open one owner's garage: every means but his consent is refused", () => {
  for (const mean of means) {
    const checked = checkMeans("singleOwner", mean)
    expect(checked.ok).toBe(mean === "singleOwner")
    if (checked.ok) continue
    expect(checked).toMatchObject({ code: "wrong_procedure", detail: { procedure: "singleOwner", means: mean } })
    if (isPollPresetKey(mean) || mean === "deliberation" || mean === "residents")
      expect(checked.detail.why).toBe(
        "车库、房屋是业主自己的，多数人不能代替他同意。请征求他本人书面同意；他不同意的，另提方案。",
      )
    expect(checked.detail.article).toBeTruthy()
  }
})

test("the 三方联席会议 and the 恳谈会 decide nothing, whatever the matter", () => {
  for (const procedure of procedureKeys)
    for (const mean of ["jointSession", "openTalk"] as const)
      expect(checkMeans(procedure, mean)).toMatchObject({ ok: false, code: "wrong_procedure" })
})

test("what was talked over may be taken to either assembly; what is the owners' or the electors' may not", () => {
  const allowed = (procedure: ProcedureKey) => means.filter(mean => checkMeans(procedure, mean).ok)
  expect(allowed("deliberation")).toEqual(["deliberation", "residents", "representatives"])
  expect(allowed("representatives")).toEqual(["residents", "representatives"])
  expect(allowed("residents")).toEqual(["residents"])
  expect(allowed("referral")).toEqual(["deliberation"])
  for (const own of ["ownersOrdinary", "ownersMajor", "allConcerned", "selection", "committeeElection"] as const)
    expect(allowed(own)).toEqual([own])
})

test("a route names by which other procedures the matter may be decided, as the check of means has it", () => {
  for (const { route } of paths)
    for (const mean of means)
      expect(checkMeans(route.procedure, mean).ok).toBe(mean === route.procedure || route.mayAlso.includes(mean))
  expect(procedureKeys.filter(key => key !== "referral").every(key => isPresetKey(key) || isPollPresetKey(key))).toBe(
    true,
  )
})
