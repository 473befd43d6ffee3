import { addHours, addMinutes } from "date-fns"
import { expect, test } from "vitest"
import { attemptCounts } from "#db/schema/web"
import { aWorld } from "#tests/world"
import { countAttempt } from "~/web/limits"

test("the addresses that attempts were counted by are forgotten a day later", async () => {
  const { db } = await aWorld()
  const noon = new Date("2026-10-15T12:00:00+08:00")
  const knock = (address: string, at: Date) =>
    db.tx("attempts", q => countAttempt(q, `board:address:${address}`, at, 60))
  const kept = async () =>
    (await db.read.select({ bucket: attemptCounts.bucket }).from(attemptCounts)).map(row => row.bucket)
  await knock("192.0.2.1", noon)
  expect(await knock("192.0.2.1", addMinutes(noon, 5))).toBe(2)
  await knock("192.0.2.2", addHours(noon, 20))
  expect(await kept()).toContain("board:address:192.0.2.1")
  await knock("192.0.2.3", addHours(noon, 26))
  expect(await kept()).not.toContain("board:address:192.0.2.1")
  expect(await kept()).toContain("board:address:192.0.2.2")
})
