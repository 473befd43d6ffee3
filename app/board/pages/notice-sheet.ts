import { publicFile } from "~/board/public-files"
import { refuse } from "~/law/result"
import { openPublicDocument } from "~/records/edition-sheets"
import { readPostedNotice } from "~/records/public-board"
import { appContext } from "~/web/context"
import { orThrow } from "~/web/forms"
import type { Route } from "./+types/notice-sheet"

/** The newest sheet of a notice that still holds, as it hangs on the wall. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  const { documentId } = orThrow(context, await readPostedNotice(ctx, params.noticeId))
  return publicFile(orThrow(context, documentId ? await openPublicDocument(ctx, documentId) : refuse("not_found")))
}
