import { expect, test } from "vitest"
import { lasting } from "~/web/lasting-pages"
import { wakeLine } from "~/web/line"

type Answer = Response | Error

/** A server that gives these answers in turn; whoever waits for the line is woken at once. */
function aServer(...answers: (() => Answer)[]) {
  const asked: string[] = []
  const send: typeof fetch = async (input, init) => {
    asked.push(`${init?.method ?? "GET"} ${input}`)
    queueMicrotask(() => setImmediate(wakeLine))
    const answer = answers[asked.length - 1]!()
    if (answer instanceof Error) throw answer
    return answer
  }
  return { asked, page: lasting(send, () => "/c/zhenxing/m/1/seat") }
}

const away = () => new TypeError("Failed to fetch")
const page = (words = "page") => new Response(words, { headers: { "X-Remix-Response": "yes" } })
const failed = () => new Response("fault", { status: 500, headers: { "X-Remix-Response": "yes" } })
const proxyAlone = () => new Response("Bad Gateway", { status: 502 })
const seat = "http://hall.example/c/zhenxing/m/1/seat.data"
const ballot = "http://hall.example/c/zhenxing/m/1/vote/2.data"

test("a page asked for while the server is away is asked for until it comes", async () => {
  const server = aServer(away, proxyAlone, away, () => page())
  expect(await (await server.page(seat)).text()).toBe("page")
  expect(server.asked).toHaveLength(4)
})

test("an answer cut in its middle is no answer", async () => {
  const cut = () =>
    new Response(
      new ReadableStream({
        start(controller) {
          controller.enqueue(new TextEncoder().encode("pa"))
          controller.error(new TypeError("network error"))
        },
      }),
    )
  const server = aServer(cut, () => page("whole"))
  expect(await (await server.page(seat)).text()).toBe("whole")
})

test("a fault of the server takes no page off the screen, but a page one goes to may say it", async () => {
  const server = aServer(failed, () => page(), failed)
  expect((await server.page(seat)).status).toBe(200)
  expect((await server.page(ballot)).status).toBe(500)
})

test("a press that was not delivered is answered with nothing, and never sent again by itself", async () => {
  const server = aServer(away, proxyAlone, () => page())
  const press = () => server.page(ballot, { method: "POST", body: new URLSearchParams({ choice: "for" }) })
  expect((await press()).status).toBe(204)
  expect((await press()).status).toBe(204)
  expect((await press()).status).toBe(200)
  expect(server.asked).toHaveLength(3)
})

test("who has gone on to another page waits no longer for the first", async () => {
  const leaving = new AbortController()
  const server = aServer(() => {
    leaving.abort(new DOMException("left", "AbortError"))
    return away()
  })
  await expect(server.page(seat, { signal: leaving.signal })).rejects.toThrow("left")
  expect(server.asked).toHaveLength(1)
})

test("what is no page of ours passes through as it is", async () => {
  const server = aServer(away)
  await expect(server.page("http://hall.example/c/zhenxing/registers.csv")).rejects.toThrow("Failed to fetch")
})
