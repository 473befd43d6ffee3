import { readTaskPhoto } from "~/followup/task-photos"
import { appContext } from "~/web/context"
import { orThrow } from "~/web/forms"
import type { Route } from "./+types/task-photo"

/** The picture itself. Its bytes never change, so the browser of whoever may see it keeps them. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const photo = orThrow(context, await readTaskPhoto(context.get(appContext), params))
  return new Response(new Uint8Array(photo.content), {
    headers: {
      "Content-Type": photo.mediaType,
      "Cache-Control": "private, max-age=604800, immutable",
      "X-Content-Type-Options": "nosniff",
      "Content-Disposition": "inline",
    },
  })
}
