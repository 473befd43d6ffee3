import { randomBytes } from "node:crypto"
import type { MiddlewareFunction } from "react-router"
import { type RequestFacts, requestContext, type SignedIn, serverContext } from "./context"
import { readCookies, scaleCookie, seatCookie, sessionCookie } from "./cookies"
import { securityHeaders } from "./headers"

type FindSignedIn = (
  token: string | undefined,
  context: Parameters<MiddlewareFunction>[0]["context"],
) => Promise<SignedIn | null>

/**
 * The first door of every request: its id, nonce and headers, who is signed in, one line in the log.
 * `web` knows nothing of accounts: the root hands in the function that finds the member, and the one for seats' ids.
 */
export const guard =
  (findSignedIn: FindSignedIn, seatSessionIdOf: (token: string) => string): MiddlewareFunction<Response> =>
  async ({ request, pattern, context }, next) => {
    const server = context.get(serverContext)
    const startedAt = performance.now()
    const cookies = readCookies(request)
    const facts: RequestFacts = {
      requestId: randomBytes(6).toString("hex"),
      nonce: randomBytes(16).toString("base64"),
      address: server.address,
      origin: server.origin,
      isSecure: server.origin.startsWith("https:"),
      isElder: cookies[scaleCookie] === "elder",
      signedIn: await findSignedIn(cookies[sessionCookie], context),
      seatSessionId: cookies[seatCookie] ? seatSessionIdOf(cookies[seatCookie]) : null,
    }
    context.set(requestContext, facts)
    const response = await next()
    for (const [name, value] of Object.entries(securityHeaders(facts.nonce, facts.isSecure)))
      response.headers.set(name, value)
    response.headers.set("X-Request-Id", facts.requestId)
    // Pages show who may see them what they may see: never from a cache.
    if (!response.headers.has("Cache-Control")) response.headers.set("Cache-Control", "no-store")
    server.log.info({
      id: facts.requestId,
      method: request.method,
      pattern,
      status: response.status,
      ms: Math.round(performance.now() - startedAt),
    })
    return response
  }
