import { expect, test } from "vitest"
import type { Role } from "#db/schema/people-accounts"
import { documents } from "#db/schema/registry"
import { must } from "#tests/chamber/factories"
import { codeOf } from "#tests/followup/factories"
import { aWorld, type World } from "#tests/world"
import { actOnEdition } from "~/records/edition-forms"
import { openNoticeSheet, openPublicDocument, previewNotice, printNotice } from "~/records/edition-sheets"
import { findEdition } from "~/records/edition-store"
import { drawTogether, printChosenPapers, printMeetingPaper } from "~/records/meeting-paper-printing"
import { postNotice } from "~/records/notices"
import { withdrawEdition } from "~/records/public-editions"
import { listAuditEntries } from "~/registry/store"
import { aDraftEdition, aReleasedEdition } from "./edition-factories"

const roles: Role[] = ["administrator", "secretary", "gridWorker", "handler", "delegate", "reviewer", "viewer"]

const refusedPrints = async (world: World, editionId: string) =>
  (await listAuditEntries(world.db.read, world.community.id, [{ kind: "publicEdition", ids: [editionId] }])).filter(
    entry => entry.action === "publicEdition.printRefused",
  )

test("whoever tries to print an edition before its release is refused and written down", async () => {
  const world = await aWorld()
  const { editionId } = await aDraftEdition(world)
  for (const role of roles) {
    const ctx = await world.as(role)
    const expected = role === "secretary" ? "edition_not_released" : "forbidden"
    expect(codeOf(await actOnEdition(ctx, editionId, { intent: "print" })), role).toBe(expected)
    expect(codeOf(await actOnEdition(ctx, editionId, { intent: "printPoster" })), role).toBe(expected)
    expect(codeOf(await previewNotice(ctx, { editionId })), role).toBe(expected)
  }
  expect(codeOf(await printNotice(world.asStranger(), { editionId }))).toBe("forbidden")
  const entries = await refusedPrints(world, editionId)
  const tried = await Promise.all(roles.map(async role => (await world.as(role)).actor.name))
  expect(entries.map(entry => entry.actorName)).toEqual([...tried.flatMap(name => [name, name, name]), "无名"])
  expect(new Set(entries.map(entry => entry.detail.way))).toEqual(new Set(["sheet", "poster"]))
  for (const entry of entries) expect(entry.detail).toMatchObject({ state: "draft", version: 1 })
  expect((await findEdition(world.db.read, world.community.id, editionId))!.state).toBe("draft")
})

test("a withdrawn edition is printed no more, not by its old address on the wall either", async () => {
  const world = await aWorld()
  const { editionId, secretary, reviewer } = await aReleasedEdition(world)
  const { document } = must(await printNotice(secretary, { editionId }))
  const { noticeId } = must(await postNotice(secretary, { editionId, postedOn: "2026-10-08", place: "社区公示栏" }))
  expect((await openNoticeSheet(world.asStranger(), noticeId)).ok).toBe(true)
  expect(await refusedPrints(world, editionId)).toEqual([])
  must(await withdrawEdition(reviewer, { editionId, reason: "时限写错" }))
  expect(codeOf(await printNotice(secretary, { editionId }))).toBe("edition_not_released")
  expect(codeOf(await openNoticeSheet(world.asStranger(), noticeId))).toBe("not_found")
  expect((await refusedPrints(world, editionId)).map(entry => entry.detail.way)).toEqual(["sheet", "wall"])
  expect(codeOf(await openPublicDocument(world.asStranger(), document.id))).toBe("not_found")
  const onSheet = await listAuditEntries(world.db.read, world.community.id, [{ kind: "document", ids: [document.id] }])
  expect(onSheet.map(entry => entry.action)).toEqual(["document.publicRefused"])
})

test("who may not print a released one either is told so, and that is no attempt on what was not released", async () => {
  const world = await aWorld()
  const { editionId, reviewer } = await aReleasedEdition(world)
  expect(codeOf(await printNotice(reviewer, { editionId }))).toBe("forbidden")
  expect(codeOf(await printNotice(reviewer, { editionId: "nowhere" }))).toBe("forbidden")
  expect(await refusedPrints(world, editionId)).toEqual([])
})

test("an edition withdrawn while its sheet is drawn is not filed, and the attempt stands in the log", async () => {
  const world = await aWorld()
  const { editionId, secretary, reviewer } = await aReleasedEdition(world)
  const slow: typeof secretary = {
    ...secretary,
    print: async (...drawing) => {
      must(await withdrawEdition(reviewer, { editionId, reason: "时限写错" }))
      return secretary.print(...drawing)
    },
  }
  expect(codeOf(await printNotice(slow, { editionId }))).toBe("edition_not_released")
  expect((await refusedPrints(world, editionId)).map(entry => entry.detail.state)).toEqual(["withdrawn"])
})

test("among the papers of its meeting, alone or with others in one file, it is refused and written down as well", async () => {
  const world = await aWorld()
  const { editionId, meetingId, secretary } = await aDraftEdition(world)
  const asked = { meetingId, origin: null }
  const refs = [
    { key: "agenda" as const, of: null },
    { key: "publicNotice" as const, of: editionId },
  ]
  const viewer = await world.as("viewer")
  expect(codeOf(await printMeetingPaper(secretary, asked, refs[1]!))).toBe("edition_not_released")
  expect(codeOf(await printChosenPapers(secretary, asked, refs))).toBe("edition_not_released")
  expect(codeOf(await drawTogether(secretary, { ...asked, duplex: false }, refs))).toBe("edition_not_released")
  expect(codeOf(await drawTogether(viewer, { ...asked, duplex: false }, refs))).toBe("forbidden")
  const entries = await refusedPrints(world, editionId)
  expect(entries.map(entry => [entry.actorName, entry.detail.way])).toEqual([
    [secretary.actor.name, "papers"],
    [secretary.actor.name, "papers"],
    [secretary.actor.name, "papers"],
    [viewer.actor.name, "papers"],
  ])
  expect(await world.db.read.$count(documents)).toBe(0)
})

test("a large sheet asked for among the papers is refused after its withdrawal like the usual one", async () => {
  const world = await aWorld()
  const { editionId, meetingId, secretary, reviewer } = await aReleasedEdition(world)
  must(await withdrawEdition(reviewer, { editionId, reason: "时限写错" }))
  const asked = { meetingId, origin: null }
  for (const key of ["noticePoster", "publicNotice"] as const) {
    const ref = { key, of: editionId }
    expect(codeOf(await printMeetingPaper(secretary, asked, ref)), key).toBe("edition_not_released")
    expect(codeOf(await drawTogether(secretary, { ...asked, duplex: false }, [ref])), key).toBe("edition_not_released")
  }
  const entries = await refusedPrints(world, editionId)
  expect(entries.map(entry => [entry.detail.state, entry.detail.way])).toEqual(
    Array.from({ length: 4 }, () => ["withdrawn", "papers"]),
  )
})

test("who may not even read the list of papers is written down with what was tried", async () => {
  const world = await aWorld()
  const { editionId, meetingId } = await aDraftEdition(world)
  const gridWorker = await world.as("gridWorker")
  const asked = { meetingId, origin: null }
  for (const key of ["publicNotice", "noticePoster"] as const)
    expect(codeOf(await printMeetingPaper(gridWorker, asked, { key, of: editionId })), key).toBe("forbidden")
  expect((await refusedPrints(world, editionId)).map(entry => entry.actorName)).toEqual([
    gridWorker.actor.name,
    gridWorker.actor.name,
  ])
})
