import { expect, test } from "vitest"
import { aWorld } from "#tests/world"
import { readDesk } from "~/chamber/attendance/desk-view"
import { consolePageOf } from "~/chamber/console-page"
import { readConsole } from "~/chamber/console-view"
import { putMotion } from "~/chamber/motions/motions"
import { recordPageOf } from "~/chamber/record-page"
import { screenPageOf } from "~/chamber/screen-page"
import { readScreen } from "~/chamber/screen-view"
import { closeMeeting, startMeeting } from "~/chamber/session"
import { recordSpeech } from "~/chamber/speaking/speeches"
import { readRecorder } from "~/chamber/views"
import { aMeetingInRoom, must } from "./factories"

test.each(["jointSession", "openTalk"] as const)("a meeting of consensus votes on nothing: %s", async preset => {
  const room = await aMeetingInRoom(await aWorld(), { preset, entitled: 6, present: 1, state: "checkIn" })
  // Nothing demands a quorum: it begins with whoever came.
  must(await startMeeting(room.chair, room.meetingId))
  const { meetingId, agendaItemId } = room
  const motion = { meetingId, agendaItemId, content: "同意", proposalId: null }
  expect(await putMotion(room.recorder, motion)).toMatchObject({ ok: false, code: "no_vote_by_rule" })
  const said = { meetingId, agendaItemId, participantId: room.entitled[0]!.id }
  must(await recordSpeech(room.recorder, { ...said, stance: "support", gist: "三方同意每月对一次账。" }))

  const console = must(await readConsole(room.chair, meetingId))
  expect(console.presences).toMatchObject({ quorum: null, quorumWords: "实到1人，应到6人" })
  const page = consolePageOf(console, room.world.clock.now, one => one.code)
  expect(page).toMatchObject({ votes: false, quorum: null, step: { kind: "end" } })
  const recorder = recordPageOf(must(await readRecorder(room.recorder, meetingId)), { item: null, edit: null })
  expect(recorder.mayPutMotion).toBe(false)
  expect(recorder.whyNoMotion).toContain("议定事项")
  expect(must(await readDesk(room.desk, meetingId)).presences.quorum).toBeNull()
  expect(screenPageOf(must(await readScreen(room.desk, meetingId)), room.world.clock.now).presence.met).toBeNull()
  must(await closeMeeting(room.chair, meetingId))
})
