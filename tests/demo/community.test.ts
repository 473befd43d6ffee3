import { expect, test } from "vitest"
import { meetings } from "#db/schema/convening"
import { issues } from "#db/schema/intake"
import { documents } from "#db/schema/registry"
import { buildDemoCommunity } from "~/demo/community"
import { anEmptyInstallation } from "./installation"

test.each([
  ["on an ordinary afternoon", "2026-10-14T07:00:00Z"],
  ["a minute after midnight", "2026-11-21T16:01:00Z"],
  ["in the last minute of the year", "2026-12-31T15:59:00Z"],
  ["in the holidays", "2026-10-03T02:00:00Z"],
])("the demo's story is told to its end %s", async (_when, now) => {
  const installation = await anEmptyInstallation(now)
  const signIns = await buildDemoCommunity(installation, "a password of the demo")
  expect(signIns.length).toBeGreaterThan(5)
  expect(await installation.db.read.$count(issues)).toBeGreaterThan(35)
  const held = await installation.db.read.select({ state: meetings.state }).from(meetings)
  expect(held.map(meeting => meeting.state).sort()).toEqual([
    "convened",
    "inSession",
    "minuted",
    "minuted",
    "minuted",
    "minuted",
    "minuted",
  ])
  const papers = await installation.db.read.select({ kind: documents.kind }).from(documents)
  expect(papers.filter(paper => paper.kind === "minutes").length).toBe(5)
  expect(papers.filter(paper => paper.kind === "resolution").length).toBe(5)
})

test("a demo that is there already stays as it is", async () => {
  const installation = await anEmptyInstallation("2026-10-14T07:00:00Z")
  await buildDemoCommunity(installation, "a password of the demo")
  const before = await installation.db.read.$count(issues)
  await buildDemoCommunity(installation, "a password of the demo")
  expect(await installation.db.read.$count(issues)).toBe(before)
})
