import { publicFile } from "~/board/public-files"
import { readPublicTaskPhoto } from "~/followup/task-photos"
import { openPublicNoticePhoto } from "~/records/public-board"
import { appContext } from "~/web/context"
import { orThrow } from "~/web/forms"
import type { Route } from "./+types/public-photo"

/** A photo the office let onto the board, of a wall or of the works. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  const ofNotice = await openPublicNoticePhoto(ctx, params.photoId)
  if (ofNotice.ok) return publicFile(ofNotice.value)
  return publicFile(orThrow(context, await readPublicTaskPhoto(ctx, params.photoId)))
}
