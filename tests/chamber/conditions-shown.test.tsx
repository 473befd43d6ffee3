import { expect, test } from "vitest"
import { renderPart, wordsOf } from "#tests/ui/render-part"
import { aWorld } from "#tests/world"
import { consolePageOf } from "~/chamber/console-page"
import { readConsole } from "~/chamber/console-view"
import { putMotion } from "~/chamber/motions/motions"
import { CheckedChoice } from "~/chamber/parts/CheckedChoice"
import { ConsoleMain } from "~/chamber/parts/ConsoleMain"
import { ScreenNow } from "~/chamber/parts/ScreenNow"
import { SeatNow } from "~/chamber/parts/SeatNow"
import { Terms } from "~/chamber/parts/Terms"
import { recordPageOf } from "~/chamber/record-page"
import { closeRound, openRound, proclaimRound } from "~/chamber/rounds/rounds"
import { screenPageOf } from "~/chamber/screen-page"
import { readScreen } from "~/chamber/screen-view"
import { readBallotPaper } from "~/chamber/seat-ballot"
import { readSeat } from "~/chamber/seat-views"
import { announcementOf, seatViewOf } from "~/chamber/seat-words"
import { readRecorder } from "~/chamber/views"
import { aMeetingInRoom, must, type Room, voteAll } from "./factories"

const conditions = ["不装在楼道里", "音量不过60分贝"]
const said = "附条件同意不装在楼道里音量不过60分贝"

async function aConditionalMotion(room: Room): Promise<string> {
  const { meetingId, agendaItemId } = room
  const content = "在小广场试装智慧音箱。"
  const entry = {
    meetingId,
    agendaItemId,
    content,
    proposalId: null,
    effect: "agreedWithConditions",
    conditions,
  } as const
  return must(await putMotion(room.recorder, entry)).motionId
}

const onWall = async (room: Room) =>
  wordsOf(
    renderPart(
      <ScreenNow
        now={screenPageOf(must(await readScreen(room.desk, room.meetingId)), room.world.clock.now).now}
        readAt={room.world.clock.now}
        checkIn={null}
      />,
    ),
  )
const onConsole = async (room: Room) => {
  const view = must(await readConsole(room.chair, room.meetingId))
  return wordsOf(
    renderPart(
      <ConsoleMain
        page={consolePageOf(view, room.world.clock.now, one => one.code)}
        params={{ community: "zhenxing", meetingId: room.meetingId }}
      />,
    ),
  )
}
const seatOf = async (room: Room, who = room.observers[0]!) => seatViewOf(must(await readSeat(room.seat(who)))).now

test("conditions stand under the motion on console and wall, from the talk to the result", async () => {
  const room = await aMeetingInRoom(await aWorld(), { observers: 1 })
  const motionId = await aConditionalMotion(room)
  const seen: string[] = []
  const look = async () => seen.push(await onConsole(room), await onWall(room))
  await look()
  const { roundId } = must(await openRound(room.chair, { motionId, secret: false }))
  await look()
  await voteAll(room, roundId, ["for", "for", "for", "for"])
  must(await closeRound(room.chair, roundId))
  await look()
  must(await proclaimRound(room.chair, roundId))
  await look()
  expect(seen).toHaveLength(8)
  const onTheWall = "附条件同意：1. 不装在楼道里；2. 音量不过60分贝"
  for (const [at, words] of seen.entries()) expect(words).toContain(at % 2 === 0 ? said : onTheWall)
})

test("the delegate reads the conditions with the ballot and once more when checking it", async () => {
  const room = await aMeetingInRoom(await aWorld(), { observers: 1 })
  const motionId = await aConditionalMotion(room)
  const { roundId } = must(await openRound(room.chair, { motionId, secret: false }))
  const { motion } = must(await readBallotPaper(room.seat(room.entitled[0]!), roundId)).matter
  expect(wordsOf(renderPart(<Terms terms={motion.terms} />))).toBe(said)
  const check = (
    <CheckedChoice
      picked={{ text: "for", words: "赞成" }}
      requestKey="x"
      motion={motion.content}
      terms={motion.terms}
      secret={false}
      again="/again"
    />
  )
  expect(wordsOf(renderPart(check))).toContain(said)
  expect(wordsOf(renderPart(<SeatNow now={await seatOf(room)} />))).toContain(said)
})

test("a tablet is told aloud which motion a result is of", async () => {
  const room = await aMeetingInRoom(await aWorld(), { observers: 1 })
  const motionId = await aConditionalMotion(room)
  const { roundId } = must(await openRound(room.chair, { motionId, secret: false }))
  expect(announcementOf(await seatOf(room))).toBe("正在表决。在小广场试装智慧音箱。")
  await voteAll(room, roundId, ["for", "for", "for", "for"])
  must(await closeRound(room.chair, roundId))
  must(await proclaimRound(room.chair, roundId))
  expect(announcementOf(await seatOf(room))).toBe("表决结果：通过。在小广场试装智慧音箱。")
})

test("the recorder's form begins again with what was said of the motion", async () => {
  const room = await aMeetingInRoom(await aWorld())
  const motionId = await aConditionalMotion(room)
  const view = must(await readRecorder(room.recorder, room.meetingId))
  const [motion] = recordPageOf(view, { item: null, edit: motionId }).motions
  expect(motion).toMatchObject({
    effect: "agreedWithConditions",
    conditions: "不装在楼道里\n音量不过60分贝",
    returnOn: "",
  })
})

test("under plain agreement nothing more is said; fieldwork names its day", () => {
  expect(renderPart(<Terms terms={{ effect: "", conditions: [] }} />)).toBe("")
  const fieldwork = <Terms terms={{ effect: "先调研再定，2026年11月8日前再上会", conditions: [] }} />
  expect(wordsOf(renderPart(fieldwork))).toBe("通过后先调研再定，2026年11月8日前再上会")
})
