import { expect, test } from "vitest"
import { listEveryRoute } from "#tests/http/every-route"
import { aWorld } from "#tests/world"
import { readDelegateCard } from "~/desk/delegate-card"
import { chapters, readHelpChapter, readHelpIndex } from "~/desk/help/reading"
import { listDocuments } from "~/registry/document-store"

const everyText = chapters.flatMap(chapter => [
  chapter.title,
  chapter.about,
  ...chapter.parts.flatMap(part => [part.heading, part.law ?? "", ...part.steps]),
])

test("help is written in plain Chinese: no English, no exclamation marks, no 系统", () => {
  for (const text of everyText) expect(text).not.toMatch(/[A-Za-z]|！|系统/)
})

test("every link of the help leads to a page there is", () => {
  const patterns = listEveryRoute().map(route => route.pattern.replace("/c/:community", ""))
  const links = chapters.flatMap(chapter => chapter.parts.flatMap(part => part.links ?? []))
  const missing = links.filter(link => link.to !== "" && !patterns.includes(link.to.split("?")[0]!))
  expect(missing.map(link => link.to)).toEqual([])
})

test("each role finds its own chapters first, and links only where it may go", async () => {
  const world = await aWorld()
  const handler = (await world.as("handler")).actor
  const { own, others } = readHelpIndex(handler)
  expect(own.map(chapter => chapter.title)).toContain("承办人")
  expect(own.map(chapter => chapter.title)).not.toContain("一年怎么安排")
  expect(own.length + others.length).toBe(chapters.length)
  const links = readHelpChapter(handler, "matter")!.parts.flatMap(part => part.links ?? [])
  expect(links.map(link => link.to)).toEqual(["/topics", "/tasks"])
  expect(readHelpChapter(handler, "nothing")).toBeNull()
})

test("the delegates' card is drawn once for the same words, and again when the telephone changes", async () => {
  const world = await aWorld()
  const ctx = await world.as("delegate")
  const sheets = async () =>
    (await listDocuments(world.db.read, ctx.community.id, { kind: "community", id: ctx.community.id })).length
  for (let asked = 0; asked < 2; asked++) expect((await readDelegateCard(ctx)).ok).toBe(true)
  expect(await sheets()).toBe(1)
  await readDelegateCard({ ...ctx, community: { ...ctx.community, contactPhone: "13900001234" } })
  expect(await sheets()).toBe(2)
  expect(await readDelegateCard(world.asStranger())).toMatchObject({ code: "not_found" })
})
