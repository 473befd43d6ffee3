import { expect, test } from "vitest"
import { checkProxies, type ProxyGrant } from "~/law/proxies"

/** 居委会组织法第19条: one person takes at most three. */
const atMostThree = { most: 3 }
const nobody = new Set<string>()
const grants = (...pairs: string[]): ProxyGrant[] =>
  pairs.map(pair => {
    const [from = "", to = ""] = pair.split(">")
    return { from, to }
  })

test.each<[string, string[], { most: number | null } | "none"]>([
  ["no grant where none is allowed", [], "none"],
  ["no grant where some are", [], atMostThree],
  ["one grant", ["甲一>丁四"], atMostThree],
  ["exactly three for one person", ["甲一>丁四", "乙二>丁四", "丙三>丁四"], atMostThree],
  ["four in all, for two people", ["甲一>丁四", "乙二>丁四", "丙三>戊五", "己六>戊五"], atMostThree],
  ["any number where the rule sets no limit", ["甲一>丁四", "乙二>丁四", "丙三>丁四", "己六>丁四"], { most: null }],
])("may stand together: %s", (_sentence, pairs, rule) => {
  expect(checkProxies(grants(...pairs), rule, new Set(["庚七"]))).toEqual({ ok: true, value: null })
})

test.each<[string, string[], { most: number | null } | "none", string, Record<string, unknown>]>([
  ["the rule grants no proxy (居委会组织法27、29)", ["甲一>丁四"], "none", "proxy_not_granted", {}],
  [
    "a fourth for one person",
    ["甲一>丁四", "乙二>丁四", "丙三>丁四", "己六>丁四"],
    atMostThree,
    "proxy_too_many",
    { to: "丁四", most: 3 },
  ],
  ["one where the rule allows nought", ["甲一>丁四"], { most: 0 }, "proxy_too_many", { to: "丁四", most: 0 }],
  ["the same voter is stood for by two", ["甲一>丁四", "甲一>戊五"], atMostThree, "proxy_twice", { from: "甲一" }],
  ["the same grant is entered twice", ["甲一>丁四", "甲一>丁四"], atMostThree, "proxy_twice", { from: "甲一" }],
  ["a candidate stands for a voter", ["甲一>庚七"], atMostThree, "proxy_barred", { to: "庚七" }],
  ["someone stands for themselves", ["甲一>甲一"], atMostThree, "proxy_to_self", { to: "甲一" }],
  ["a mandate is passed on", ["甲一>丁四", "丁四>戊五"], atMostThree, "proxy_passed_on", { to: "丁四" }],
  [
    "a mandate is passed on without a limit",
    ["丁四>戊五", "甲一>丁四"],
    { most: null },
    "proxy_passed_on",
    { to: "丁四" },
  ],
  ["two stand for each other", ["甲一>丁四", "丁四>甲一"], atMostThree, "proxy_passed_on", { to: "丁四" }],
])("may not: %s", (_sentence, pairs, rule, code, detail) => {
  expect(checkProxies(grants(...pairs), rule, new Set(["庚七"]))).toEqual({ ok: false, code, detail })
})

test("whoever is barred from standing for others may be stood for", () => {
  expect(checkProxies(grants("庚七>甲一"), atMostThree, new Set(["庚七"])).ok).toBe(true)
})

test("in whatever order grants are entered, they stand or fall together", () => {
  const all = grants("甲一>丁四", "乙二>丁四", "丙三>丁四", "己六>丁四", "戊五>乙二")
  for (const list of [all, all.toReversed(), all.toSorted((a, b) => (a.to < b.to ? -1 : 1))])
    expect(checkProxies(list, atMostThree, nobody).ok).toBe(false)
})
