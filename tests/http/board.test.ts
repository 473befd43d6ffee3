import { expect, test } from "vitest"
import { auditEntries } from "#db/schema/registry"
import { must } from "#tests/chamber/factories"
import { aPostedNotice } from "#tests/records/edition-factories"
import { aWorld } from "#tests/world"
import { changeCommunity, readCommunity } from "~/people/community"
import { printNotice } from "~/records/edition-sheets"
import { exportResolution } from "~/records/resolutions"
import { aServer } from "./running-server"
import { aVisitor } from "./visitor"

/** A notice hangs, printed as is the inner resolution behind it; a passer-by stands before the wall. */
async function atTheWall({ boardIndexable = false } = {}) {
  const world = await aWorld()
  const posted = await aPostedNotice(world)
  const notice = must(await printNotice(posted.secretary, { editionId: posted.editionId })).document
  const key = { meetingId: posted.meetingId, roundId: posted.roundIds[0]! }
  const inner = must(await exportResolution(posted.recorder, key)).document
  const administrator = await world.as("administrator")
  const { name, shortName, subdistrict, contactPhone, version } = (await readCommunity(administrator))!
  must(await changeCommunity(administrator, { name, shortName, subdistrict, contactPhone, version, boardIndexable }))
  const server = await aServer(world, { LOG_LEVEL: "error" })
  const board = `/c/${world.community.slug}/board`
  return { world, board, notice, inner, noticeId: posted.noticeId, passerBy: aVisitor(server.origin) }
}

const wallPages = (noticeId: string) => ["", "/notices", `/notices/${noticeId}`, `/notices/${noticeId}/sheet.pdf`]

test("search engines may list the wall where the community lets them, and never a form, a check or a matter followed", async () => {
  const { board, noticeId, notice, passerBy } = await atTheWall({ boardIndexable: true })
  for (const path of wallPages(noticeId)) {
    const answer = await passerBy.get(board + path)
    expect([answer.status, answer.headers.get("X-Robots-Tag")], path).toEqual([200, null])
  }
  expect(await (await passerBy.get(board)).text()).not.toContain('name="robots"')
  const closed = ["/report", "/follow", `/notices/${noticeId}/objection`, "/verify", `/documents/${notice.id}`]
  for (const path of closed) {
    const answer = await passerBy.get(board + path)
    expect(answer.headers.get("X-Robots-Tag"), path).toContain("noindex")
  }
})

test("without the community's word nothing of the wall is listed", async () => {
  const { board, noticeId, passerBy } = await atTheWall()
  for (const path of wallPages(noticeId))
    expect((await passerBy.get(board + path)).headers.get("X-Robots-Tag"), path).toBe("noindex, nofollow")
  expect(await (await passerBy.get(board)).text()).toContain('<meta name="robots" content="noindex, nofollow"/>')
})

test("an inner paper asked for at the board is not there, and the attempt is written down", async () => {
  const { world, board, inner, notice, passerBy } = await atTheWall()
  expect((await passerBy.get(`${board}/documents/${notice.id}.pdf`)).headers.get("Content-Type")).toBe(
    "application/pdf",
  )
  expect((await passerBy.get(`${board}/documents/${inner.id}.pdf`)).status).toBe(404)
  const entries = await world.db.read.select().from(auditEntries)
  expect(entries.filter(entry => entry.action === "document.publicRefused")).toMatchObject([{ subjectId: inner.id }])
})
