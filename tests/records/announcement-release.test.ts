import { expect, test } from "vitest"
import type { Role } from "#db/schema/people-accounts"
import { documents } from "#db/schema/registry"
import { codeOf } from "#tests/followup/factories"
import { aWorld } from "#tests/world"
import { drawUpCorrection, signCorrection } from "~/chamber/rounds/corrections"
import { releaseAnnouncement, sendAnnouncement } from "~/records/announcement-release"
import { listWaitingAnnouncements } from "~/records/announcement-waiting"
import { papers } from "~/records/meeting-paper-kinds"
import { drawTogether, previewPaper, printChosenPapers, printMeetingPaper } from "~/records/meeting-paper-printing"
import { readMeetingPapers } from "~/records/meeting-papers"
import { listAuditEntries } from "~/registry/store"
import type { Ctx } from "~/web/context"
import { must } from "../chamber/factories"
import { readText } from "../templates/read-pdf"
import { aMeetingOver } from "./factories"

async function aCount() {
  const world = await aWorld()
  const { meetingId, roundIds, chair, recorder } = await aMeetingOver(world)
  const key = { meetingId, roundId: roundIds[0]! }
  const ref = { key: "countAnnouncement" as const, of: key.roundId }
  const lineFor = async (ctx: Ctx) =>
    must(await readMeetingPapers(ctx, meetingId)).lines.find(line => line.ref.key === "countAnnouncement")
  const hashFor = async (ctx: Ctx) => (await lineFor(ctx))!.release!.factsHash
  return {
    world,
    key,
    ref,
    asked: { meetingId, origin: null },
    chair,
    recorder,
    secretary: await world.as("secretary"),
    reviewer: await world.as("reviewer"),
    lineFor,
    hashFor,
  }
}

const actionsOf = async (ctx: Ctx, meetingId: string) =>
  (await listAuditEntries(ctx.db.read, ctx.community.id, [{ kind: "meeting", ids: [meetingId] }]))
    .filter(entry => entry.action.startsWith("countAnnouncement."))
    .map(entry => [entry.action, entry.actorName])

test("an announcement is printed once a second person has looked it over, never by the word of who sent it", async () => {
  const { key, ref, asked, secretary, reviewer, hashFor } = await aCount()
  const factsHash = await hashFor(secretary)
  expect(codeOf(await releaseAnnouncement(reviewer, { ...key, factsHash }))).toBe("announcement_not_sent")
  must(await sendAnnouncement(secretary, key))
  expect(codeOf(await sendAnnouncement(secretary, key))).toBe("announcement_sent_already")
  expect(codeOf(await releaseAnnouncement(secretary, { ...key, factsHash }))).toBe("own_announcement")
  must(await releaseAnnouncement(reviewer, { ...key, factsHash }))
  expect(codeOf(await releaseAnnouncement(reviewer, { ...key, factsHash }))).toBe("announcement_released_already")
  expect((await printMeetingPaper(secretary, asked, ref)).ok).toBe(true)
  expect(await actionsOf(secretary, key.meetingId)).toEqual([
    ["countAnnouncement.sent", secretary.actor.name],
    ["countAnnouncement.released", reviewer.actor.name],
  ])
})

test("an attempt to print one that is not released is refused and written down, by every way", async () => {
  const { key, ref, asked, secretary } = await aCount()
  expect(codeOf(await papers.countAnnouncement.print(secretary, { ...asked, of: key.roundId }))).toBe(
    "announcement_not_released",
  )
  expect(codeOf(await printMeetingPaper(secretary, asked, ref))).toBe("announcement_not_released")
  const agenda = { key: "agenda" as const, of: null }
  expect(codeOf(await printChosenPapers(secretary, asked, [agenda, ref]))).toBe("announcement_not_released")
  expect(codeOf(await drawTogether(secretary, { ...asked, duplex: false }, [agenda, ref]))).toBe(
    "announcement_not_released",
  )
  expect((await actionsOf(secretary, key.meetingId)).map(([action]) => action)).toEqual(
    Array(4).fill("countAnnouncement.printRefused"),
  )
  expect(await secretary.db.read.$count(documents)).toBe(0)
})

