import type { ReactNode } from "react"
import { renderToStaticMarkup } from "react-dom/server"
import { createMemoryRouter, RouterProvider } from "react-router"
import { expect, test } from "vitest"
import { renderPart, wordsOf } from "#tests/ui/render-part"
import { aWorld } from "#tests/world"
import { ConsoleSpeaking } from "~/chamber/parts/ConsoleSpeaking"
import { SeatAsking } from "~/chamber/parts/SeatAsking"
import { SeatSpeaking } from "~/chamber/parts/SeatSpeaking"
import { SpeakerClock, type SpeakerClockProps } from "~/chamber/parts/SpeakerClock"
import { SpeakingDesk } from "~/chamber/parts/SpeakingDesk"
import { WallNextUp, WallSpeaker } from "~/chamber/parts/WallSpeaker"
import { askToSpeak } from "~/chamber/speaking/queue"
import { readSeatSpeaking } from "~/chamber/speaking/seat-speaking"
import { announceSpeaking } from "~/chamber/speaking/seat-speaking-words"
import { readSpeakingDesk } from "~/chamber/speaking/speaking-desk"
import { speakingPageOf } from "~/chamber/speaking/speaking-page"
import { beginTurn, endTurn } from "~/chamber/speaking/turns"
import { findMeeting } from "~/convening/store"
import { aMeetingInRoom, aMotion, must, type Room } from "./factories"

/** Forms stand only where a router knows where they are sent. */
const renderForms = (part: ReactNode) =>
  renderToStaticMarkup(<RouterProvider router={createMemoryRouter([{ path: "/", element: part }])} />)

const clock = (change: Partial<SpeakerClockProps["speaker"]>, size: SpeakerClockProps["size"] = "wall") =>
  renderPart(
    <SpeakerClock
      size={size}
      speaker={{ requestId: "r", limitSeconds: 180, spokenMs: 0, isPaused: false, readAt: 0, ...change }}
    />,
  )

test.each([
  [{ spokenMs: 0 }, "还剩3:00每次3分钟"],
  [{ spokenMs: 73_000 }, "还剩1:47每次3分钟"],
  [{ spokenMs: 158_000 }, "最后30秒0:22每次3分钟还剩30秒"],
  [{ spokenMs: 192_000 }, "请说完这一句时间到超0:12每次3分钟时间到"],
  [{ spokenMs: 73_000, isPaused: true }, "停表1:47每次3分钟停表"],
  [{ spokenMs: 38_000, limitSeconds: 60 }, "最后30秒0:22每次1分钟还剩30秒"],
])("a clock of %j says %s", (change, words) => {
  expect(wordsOf(clock(change))).toBe(words)
})

test("the time that is up has another shape than the time that is left, on every clock", () => {
  for (const size of ["wall", "desk", "console", "tablet"] as const) {
    expect(clock({ spokenMs: 181_000 }, size)).toContain("spkclock__over")
    expect(clock({ spokenMs: 179_000 }, size)).not.toContain("spkclock__over")
  }
})

async function aRoomAtWork(): Promise<Room & { called: string }> {
  const room = await aMeetingInRoom(await aWorld())
  const ask = async (at: number, stance: "support" | "oppose") =>
    must(await askToSpeak(room.seat(room.entitled[at]!), { stance, kind: "speech" })).requestId
  const called = await ask(0, "support")
  await ask(1, "support")
  await ask(2, "oppose")
  must(await beginTurn(room.chair, { meetingId: room.meetingId, requestId: called }))
  return { ...room, called }
}
const seatParams = (room: Room) => ({ community: "zhenxing", meetingId: room.meetingId })
const deskOf = async (room: Room) => must(await readSpeakingDesk(room.chair, room.meetingId))
const seatOf = async (room: Room, at: number) => {
  const { db, community, clock: time } = room.world
  const meeting = (await findMeeting(db.read, community.id, room.meetingId))!
  return (await readSeatSpeaking(db.read, meeting, room.entitled[at]!.id, time.now))!
}

test("every page says which time on the motion it is, and how often the rule grants", async () => {
  const room = await aMeetingInRoom(await aWorld())
  const shown = async () => {
    const view = must(await readSpeakingDesk(room.chair, room.meetingId))
    const seat = renderForms(<SeatAsking speaking={await seatOf(room, 0)} />)
    const console = renderForms(<ConsoleSpeaking speaking={view.speaking!} to="/speaking" />)
    const page = speakingPageOf(view)
    const desk = <SpeakingDesk page={page} speaking={view.speaking!} form={undefined} record="/r" entered={null} />
    return { seat: wordsOf(seat), console: wordsOf(console), desk: wordsOf(renderForms(desk)) }
  }
  expect((await shown()).seat).toContain("本项第1次，最多2次，每次3分钟")
  await aMotion(room)
  for (const nth of [1, 2]) {
    expect((await shown()).seat).toContain(`本件第${nth}次，最多2次`)
    const asked = await askToSpeak(room.seat(room.entitled[0]!), { stance: "support", kind: "speech" })
    const turn = { meetingId: room.meetingId, ...must(asked) }
    must(await beginTurn(room.chair, turn))
    expect((await shown()).console).toContain(`本件第${nth}次，最多2次`)
    expect((await shown()).desk).toContain(`本件第${nth}次，最多2次`)
    must(await endTurn(room.chair, turn))
  }
  expect((await shown()).seat).toContain("这件表决事项您已发言2次。还要说的，请举手，由主持人决定。")
})

