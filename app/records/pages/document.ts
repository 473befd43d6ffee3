import { readDocument } from "~/records/document-reading"
import { appContext } from "~/web/context"
import { orThrow } from "~/web/forms"
import type { Route } from "./+types/document"

/** The filed sheet itself, to look at or (`?download`) to keep. */
export async function loader({ context, params, url }: Route.LoaderArgs) {
  const document = orThrow(
    context,
    await readDocument(context.get(appContext), params.documentId.replace(/\.(pdf|docx|xlsx)$/, "")),
  )
  // No browser shows a Word file or a workbook.
  const isShown = document.format === "pdf" && !url.searchParams.has("download")
  const disposition = isShown ? "inline" : "attachment"
  return new Response(new Uint8Array(document.content), {
    headers: {
      "Content-Type": document.mediaType,
      // A Chinese name does not fit into the plain `filename`.
      "Content-Disposition": `${disposition}; filename*=UTF-8''${encodeURIComponent(document.fileName)}`,
      "Cache-Control": "private, no-cache",
      ETag: `"${document.fileHash}"`,
      "X-Content-Type-Options": "nosniff",
    },
  })
}
