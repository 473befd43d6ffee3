import { createRequestHandler, RouterContextProvider, type ServerBuild } from "react-router"
import { auditWords } from "~/audit-words"
import { sentences } from "~/refusals"
import type { Installation } from "~/web/context"
import { serverContext } from "~/web/context"
import type { LiveBus } from "~/web/live"
import type { Logger } from "~/web/log"

/** What the socket knows and a Request does not. */
export type Connection = { address: string; origin: string; closed: AbortSignal }

export type Handler = (request: Request, connection: Connection) => Promise<Response>

/** The framework behind one function: tests call it without a port. */
export function createHandler(installation: Installation, bus: LiveBus, log: Logger): Handler {
  const mode = process.env.NODE_ENV === "development" ? "development" : "production"
  // Handed over as a function, the framework would rank every route anew for each request.
  const handler = (import("virtual:react-router/server-build") as Promise<ServerBuild>).then(build =>
    createRequestHandler(build, mode),
  )
  return async (request, connection) => {
    const handle = await handler
    const context = new RouterContextProvider()
    context.set(serverContext, { installation, bus, log, sentences, auditWords, ...connection })
    return handle(request, context)
  }
}
