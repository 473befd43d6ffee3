import { RouterContextProvider } from "react-router"
import { expect, test } from "vitest"
import { aWorld } from "#tests/world"
import { action } from "~/chamber/pages/seat-check-in"
import { appContext, type RequestFacts, requestContext } from "~/web/context"
import { aMeetingInRoom } from "./factories"

test("the address that carried a code does not stay behind the seat it opened", async () => {
  const room = await aMeetingInRoom(await aWorld(), { state: "checkIn", present: 0 })
  const context = new RouterContextProvider()
  context.set(appContext, room.world.asStranger())
  context.set(requestContext, { address: "192.0.2.1", isSecure: false } as RequestFacts)
  const body = new URLSearchParams({ code: room.codeOf(room.entitled[0]!) })
  const request = new Request("http://yishi.example/c/zhenxing/m/x", { method: "POST", body })
  const params = { community: "zhenxing", meetingId: room.meetingId }
  const answer = await action({ request, params, context } as unknown as Parameters<typeof action>[0])
  if (!(answer instanceof Response)) throw new Error("no seat was taken")
  expect(answer.headers.get("Location")).toBe(`/c/zhenxing/m/${room.meetingId}/sign`)
  expect(answer.headers.get("X-Remix-Replace")).toBe("true")
})
