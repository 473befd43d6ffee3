import type { IncomingMessage, ServerResponse } from "node:http"
import { expect, test } from "vitest"
import { z } from "zod"
import { turnAway } from "~/server/door"
import { readForm } from "~/web/forms"

test("a zero character in what a resident sends is left out: PostgreSQL would fail at it", async () => {
  const request = new Request("http://localhost/", {
    method: "POST",
    body: new URLSearchParams({ content: "井盖\0松了", place: "\0" }),
  })
  const read = await readForm(request, z.object({ content: z.string(), place: z.string() }))
  expect(read.ok && read.value).toEqual({ content: "井盖松了", place: "" })
})

test("an address with a zero character is turned away at the door", () => {
  const turned: number[] = []
  const response = {
    writeHead: (status: number) => {
      turned.push(status)
      return response
    },
    setHeader: () => response,
    end: () => response,
  } as unknown as ServerResponse
  const log = { info: () => {}, warn: () => {}, error: () => {}, debug: () => {} }
  const knock = (url: string) =>
    turnAway(
      { url, method: "GET", headers: { host: "localhost" } } as IncomingMessage,
      response,
      new Map([["localhost", "http://localhost"]]),
      log,
    )
  expect(knock("/c/zhenxing/board/notices/%00")).toBeNull()
  expect(turned).toEqual([400])
  expect(knock("/c/zhenxing/board/notices/1")).toBe("http://localhost")
})