test("before its release it is looked at as a draft that must not hang, afterwards as it is filed", async () => {
  const { key, ref, asked, secretary, reviewer, hashFor } = await aCount()
  const shown = async (ctx: Ctx) => readText(must(await previewPaper(ctx, asked, ref)))
  expect(await shown(secretary)).toContain("待核对，不得张贴")
  must(await sendAnnouncement(secretary, key))
  expect(await shown(reviewer)).toContain("待核对，不得张贴")
  must(await releaseAnnouncement(reviewer, { ...key, factsHash: await hashFor(reviewer) }))
  expect(await shown(secretary)).not.toContain("待核对")
})

test("what is put right after the release is another announcement, and is sent and looked over anew", async () => {
  const { key, ref, asked, secretary, chair, recorder, reviewer, hashFor, lineFor } = await aCount()
  must(await sendAnnouncement(secretary, key))
  const factsHash = await hashFor(secretary)
  const { correctionId } = must(
    await drawUpCorrection(recorder, {
      roundId: key.roundId,
      kind: "note",
      wrong: "会上念成赞成12票",
      right: "赞成是7票",
    }),
  )
  must(await signCorrection(chair, { correctionId }))
  expect(codeOf(await releaseAnnouncement(reviewer, { ...key, factsHash }))).toBe("announcement_changed")
  expect(await lineFor(secretary)).toMatchObject({ release: { state: "unsent", maySend: true } })
  must(await sendAnnouncement(secretary, key))
  must(await releaseAnnouncement(reviewer, { ...key, factsHash: await hashFor(reviewer) }))
  expect((await printMeetingPaper(secretary, asked, ref)).ok).toBe(true)
})

test("who sees to the count sends it, who releases what hangs on the wall releases it, and nobody else does either", async () => {
  const { world, key, secretary, recorder, hashFor } = await aCount()
  must(await sendAnnouncement(recorder, key))
  const factsHash = await hashFor(secretary)
  const roles: Role[] = ["handler", "viewer"]
  for (const role of roles) {
    const ctx = await world.as(role)
    expect(codeOf(await sendAnnouncement(ctx, key)), role).toBe("forbidden")
    expect(codeOf(await releaseAnnouncement(ctx, { ...key, factsHash })), role).toBe("forbidden")
  }
  const reviewer = await world.as("reviewer")
  expect(codeOf(await sendAnnouncement(reviewer, key))).toBe("forbidden")
  expect(
    codeOf(await printMeetingPaper(reviewer, { ...key, origin: null }, { key: "countAnnouncement", of: key.roundId })),
  ).toBe("forbidden")
  expect(codeOf(await releaseAnnouncement(recorder, { ...key, factsHash }))).toBe("forbidden")
  must(await releaseAnnouncement(secretary, { ...key, factsHash }))
})

test("a second person finds on the list what waits for the release, and nothing else of the table's", async () => {
  const { key, secretary, reviewer, lineFor } = await aCount()
  expect(await lineFor(reviewer)).toBeUndefined()
  must(await sendAnnouncement(secretary, key))
  expect(await lineFor(reviewer)).toMatchObject({
    mayPrint: false,
    mayPreview: true,
    release: { state: "sent", by: secretary.actor.name, maySend: false, mayRelease: true },
  })
  expect(await lineFor(secretary)).toMatchObject({ mayPrint: true, release: { maySend: false, mayRelease: false } })
  const { lines } = must(await readMeetingPapers(reviewer, key.meetingId))
  expect(lines).toHaveLength(1)
})

test("what was sent waits for those who may release it, until one of them has, or it reads otherwise", async () => {
  const { key, secretary, chair, recorder, reviewer, hashFor } = await aCount()
  const waiting = async (ctx: Ctx) => (await listWaitingAnnouncements(ctx)).map(one => [one.roundId, one.sender])
  expect(await waiting(reviewer)).toEqual([])
  must(await sendAnnouncement(secretary, key))
  expect(await waiting(reviewer)).toEqual([[key.roundId, secretary.actor.name]])
  expect(await waiting(secretary)).toEqual([])
  const note = { roundId: key.roundId, kind: "note" as const, wrong: "会上念成赞成12票", right: "赞成是7票" }
  must(await signCorrection(chair, must(await drawUpCorrection(recorder, note))))
  expect(await waiting(reviewer)).toEqual([])
  must(await sendAnnouncement(recorder, key))
  expect(await waiting(secretary)).toEqual([[key.roundId, recorder.actor.name]])
  must(await releaseAnnouncement(reviewer, { ...key, factsHash: await hashFor(reviewer) }))
  expect(await waiting(secretary)).toEqual([])
})
