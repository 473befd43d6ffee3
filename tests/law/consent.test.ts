import { expect, test } from "vitest"
import { type ConsentDecision, decideConsent } from "~/law/consent"
import { explainConsent } from "~/law/consent-words"
import { EVERYONE } from "~/law/threshold"
import { consentCases } from "./cases/consent-cases"

const rule = { label: "同意的人数", article: "《民法典》第二百七十九条" }

const outcomes: Record<ConsentDecision["reason"], ConsentDecision["outcome"]> = {
  allAgreed: "passed",
  someoneRefused: "notPassed",
  someoneSilent: "notPassed",
  nothingToCount: "cannotBeCounted",
}

test.each(consentCases)("$article: $name", ({ answers, reason }) => {
  expect(decideConsent(answers, rule)).toMatchObject({ reason, outcome: outcomes[reason] })
})

test.each(consentCases)("in whichever order they answer: $name", ({ answers, reason }) => {
  expect(decideConsent(answers.toReversed(), rule).reason).toBe(reason)
})

test("answers are counted apart, and the light measures the yeses against everyone concerned", () => {
  const decision = decideConsent(["for", "for", "against", "abstain", "invalid", "notReturned", "notReturned"], rule)
  expect(decision.counts).toEqual({ for: 2, against: 1, abstain: 1, invalid: 1, notReturned: 2 })
  expect(decision.light).toEqual({ ...rule, count: 2, whole: 7, bar: EVERYONE, met: false, countable: true })
})

test.each<[Parameters<typeof decideConsent>[0], string[]]>([
  [
    ["for", "for", "against"],
    [
      "应当征得同意的共3人。同意2人；反对1人；弃权0人；无效0人；未返回0人。",
      "同意的人数：3人中有2人，须3人，未达到全体（《民法典》第二百七十九条）。",
      "结果：没有取得一致同意，有1人反对。其他人同意得再多，也不能代替不同意的人。",
    ],
  ],
  [
    ["for", "abstain", "invalid", "notReturned"],
    [
      "应当征得同意的共4人。同意1人；反对0人；弃权1人；无效1人；未返回1人。",
      "同意的人数：4人中有1人，须4人，未达到全体（《民法典》第二百七十九条）。",
      "结果：没有取得一致同意。没有人反对，还有3人没有明确同意，没有答复不等于同意。",
    ],
  ],
  [
    ["for"],
    [
      "应当征得同意的共1人。同意1人；反对0人；弃权0人；无效0人；未返回0人。",
      "同意的人数：1人中有1人，须1人，达到全体（《民法典》第二百七十九条）。",
      "结果：全体同意。",
    ],
  ],
  [
    [],
    [
      "应当征得同意的共0人。同意0人；反对0人；弃权0人；无效0人；未返回0人。",
      "同意的人数：0人中有0人，没有总数，无法计算（《民法典》第二百七十九条）。",
      "结果：无法计算。没有应当征得同意的人，请核对名单。",
    ],
  ],
])("%o is told for the notice board", (answers, words) => {
  expect(explainConsent(decideConsent(answers, rule))).toEqual(words)
})
