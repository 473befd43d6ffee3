import { asc } from "drizzle-orm"
import { expect, test } from "vitest"
import type { Role } from "#db/schema/people-accounts"
import { auditEntries, documents } from "#db/schema/registry"
import { aDraftEdition } from "#tests/records/edition-factories"
import { aWorld } from "#tests/world"
import { signIn } from "./access-world"
import { aServer } from "./running-server"
import { aVisitor } from "./visitor"

test("an attempt to print an edition before its release is refused in a sentence and written down, whoever presses", async () => {
  const world = await aWorld()
  world.clock.now = new Date()
  const { editionId } = await aDraftEdition(world)
  const server = await aServer(world, { LOG_LEVEL: "error" })
  const page = `/c/${world.community.slug}/notices/editions/${editionId}`
  const roles: Role[] = ["administrator", "secretary", "gridWorker", "handler", "delegate", "reviewer", "viewer"]
  for (const role of roles) {
    const { actor } = await world.as(role)
    const browser = aVisitor(server.origin, { sid: await signIn({ world }, actor) })
    const answer = await browser.post(page, { intent: "print" })
    expect(answer.status, role).toBeGreaterThanOrEqual(400)
    const said = await answer.text()
    expect(said, role).toContain(
      role === "secretary" ? "这份公示版还没有放行，或者已经撤回，不能打印和张贴" : "您的岗位不能办这件事",
    )
  }
  const stranger = await aVisitor(server.origin).post(page, { intent: "print" })
  expect(stranger.headers.get("location")).toContain("/sign-in")
  const refused = (await world.db.read.select().from(auditEntries).orderBy(asc(auditEntries.id))).filter(
    entry => entry.action === "publicEdition.printRefused",
  )
  const names = await Promise.all(roles.map(async role => (await world.as(role)).actor.name))
  expect(refused.map(entry => entry.actorName)).toEqual(names)
  expect(refused.map(entry => entry.subjectId)).toEqual(names.map(() => editionId))
  const filed = await world.db.read.select({ kind: documents.kind }).from(documents)
  expect(filed.filter(one => one.kind === "publicNotice")).toEqual([])
})
