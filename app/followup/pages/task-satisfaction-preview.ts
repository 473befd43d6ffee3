import { previewHandOut, satisfactionFormOfTask } from "~/followup/hand-outs"
import { pdfResponse } from "~/records/page-words"
import { appContext } from "~/web/context"
import { orThrow } from "~/web/forms"
import type { Route } from "./+types/task-satisfaction-preview"

export async function loader({ context, params }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  const handOut = orThrow(context, await satisfactionFormOfTask(ctx, params.taskId))
  return pdfResponse(orThrow(context, await previewHandOut(ctx, handOut)), handOut.fileName)
}