test("the console offers to stop, to end and to undo while someone speaks, and the next one afterwards", async () => {
  const room = await aRoomAtWork()
  const shown = async () => renderForms(<ConsoleSpeaking speaking={(await deskOf(room)).speaking!} to="/speaking" />)
  const during = await shown()
  for (const intent of ["pauseTurn", "endTurn", "putBack"]) expect(during).toContain(`value="${intent}"`)
  expect(during).not.toContain("beginTurn")
  must(await endTurn(room.chair, { meetingId: room.meetingId, requestId: room.called }))
  const after = await shown()
  expect(wordsOf(after)).toContain(`请${room.entitled[2]!.name}发言`)
  expect(after).not.toContain("endTurn")
})

test("a point of order is offered beside the speech it would interrupt, and every page says who goes on afterwards", async () => {
  const room = await aRoomAtWork()
  const raised = await askToSpeak(room.seat(room.entitled[3]!), { stance: "neutral", kind: "pointOfOrder" })
  const [speaker, raiser] = [room.entitled[0]!.name, room.entitled[3]!.name]
  const shown = async () => {
    const view = await deskOf(room)
    const console = renderForms(<ConsoleSpeaking speaking={view.speaking!} to="/speaking" />)
    const page = speakingPageOf(view)
    const desk = <SpeakingDesk page={page} speaking={view.speaking!} form={undefined} record="/r" entered={null} />
    const wall = renderPart(<WallSpeaker speaker={view.speaking!.now!} />)
    return { console, desk: renderForms(desk), wall: wordsOf(wall) }
  }
  const before = await shown()
  for (const page of [before.console, before.desk])
    expect(wordsOf(page)).toContain(`请${raiser}提程序问题${speaker}的发言先停，处理完接着说`)
  expect(before.desk.split(`value="beginTurn"`)).toHaveLength(2)
  must(await beginTurn(room.chair, { meetingId: room.meetingId, ...must(raised) }))
  const during = await shown()
  for (const page of [wordsOf(during.console), wordsOf(during.desk), during.wall])
    expect(page).toContain(`处理完，${speaker}接着说`)
  expect(during.console).not.toContain("beginTurn")
  expect(wordsOf(renderForms(<SeatSpeaking speaking={await seatOf(room, 0)} params={seatParams(room)} />))).toContain(
    `先处理程序问题，接着还是您说${raiser}正在提程序问题。`,
  )
})

test("the wall shows who speaks, for or against, and who is next", async () => {
  const room = await aRoomAtWork()
  const { now, queue } = (await deskOf(room)).speaking!
  const words = wordsOf(renderPart(<WallSpeaker speaker={now!} />) + renderPart(<WallNextUp queue={queue} />))
  expect(words).toContain(`正在发言${room.entitled[0]!.name}居民赞成还剩3:00`)
  expect(words).toContain(`接下来${room.entitled[2]!.name}居民${room.entitled[1]!.name}居民`)
})

test("a tablet says whose turn it is, which place one has, and that one may ask", async () => {
  const room = await aRoomAtWork()
  const params = seatParams(room)
  const shown = async (at: number) =>
    wordsOf(renderForms(<SeatSpeaking speaking={await seatOf(room, at)} params={params} />))
  expect(await shown(0)).toContain("轮到您了，请发言")
  expect(await shown(1)).toContain("您排在第2位（赞成）")
  expect(await shown(2)).toContain("下一位就是您（不赞成）")
  expect(await shown(3)).toBe(`您可以登记发言${room.entitled[0]!.name}正在发言。我要发言`)
  expect(announceSpeaking(await seatOf(room, 0))).toBe("轮到您了，请发言")
  expect(announceSpeaking(await seatOf(room, 3))).toBe("")
})

test("again is offered by the last speech of who may not ask any more, and to the chair alone", async () => {
  const room = await aMeetingInRoom(await aWorld(), { rule: { speechLimit: { minutes: 3, times: 1 } } })
  const { requestId } = must(await askToSpeak(room.seat(room.entitled[0]!), { stance: "support", kind: "speech" }))
  must(await beginTurn(room.chair, { meetingId: room.meetingId, requestId }))
  must(await endTurn(room.chair, { meetingId: room.meetingId, requestId }))
  const shown = async (ctx: Room["chair"]) => {
    const view = must(await readSpeakingDesk(ctx, room.meetingId))
    const page = speakingPageOf(view)
    return wordsOf(
      renderForms(
        <SpeakingDesk page={page} speaking={view.speaking!} form={undefined} record="/record" entered={null} />,
      ),
    )
  }
  expect(await shown(room.chair)).toContain("再给一次")
  expect(await shown(room.chair)).not.toContain("记要点")
  expect(await shown(room.recorder)).not.toContain("再给一次")
  expect(await shown(room.recorder)).toContain("记要点")
})
