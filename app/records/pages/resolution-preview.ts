import { pdfResponse } from "~/records/page-words"
import { previewResolution } from "~/records/resolutions"
import { appContext } from "~/web/context"
import { orThrow } from "~/web/forms"
import type { Route } from "./+types/resolution-preview"

export async function loader({ context, params }: Route.LoaderArgs) {
  const bytes = orThrow(context, await previewResolution(context.get(appContext), params))
  return pdfResponse(bytes, "决议（征求意见稿）.pdf")
}
