import { PassThrough } from "node:stream"
import { createReadableStreamFromReadable } from "@react-router/node"
import { isbot } from "isbot"
import { renderToPipeableStream } from "react-dom/server"
import { type EntryContext, isRouteErrorResponse, type RouterContextProvider, ServerRouter } from "react-router"
import { requestContext, serverContext } from "~/web/context"
import { traceOf } from "~/web/log"
import { PageRequestContext } from "~/web/page-request"

export const streamTimeout = 5_000

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  routerContext: EntryContext,
  context: RouterContextProvider,
): Promise<Response> | Response {
  if (request.method === "HEAD") return new Response(null, { status, headers })
  const { nonce, requestId, isElder } = context.get(requestContext)
  return new Promise((resolve, reject) => {
    let code = status
    // Search engines get the whole page at once; people get its frame as soon as it stands.
    const ready = isbot(request.headers.get("user-agent")) ? "onAllReady" : "onShellReady"
    const { pipe, abort } = renderToPipeableStream(
      <PageRequestContext value={{ requestId, isElder }}>
        <ServerRouter context={routerContext} url={request.url} nonce={nonce} />
      </PageRequestContext>,
      {
        nonce,
        [ready]() {
          const body = new PassThrough({
            final(finished) {
              clearTimeout(timeout)
              finished()
            },
          })
          headers.set("Content-Type", "text/html; charset=utf-8")
          pipe(body)
          resolve(new Response(createReadableStreamFromReadable(body), { headers, status: code }))
        },
        onShellError: reject,
        onError() {
          code = 500
        },
      },
    )
    const timeout = setTimeout(abort, streamTimeout + 1_000)
  })
}

/** Bugs only: expected answers, and pages left before they were done, are not errors. */
export function handleError(
  error: unknown,
  { request, pattern, context }: { request: Request; pattern?: string; context: Readonly<RouterContextProvider> },
): void {
  if (request.signal.aborted || isRouteErrorResponse(error)) return
  const { log } = context.get(serverContext)
  log.error({
    id: context.get(requestContext).requestId,
    pattern,
    stack: traceOf(error),
  })
}
