import { readNoticePhoto } from "~/records/notices"
import { appContext } from "~/web/context"
import { orThrow } from "~/web/forms"
import type { Route } from "./+types/notice-photo"

/** The picture itself, for whoever reads editions. Its bytes never change, so the browser keeps them. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const photo = orThrow(context, await readNoticePhoto(context.get(appContext), params))
  return new Response(new Uint8Array(photo.content), {
    headers: {
      "Content-Type": photo.mediaType,
      "Cache-Control": "private, max-age=604800, immutable",
      "X-Content-Type-Options": "nosniff",
      "Content-Disposition": "inline",
    },
  })
}
