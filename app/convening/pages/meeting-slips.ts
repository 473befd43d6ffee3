import { href, redirect } from "react-router"
import { drawCheckInSlips } from "~/convening/check-in-slips"
import { readCodes } from "~/convening/codes"
import { sheetResponse } from "~/registry/sheet-response"
import { appContext, requestContext } from "~/web/context"
import { orThrow } from "~/web/forms"
import { originForOthers } from "~/web/origin"
import type { Route } from "./+types/meeting-slips"

/** Whoever follows an address finds the button: a look at it prints nothing, and writes nothing into the log. */
export async function loader({ context, params }: Route.LoaderArgs) {
  orThrow(context, await readCodes(context.get(appContext), params.meetingId, context.get(requestContext).origin))
  return redirect(href("/c/:community/meetings/:meetingId/codes", params))
}

/** The check-in slips as a PDF, drawn when they are sent for. */
export async function action({ context, params }: Route.ActionArgs) {
  const ctx = context.get(appContext)
  const origin = originForOthers(ctx.publicOrigin, context.get(requestContext).origin)
  const drawn = orThrow(context, await drawCheckInSlips(ctx, { meetingId: params.meetingId, origin }))
  return sheetResponse(drawn.content, drawn.fileName)
}
