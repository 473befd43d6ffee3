import { afterAll, expect, test } from "vitest"
import { topics } from "#db/schema/agenda"
import { meetings } from "#db/schema/convening"
import { chases, tasks } from "#db/schema/followup"
import { claims, resources } from "#db/schema/followup-claims"
import { issues, satisfactions } from "#db/schema/intake"
import { delegates, grids, persons } from "#db/schema/people"
import { polls } from "#db/schema/polling"
import { notices, publicEditions } from "#db/schema/records"
import { auditEntries, documents, photos } from "#db/schema/registry"
import { buildDemoCommunity } from "~/demo/community"
import { listDemoSeats, readDemoBoard } from "~/demo/seats"
import { civilDateOf } from "~/law/civil-date"
import { anEmptyInstallation } from "./installation"

const anAfternoon = "2026-10-14T07:00:00Z"

async function aDemo(...when: Parameters<typeof anEmptyInstallation>) {
  const installation = await anEmptyInstallation(...when)
  const signIns = await buildDemoCommunity(installation, "a password of the demo")
  return { ...installation, read: installation.db.read, signIns }
}

/** One telling for all tests that only look. */
const demo = await aDemo(anAfternoon, afterAll)

/** Which words there are, and how often each. */
const tally = (words: readonly (string | null)[]) =>
  Object.fromEntries([...new Set(words)].sort().map(word => [word ?? "none", words.filter(one => one === word).length]))

test.each([
  ["on a working morning", "2026-03-18T01:30:00Z"],
  ["a minute after midnight", "2026-11-21T16:01:00Z"],
  ["in the last minute of the year", "2026-12-31T15:59:00Z"],
  ["in the holidays", "2026-10-03T02:00:00Z"],
])("the demo's stories are told to today and no further %s", async (_when, now) => {
  const { read } = await aDemo(now)
  const held = await read.select({ state: meetings.state }).from(meetings)
  expect(tally(held.map(meeting => meeting.state))).toEqual({ convened: 1, inSession: 1, minuted: 6 })
  const today = civilDateOf(new Date(now))
  const written = await read.select({ at: auditEntries.at, action: auditEntries.action }).from(auditEntries)
  expect(written.filter(entry => entry.at > new Date(now))).toEqual([])
  const reported = await read.select({ on: issues.reportedOn }).from(issues)
  expect(reported.filter(issue => issue.on > today)).toEqual([])
})

test("there is something of every kind to be looked at", async () => {
  const { read } = demo
  expect(await read.$count(persons)).toBeGreaterThan(60)
  expect(await read.$count(delegates)).toBe(15)
  expect(await read.$count(grids)).toBe(12)

  const matters = await read.select().from(issues)
  expect(matters.length).toBeGreaterThan(38)
  expect(Object.keys(tally(matters.map(issue => issue.state)))).toEqual(["accepted", "closed", "reported", "sorted"])
  expect(Object.keys(tally(matters.map(issue => issue.triage)))).toEqual(
    expect.arrayContaining(["decline", "deliberate", "none", "quick", "refer", "wish"]),
  )
  expect(new Set(matters.map(issue => issue.channel)).size).toBeGreaterThan(9)
  expect(new Set(matters.map(issue => issue.collectorName))).toEqual(new Set(["", "丁四", "丁六"]))
  expect(matters.filter(issue => issue.mergedIntoId).length).toBe(4)
  expect(matters.filter(issue => issue.reopenedCount > 0).length).toBe(1)
  const said = await read.select({ level: satisfactions.level }).from(satisfactions)
  expect(Object.keys(tally(said.map(one => one.level)))).toEqual(["dissatisfied", "mostly", "satisfied", "unresolved"])

  const talkedOver = await read.select({ state: topics.state, ordinal: topics.proposalOrdinal }).from(topics)
  expect(tally(talkedOver.map(topic => topic.state))).toEqual({ decided: 5, fieldwork: 1, prepared: 1, scheduled: 2 })
  expect(talkedOver.filter(topic => topic.ordinal === 2).length).toBe(1)
  const works = await read.select({ state: tasks.state }).from(tasks)
  expect(Object.keys(tally(works.map(task => task.state)))).toEqual(
    expect.arrayContaining(["assigned", "blocked", "doing", "replaced", "satisfied", "signedFor"]),
  )
  expect(await read.$count(chases)).toBe(1)
  expect(await read.$count(resources)).toBe(2)
  const takenUp = await read.select({ state: claims.state }).from(claims)
  expect(tally(takenUp.map(claim => claim.state))).toEqual({ doing: 1, done: 2 })
  const decidedOnPaper = await read.select({ state: polls.state }).from(polls)
  expect(tally(decidedOnPaper.map(poll => poll.state))).toEqual({ open: 1, proclaimed: 2 })
  const editions = await read.select({ state: publicEditions.state }).from(publicEditions)
  expect(tally(editions.map(edition => edition.state))).toEqual({ draft: 1, released: 4, withdrawn: 1 })
  expect(await read.$count(notices)).toBe(5)
  const papers = await read.select({ kind: documents.kind }).from(documents)
  expect(tally(papers.map(paper => paper.kind))).toMatchObject({ minutes: 6, resolution: 6, publicNotice: 5 })
  expect(await read.$count(photos)).toBeGreaterThan(15)
})

test("the ledger's numbers follow the calendar through all stories", async () => {
  const { read } = demo
  const rows = await read.select({ on: issues.reportedOn, sequence: issues.sequence }).from(issues)
  const inOrder = rows.toSorted((a, b) => a.sequence - b.sequence)
  expect(inOrder.map(issue => issue.on)).toEqual(inOrder.map(issue => issue.on).toSorted())
  expect(inOrder.map(issue => issue.sequence)).toEqual(inOrder.map((_, at) => at + 1))
})

test("two demos of one day tell the same, but for their ids and codes", async () => {
  const tellings = await Promise.all(
    [demo, await aDemo(anAfternoon)].map(async ({ read }) => {
      const columns = { sequence: issues.sequence, title: issues.title, state: issues.state, dueOn: issues.answerDueOn }
      const works = { sequence: tasks.sequence, content: tasks.content, state: tasks.state, dueOn: tasks.dueOn }
      return {
        issues: (await read.select(columns).from(issues)).toSorted((a, b) => a.sequence - b.sequence),
        tasks: (await read.select(works).from(tasks)).toSorted((a, b) => a.sequence - b.sequence),
      }
    }),
  )
  expect(tellings[0]).toEqual(tellings[1])
})

test("a demo that is there already stays as it is", async () => {
  const { read, signIns: first, ...installation } = demo
  const before = await read.$count(auditEntries)
  const again = await buildDemoCommunity(installation, "a password of the demo")
  expect(again).toEqual(first)
  expect(await read.$count(auditEntries)).toBe(before)
})

test("the demo tells how to get in: by name, by seat, and by a resident's code", async () => {
  const { signIns, ...installation } = demo
  expect(signIns.map(({ loginName }) => loginName)).toEqual(
    expect.arrayContaining(["甲一", "乙二", "丁四", "卯四", "丙三", "戊五", "己六"]),
  )
  expect(await listDemoSeats(installation)).toHaveLength(3)
  expect(await readDemoBoard(installation)).toMatchObject({
    path: "/c/zhenxing/board",
    issue: { followCode: expect.stringMatching(/^\d{4} \d{4} \d{2}$/) },
  })
})
