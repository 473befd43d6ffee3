import { readTaskPhoto } from "~/followup/task-photos"
import { photoResponse } from "~/registry/photo-response"
import { appContext } from "~/web/context"
import { orThrow } from "~/web/forms"
import type { Route } from "./+types/task-photo"

/** A photo of a task, for whoever reads tasks. */
export async function loader({ context, params }: Route.LoaderArgs) {
  return photoResponse(orThrow(context, await readTaskPhoto(context.get(appContext), params)))
}
