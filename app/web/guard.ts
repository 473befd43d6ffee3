import { randomBytes } from "node:crypto"
import type { MiddlewareFunction } from "react-router"
import { type RequestFacts, requestContext, type ServerFacts, type SignedIn, serverContext } from "./context"
import { readCookies, scaleCookie, seatCookie, sessionCookie } from "./cookies"
import { securityHeaders } from "./headers"
import { networkOf } from "./network"

type FindSignedIn = (
  token: string | undefined,
  context: Parameters<MiddlewareFunction>[0]["context"],
) => Promise<SignedIn | null>

const requestIdBytes = 6
const nonceBytes = 16

/** Everything but who is asking: set before the framework runs, so that a request which fails at once has its number. */
export function requestFactsOf(request: Request, server: Pick<ServerFacts, "address" | "origin">): RequestFacts {
  const random = randomBytes(requestIdBytes + nonceBytes)
  return {
    requestId: random.toString("hex", 0, requestIdBytes),
    nonce: random.toString("base64", requestIdBytes),
    address: networkOf(server.address),
    origin: server.origin,
    isSecure: server.origin.startsWith("https:"),
    isElder: readCookies(request)[scaleCookie] === "elder",
    signedIn: null,
    seatSessionId: null,
  }
}

/** What every answer carries, whoever gives it. */
export function sealResponse(response: Response, { requestId, nonce, isSecure }: RequestFacts): void {
  for (const [name, value] of Object.entries(securityHeaders(nonce, isSecure))) response.headers.set(name, value)
  response.headers.set("X-Request-Id", requestId)
  // Pages show who may see them what they may see: never from a cache.
  if (!response.headers.has("Cache-Control")) response.headers.set("Cache-Control", "no-store")
}

/**
 * The first door of every request: its headers, who is signed in, one line in the log.
 * `web` knows nothing of accounts: the root hands in the function that finds the member, and the one for seats' ids.
 */
export const guard =
  (findSignedIn: FindSignedIn, seatSessionIdOf: (token: string) => string): MiddlewareFunction<Response> =>
  async ({ request, pattern, context }, next) => {
    const server = context.get(serverContext)
    const facts = context.get(requestContext)
    const startedAt = performance.now()
    const cookies = readCookies(request)
    facts.seatSessionId = cookies[seatCookie] ? seatSessionIdOf(cookies[seatCookie]) : null
    facts.signedIn = await findSignedIn(cookies[sessionCookie], context)
    const response = await next()
    sealResponse(response, facts)
    server.log.info({
      id: facts.requestId,
      method: request.method,
      pattern,
      status: response.status,
      ms: Math.round(performance.now() - startedAt),
    })
    return response
  }
