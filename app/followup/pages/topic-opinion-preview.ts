import { opinionForm, previewHandOut } from "~/followup/hand-outs"
import { pdfResponse } from "~/records/page-words"
import { appContext } from "~/web/context"
import { orThrow } from "~/web/forms"
import type { Route } from "./+types/topic-opinion-preview"

export async function loader({ context, params }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  const handOut = orThrow(context, await opinionForm(ctx, params.topicId))
  return pdfResponse(orThrow(context, await previewHandOut(ctx, handOut)), handOut.fileName)
}
