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
export async function createHandler(installation: Installation, bus: LiveBus, log: Logger): Promise<Handler> {
  // Loaded before anyone is let in, and once: handed over as a function, the framework would rank every route anew for
  // each request.
  const build = (await import("virtual:react-router/server-build")) as ServerBuild
  const handle = createRequestHandler(build, process.env.NODE_ENV === "development" ? "development" : "production")
  return (request, connection) => {
    const context = new RouterContextProvider()
    context.set(serverContext, { installation, bus, log, sentences, auditWords, ...connection })
    return handle(request, context)
  }
}
