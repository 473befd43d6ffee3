import { drawCheckInSlips } from "~/convening/check-in-slips"
import { appContext, requestContext } from "~/web/context"
import { orThrow } from "~/web/forms"
import { originForOthers } from "~/web/origin"
import type { Route } from "./+types/meeting-slips"

/** The check-in slips as a PDF, drawn for this request. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  const origin = originForOthers(ctx.publicOrigin, context.get(requestContext).origin)
  const drawn = orThrow(context, await drawCheckInSlips(ctx, { meetingId: params.meetingId, origin }))
  return new Response(new Uint8Array(drawn.content), {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Disposition": `inline; filename*=UTF-8''${encodeURIComponent(drawn.fileName)}`,
      "X-Content-Type-Options": "nosniff",
    },
  })
}
