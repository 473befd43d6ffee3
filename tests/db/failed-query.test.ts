import { DrizzleQueryError } from "drizzle-orm/errors"
import { expect, test } from "vitest"
import { rollEntries } from "#db/schema/chamber-rounds"
import { aWorld } from "#tests/world"
import { traceOf } from "~/web/log"

const thrownBy = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => null,
    (error: unknown) => error,
  )

test("the trace of a write that the database refused quotes none of its values", async () => {
  const world = await aWorld()
  const row = {
    communityId: world.community.id,
    roundId: "no such round",
    participantId: "voter-of-nothing",
    channel: "tablet" as const,
    requestKey: "13900000001",
  }
  const error = await thrownBy(world.db.tx("test", q => q.insert(rollEntries).values(row)))
  expect(error).toBeInstanceOf(Error)
  expect(traceOf(error)).not.toMatch(/voter-of-nothing|13900000001/)
})

test("the trace of a failed query tells the query, the code and the place, and no value of several lines", () => {
  const cause = Object.assign(new Error("Key (participant_id)=(voter) exists"), { code: "23505" })
  const query = "insert into named_ballots values ($1, $2)"
  const trace = traceOf(new DrizzleQueryError(query, ["voter", "against\n    at the wish of the voter"], cause))
  expect(trace).toContain(query)
  expect(trace).toContain("code: 23505")
  expect(trace).toContain("failed-query.test.ts")
  expect(trace).not.toMatch(/against|voter/)
})
