import { createRequestHandler, RouterContextProvider, type ServerBuild } from "react-router"
import { auditWords } from "~/audit-words"
import { sentences } from "~/refusals"
import { errorWordsOf, ownSentence } from "~/ui/error-words"
import type { Installation, RequestFacts, ServerFacts } from "~/web/context"
import { requestContext, serverContext } from "~/web/context"
import { requestFactsOf, sealResponse } from "~/web/guard"
import type { Logger } from "~/web/log"
import { sentenceAnswer } from "./sentence-page"

/** What the socket knows and a Request does not. */
export type Connection = Pick<ServerFacts, "address" | "origin">

export type Handler = (request: Request, connection: Connection) => Promise<Response>

/** The framework behind one function: tests call it without a port. */
export async function createHandler(installation: Installation, log: Logger): Promise<Handler> {
  // Loaded before anyone is let in, and once: handed over as a function, the framework would rank every route anew for
  // each request.
  const build = (await import("virtual:react-router/server-build")) as ServerBuild
  const handle = createRequestHandler(build, process.env.NODE_ENV === "development" ? "development" : "production")
  return async (request, connection) => {
    const context = new RouterContextProvider()
    context.set(serverContext, { installation, log, sentences, auditWords, ...connection })
    const facts = requestFactsOf(request, connection)
    context.set(requestContext, facts)
    return readable(request, await handle(request, context), facts)
  }
}

/**
 * A file's address answers errors in the framework's own words. Whoever looks at them in a browser gets a page instead;
 * programs get the answer as it is.
 */
async function readable(request: Request, response: Response, facts: RequestFacts): Promise<Response> {
  // What failed at the first door, or never came to it, goes out with the same headers.
  if (!response.headers.has("X-Request-Id")) sealResponse(response, facts)
  const isPage = (response.headers.get("Content-Type") ?? "").startsWith("text/html")
  const isLookedAt = (request.headers.get("Accept") ?? "").includes("text/html")
  if (response.status < 400 || isPage || !isLookedAt) return response
  const { status } = response
  const sentence = ownSentence(await response.json().catch(() => null)) ?? errorWordsOf(status).next
  const { headers, body } = sentenceAnswer(status, sentence, facts)
  const page = new Response(request.method === "HEAD" ? null : body, { status })
  sealResponse(page, facts)
  for (const [name, value] of Object.entries(headers)) page.headers.set(name, value)
  return page
}
