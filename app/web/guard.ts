import { randomBytes } from "node:crypto"
import type { MiddlewareFunction } from "react-router"
import {
  type Installation,
  type RequestFacts,
  requestContext,
  type ServerFacts,
  type SignedIn,
  serverContext,
} from "./context"
import { readCookies, scaleCookie, seatCookie, sessionCookie, type WithHead } from "./cookies"
import { framedByOwn, securityHeaders } from "./headers"
import type { Logger } from "./log"
import { networkOf } from "./network"

/** `web` knows nothing of accounts: whoever stands above hands in how a member is found, and how a seat's id is made. */
export type Finding = {
  findSignedIn: (installation: Installation, token: string | undefined) => Promise<SignedIn | null>
  seatSessionIdOf: (token: string) => string
}

const requestIdBytes = 6
const nonceBytes = 16
const randomBytesEach = requestIdBytes + nonceBytes
/** Drawn for so many requests at once: each draw costs more than its bytes. */
const drawnFor = 256
let drawn = Buffer.alloc(0)

/** Random bytes that no other request gets. */
function drawRandom(): Buffer {
  if (drawn.length < randomBytesEach) drawn = randomBytes(randomBytesEach * drawnFor)
  const own = drawn.subarray(0, randomBytesEach)
  drawn = drawn.subarray(randomBytesEach)
  return own
}

/** Everything but who is asking: set before the framework runs, so that a request which fails at once has its number. */
export function requestFactsOf(request: WithHead, server: Pick<ServerFacts, "address" | "origin">): RequestFacts {
  const random = drawRandom()
  return {
    requestId: random.toString("hex", 0, requestIdBytes),
    nonce: random.toString("base64", requestIdBytes),
    get address() {
      return networkOf(server.address)
    },
    origin: server.origin,
    isSecure: server.origin.startsWith("https:"),
    isElder: readCookies(request)[scaleCookie] === "elder",
    signedIn: null,
    seatSessionId: null,
  }
}

/** What every answer carries, whoever gives it. */
export const sealOf = ({ requestId, nonce, isSecure }: RequestFacts): Record<string, string> => ({
  ...securityHeaders(nonce, isSecure),
  "X-Request-Id": requestId,
})

/** Pages show who may see them what they may see: never from a cache, where an answer does not say otherwise. */
export const neverKept = "no-store"

/** Puts on an answer what every answer carries. */
export function sealResponse(response: Response, facts: RequestFacts): void {
  for (const [name, value] of Object.entries(sealOf(facts))) response.headers.set(name, value)
  const policy = response.headers.get("Content-Security-Policy")
  if (policy && response.headers.get("Content-Type") === "application/pdf")
    response.headers.set("Content-Security-Policy", framedByOwn(policy))
  if (!response.headers.has("Cache-Control")) response.headers.set("Cache-Control", neverKept)
}

/** Writes into the facts of a request who is asking: the member signed in, and the seat's id. */
export async function recognise(
  request: WithHead,
  facts: RequestFacts,
  installation: Installation,
  { findSignedIn, seatSessionIdOf }: Finding,
): Promise<void> {
  const cookies = readCookies(request)
  facts.seatSessionId = cookies[seatCookie] ? seatSessionIdOf(cookies[seatCookie]) : null
  facts.signedIn = await findSignedIn(installation, cookies[sessionCookie])
}

type Answered = { method: string; pattern: string; status: number; startedAt: number }

/** The one line that the log has of a request. */
export function logAnswer(log: Logger, { requestId }: RequestFacts, { startedAt, ...answered }: Answered): void {
  log.info({ id: requestId, ...answered, ms: Math.round(performance.now() - startedAt) })
}

/** The first door of every request: its headers, who is signed in, one line in the log. */
export const guard =
  (finding: Finding): MiddlewareFunction<Response> =>
  async ({ request, pattern, context }, next) => {
    const { installation, log } = context.get(serverContext)
    const facts = context.get(requestContext)
    const startedAt = performance.now()
    await recognise(request, facts, installation, finding)
    const response = await next()
    sealResponse(response, facts)
    logAnswer(log, facts, { method: request.method, pattern, status: response.status, startedAt })
    return response
  }
