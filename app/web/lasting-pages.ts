import type { ClientInstrumentation } from "react-router"
import { isLineLost, noteLine, notePress, pauseForLine, untilLineOpen } from "./line"

/** How long an answer is waited for before it is asked for again. */
const patienceMs = 15_000
const firstPauseMs = 500
const longestPauseMs = 8_000

/** What comes between us and our server says so: a proxy whose server is away. The framework marks its own answers. */
const isFromBetween = (response: Response): boolean =>
  [502, 503, 504].includes(response.status) && !response.headers.has("X-Remix-Response")

const withoutBody = new Set([204, 205, 304])

/** Read to its end, so that a line cut in the middle of an answer is noticed here and not where it is unpacked. */
async function wholeOf(response: Response): Promise<Response> {
  if (withoutBody.has(response.status)) return response
  const { status, statusText, headers } = response
  return new Response(await response.arrayBuffer(), { status, statusText, headers })
}

/**
 * The page's own `fetch`, made so that a page outlives its server. What the framework asks for to show a page is asked
 * for until it comes, while the page stays as it is; a press that could not be delivered is answered with nothing, so
 * that everything typed stays, and is never sent a second time by itself. Other requests pass through.
 * `shownPath` is the path of the page on the screen: loaded anew it may not be lost to a fault of the server either.
 */
export const lasting =
  (send: typeof fetch, shownPath: () => string): typeof fetch =>
  async (input, init) => {
    const address = new URL(input instanceof Request ? input.url : input, "http://page.invalid")
    const isPage = address.pathname.endsWith(".data")
    if (input instanceof Request || !(isPage || address.pathname === "/__manifest")) return send(input, init)
    const method = init?.method?.toUpperCase() ?? "GET"
    if (method !== "GET") return sendOnce(send, input, init)
    const isShown = () => isPage && address.pathname === `${shownPath().replace(/\/$/, "/_")}.data`
    return askUntilAnswered(
      send,
      input,
      init,
      response => isFromBetween(response) || (response.status >= 500 && isShown()),
    )
  }

let asking = 0

async function askUntilAnswered(
  send: typeof fetch,
  input: string | URL,
  init: RequestInit | undefined,
  isNoAnswer: (response: Response) => boolean,
): Promise<Response> {
  let isCounted = false
  try {
    for (let pause = firstPauseMs; ; pause = Math.min(pause * 2, longestPauseMs)) {
      const response = await askPatiently(send, input, init)
      if (response && !isNoAnswer(response)) return response
      if (!isCounted) {
        isCounted = true
        asking++
        noteLine("page", true)
      }
      await pauseForLine(pause, init?.signal)
    }
  } finally {
    if (isCounted && --asking === 0) noteLine("page", false)
  }
}

/** Null when no answer came; throws only when whoever asked has given up. */
async function askPatiently(
  send: typeof fetch,
  input: string | URL,
  init: RequestInit | undefined,
): Promise<Response | null> {
  const signal = init?.signal
  const patience = new AbortController()
  const giveUp = () => patience.abort(signal?.reason)
  const timer = setTimeout(giveUp, patienceMs)
  signal?.addEventListener("abort", giveUp, { once: true })
  try {
    signal?.throwIfAborted()
    return await wholeOf(await send(input, { ...init, signal: patience.signal }))
  } catch (error) {
    if (signal?.aborted) throw signal.reason ?? error
    return null
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener("abort", giveUp)
  }
}

/** The framework takes 204 for "done, and nothing to say", and then loads the page: it will show what is true. */
async function sendOnce(send: typeof fetch, input: string | URL, init: RequestInit | undefined): Promise<Response> {
  try {
    const response = await wholeOf(await send(input, init))
    if (!isFromBetween(response)) {
      notePress(false)
      return response
    }
  } catch (error) {
    if (init?.signal?.aborted) throw error
  }
  notePress(true)
  return new Response(null, { status: 204 })
}

let wishes = 0

/**
 * A link followed while the line is lost is followed when it is back, the last one only: the framework would find the
 * scripts of the new page missing, and load the document anew from a server that is not there.
 */
export const lastingNavigation: ClientInstrumentation = {
  router: ({ instrument }) =>
    instrument({
      navigate: async (go, info) => {
        const wish = ++wishes
        const isPress = info.formMethod !== undefined && info.formMethod.toUpperCase() !== "GET"
        if (isLineLost() && !isPress) {
          await untilLineOpen()
          if (wish < wishes) await new Promise<never>(() => {})
        }
        await go()
      },
    }),
}
