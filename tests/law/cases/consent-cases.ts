import type { ConsentAnswer, ConsentDecision } from "~/law/consent"

export type ConsentCase = {
  article: string
  name: string
  answers: readonly ConsentAnswer[]
  reason: ConsentDecision["reason"]
}

const shop = "民法典279，解释11（本栋建筑物内的其他业主）"
const majorityIsNoDefence = "解释10：多数有利害关系的业主同意不是抗辩"
const single = "民法典240：所有权人的同意"

const many = (answer: ConsentAnswer, howMany: number): ConsentAnswer[] => Array.from({ length: howMany }, () => answer)

export const consentCases: ConsentCase[] = [
  { article: shop, name: "all eleven neighbours agree", answers: many("for", 11), reason: "allAgreed" },
  {
    article: majorityIsNoDefence,
    name: "ten agree and one refuses",
    answers: [...many("for", 10), "against"],
    reason: "someoneRefused",
  },
  {
    article: majorityIsNoDefence,
    name: "ninety-nine agree and one refuses",
    answers: [...many("for", 99), "against"],
    reason: "someoneRefused",
  },
  {
    article: majorityIsNoDefence,
    name: "two thirds agree, which would do elsewhere",
    answers: [...many("for", 40), ...many("against", 20)],
    reason: "someoneRefused",
  },
  {
    article: majorityIsNoDefence,
    name: "three quarters agree, which would do elsewhere",
    answers: [...many("for", 45), ...many("against", 15)],
    reason: "someoneRefused",
  },
  {
    article: shop,
    name: "one has not answered",
    answers: [...many("for", 10), "notReturned"],
    reason: "someoneSilent",
  },
  {
    article: shop,
    name: "one abstains, which is not a yes",
    answers: [...many("for", 10), "abstain"],
    reason: "someoneSilent",
  },
  {
    article: shop,
    name: "one paper is invalid, which is not a yes",
    answers: [...many("for", 10), "invalid"],
    reason: "someoneSilent",
  },
  { article: shop, name: "nobody answered", answers: many("notReturned", 11), reason: "someoneSilent" },
  { article: shop, name: "all abstain", answers: many("abstain", 11), reason: "someoneSilent" },
  { article: shop, name: "all papers are invalid", answers: many("invalid", 11), reason: "someoneSilent" },
  { article: shop, name: "all refuse", answers: many("against", 11), reason: "someoneRefused" },
  {
    article: shop,
    name: "one refuses, one is silent: the refusal is named",
    answers: ["for", "notReturned", "against"],
    reason: "someoneRefused",
  },
  {
    article: shop,
    name: "one refuses, one abstains: the refusal is named",
    answers: ["abstain", "against"],
    reason: "someoneRefused",
  },
  {
    article: shop,
    name: "half agree, half are silent",
    answers: [...many("for", 5), ...many("notReturned", 5)],
    reason: "someoneSilent",
  },
  { article: shop, name: "0:0, nobody is concerned", answers: [], reason: "nothingToCount" },
  { article: single, name: "the garage's one owner agrees", answers: ["for"], reason: "allAgreed" },
  { article: single, name: "the garage's one owner refuses", answers: ["against"], reason: "someoneRefused" },
  { article: single, name: "the garage's one owner says nothing", answers: ["notReturned"], reason: "someoneSilent" },
  { article: single, name: "the garage's one owner abstains", answers: ["abstain"], reason: "someoneSilent" },
  {
    article: single,
    name: "of two owners of the garage one agrees",
    answers: ["for", "notReturned"],
    reason: "someoneSilent",
  },
  {
    article: single,
    name: "of two owners of the garage one refuses",
    answers: ["for", "against"],
    reason: "someoneRefused",
  },
  { article: single, name: "both owners of the garage agree", answers: ["for", "for"], reason: "allAgreed" },
]
