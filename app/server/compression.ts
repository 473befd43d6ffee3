import { Readable } from "node:stream"
import { constants, createGzip } from "node:zlib"

/** Pages and their data travel compressed; streams of events, files and small answers as they are. */
export function compressed(request: Request, response: Response): Response {
  const type = response.headers.get("Content-Type") ?? ""
  if (
    !response.body ||
    !/^text\/html|^text\/x-script/.test(type) ||
    response.headers.has("Content-Encoding") ||
    !/\bgzip\b/.test(request.headers.get("Accept-Encoding") ?? "")
  )
    return response
  const gzip = createGzip({ flush: constants.Z_SYNC_FLUSH, level: 5 })
  const body = Readable.fromWeb(response.body as import("node:stream/web").ReadableStream)
  // The reader went away: the page's stream ends with it.
  body.on("error", error => gzip.destroy(error))
  gzip.on("close", () => body.destroy())
  const headers = new Headers(response.headers)
  headers.set("Content-Encoding", "gzip")
  headers.append("Vary", "Accept-Encoding")
  headers.delete("Content-Length")
  return new Response(Readable.toWeb(body.pipe(gzip)) as ReadableStream, { status: response.status, headers })
}
