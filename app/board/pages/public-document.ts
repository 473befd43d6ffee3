import { publicFile } from "~/board/public-files"
import { openPublicDocument } from "~/records/edition-sheets"
import { appContext } from "~/web/context"
import { orThrow } from "~/web/forms"
import type { Route } from "./+types/public-document"

/** A sheet by its id: of a released edition, else it does not exist here, and the attempt is written down. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const documentId = params.documentId.replace(/\.pdf$/, "")
  return publicFile(orThrow(context, await openPublicDocument(context.get(appContext), documentId)))
}
