import { Readable } from "node:stream"
import { takeArchive } from "~/records/archive-package"
import { appContext } from "~/web/context"
import { orThrow } from "~/web/forms"
import type { Route } from "./+types/archive-package"

/** A year's package, streamed as it is made. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const year = /^\d{4}\.zip$/.test(params.year) ? Number(params.year.slice(0, 4)) : Number.NaN
  const { fileName, bytes } = orThrow(context, await takeArchive(context.get(appContext), year))
  const body = Readable.toWeb(Readable.from(bytes, { objectMode: false })) as ReadableStream
  return new Response(body, {
    headers: {
      "Content-Type": "application/zip",
      "Content-Disposition": `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`,
      "Cache-Control": "private, no-store",
      "X-Content-Type-Options": "nosniff",
    },
  })
}
