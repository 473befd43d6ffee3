import { readTopicPhoto } from "~/agenda/topic-photos"
import { photoResponse } from "~/registry/photo-response"
import { appContext } from "~/web/context"
import { orThrow } from "~/web/forms"
import type { Route } from "./+types/photo"

/** A photo of a topic, for whoever reads topics. */
export async function loader({ context, params }: Route.LoaderArgs) {
  return photoResponse(orThrow(context, await readTopicPhoto(context.get(appContext), params.photoId)))
}
