import { expect, test } from "vitest"
import type { Role } from "#db/schema/people-accounts"
import { must } from "#tests/chamber/factories"
import { codeOf } from "#tests/followup/factories"
import { countPages, readCharacters, withoutSpace } from "#tests/templates/read-pdf"
import { aWorld } from "#tests/world"
import { actOnEdition } from "~/records/edition-forms"
import { openNoticeSheet, openPublicDocument, printNotice, printNoticePoster } from "~/records/edition-sheets"
import { readEditionView } from "~/records/edition-views"
import { postNotice } from "~/records/notices"
import { withdrawEdition } from "~/records/public-editions"
import { findDocument } from "~/registry/document-store"
import { listAuditEntries } from "~/registry/store"
import { verifySheet } from "~/registry/verification"
import { aDraftEdition, aReleasedEdition } from "./edition-factories"

const roles: Role[] = ["administrator", "secretary", "gridWorker", "handler", "delegate", "reviewer", "viewer"]

test("the large print says what was released, on one sheet, and is filed beside the usual one", async () => {
  const world = await aWorld()
  const { editionId, secretary } = await aReleasedEdition(world)
  must(await printNotice(secretary, { editionId }))
  const { document, isNew } = must(await printNoticePoster(secretary, { editionId }))
  expect([document.kind, document.version, isNew]).toEqual(["noticePoster", 1, true])
  expect(must(await printNoticePoster(secretary, { editionId })).isNew).toBe(false)
  const { content } = (await findDocument(world.db.read, world.community.id, document.id))!
  expect(countPages(content)).toBe(1)
  const view = must(await readEditionView(secretary, editionId))
  const text = readCharacters(content)
    .map(one => one.text)
    .join("")
  for (const line of view.lines) expect(text).toContain(withoutSpace(line.shown.map(piece => piece.text).join("")))
  expect(view.sheets.map(sheet => sheet.name)).toEqual(["公示（大字版）", "公示"])
})

test("a code on the large print leads to it, whatever became of the usual one", async () => {
  const world = await aWorld()
  const { editionId, secretary } = await aReleasedEdition(world)
  const sheet = must(await printNotice(secretary, { editionId })).document
  const { document } = must(await printNoticePoster(secretary, { editionId }))
  expect(document.factsHash).not.toBe(sheet.factsHash)
  must(await postNotice(secretary, { editionId, postedOn: "2026-10-08", place: "社区公示栏" }))
  must(await printNotice(secretary, { editionId }))
  const found = must(await verifySheet(world.asStranger(), document.factsHash.slice(0, 16)))
  expect([found.documentId, found.status, found.isPublic]).toEqual([document.id, "inForce", true])
})

test("before its release, and after it was withdrawn, no large print is made, and each attempt is written down", async () => {
  const world = await aWorld()
  const { editionId: draft } = await aDraftEdition(world)
  for (const role of roles) {
    const refused = await actOnEdition(await world.as(role), draft, { intent: "printPoster" })
    expect(codeOf(refused), role).toBe(role === "secretary" ? "edition_not_released" : "forbidden")
  }
  const entries = await listAuditEntries(world.db.read, world.community.id, [{ kind: "publicEdition", ids: [draft] }])
  const attempts = entries.filter(entry => entry.action === "publicEdition.printRefused")
  expect(attempts.map(entry => entry.detail.way)).toEqual(roles.map(() => "poster"))
})

test("a withdrawn edition's large print is given out no more, and the wall's address gives the usual sheet", async () => {
  const world = await aWorld()
  const { editionId, secretary, reviewer } = await aReleasedEdition(world)
  const { document } = must(await printNoticePoster(secretary, { editionId }))
  expect((await openPublicDocument(world.asStranger(), document.id)).ok).toBe(true)
  const { noticeId } = must(await postNotice(secretary, { editionId, postedOn: "2026-10-08", place: "社区公示栏" }))
  expect(codeOf(await openNoticeSheet(world.asStranger(), noticeId))).toBe("not_found")
  must(await printNotice(secretary, { editionId }))
  expect(must(await openNoticeSheet(world.asStranger(), noticeId)).fileName).not.toContain("大字版")
  must(await withdrawEdition(reviewer, { editionId, reason: "时限写错" }))
  expect(codeOf(await printNoticePoster(secretary, { editionId }))).toBe("edition_not_released")
  expect(codeOf(await openPublicDocument(world.asStranger(), document.id))).toBe("not_found")
})
