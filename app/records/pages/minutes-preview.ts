import { previewMinutes } from "~/records/minutes"
import { pdfResponse } from "~/records/page-words"
import { appContext } from "~/web/context"
import { orThrow } from "~/web/forms"
import type { Route } from "./+types/minutes-preview"

export async function loader({ context, params }: Route.LoaderArgs) {
  const bytes = orThrow(context, await previewMinutes(context.get(appContext), params.meetingId))
  return pdfResponse(bytes, "会议纪要（征求意见稿）.pdf")
}
