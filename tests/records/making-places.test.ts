import { expect, test } from "vitest"
import { askedLedger } from "~/followup/ledgers/asked-ledger"
import { ledgerSubjectId } from "~/followup/ledgers/kinds"
import { placeOfMaking } from "~/records/making-places"

test("a ledger that was not made is asked for again where it was, with its kind and period", () => {
  const period = { from: "2026-01-01", to: "2026-12-31" }
  const subjectId = ledgerSubjectId("need", period)
  const place = placeOfMaking("zhenxing", { kind: "needLedger", subjectKind: "community", subjectId })!
  expect(place).toMatch(/^\/c\/zhenxing\/ledgers\?/)
  expect(askedLedger(new URL(place, "http://yishi.example").searchParams, "2027-03-01")).toEqual({
    ledger: "need",
    ...period,
  })
})

test("the papers of a poll are asked for again on their own page, and what is made nowhere else has none", () => {
  const ballots = { kind: "ballotPapers", subjectKind: "poll", subjectId: "poll-1" } as const
  expect(placeOfMaking("zhenxing", ballots)).toBe("/c/zhenxing/polls/poll-1/papers/ballots")
  expect(placeOfMaking("zhenxing", { ...ballots, subjectKind: "round" })).toBeNull()
})
