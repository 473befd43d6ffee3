import { readNoticePhoto } from "~/records/notices"
import { photoResponse } from "~/registry/photo-response"
import { appContext } from "~/web/context"
import { orThrow } from "~/web/forms"
import type { Route } from "./+types/notice-photo"

/** A photo of a notice, for whoever reads editions. */
export async function loader({ context, params }: Route.LoaderArgs) {
  return photoResponse(orThrow(context, await readNoticePhoto(context.get(appContext), params)))
}
