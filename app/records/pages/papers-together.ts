import { readRefs } from "~/records/meeting-paper-kinds"
import { drawTogether } from "~/records/meeting-paper-printing"
import { pdfResponse } from "~/records/page-words"
import { appContext, requestContext } from "~/web/context"
import { orThrow } from "~/web/forms"
import { originForOthers } from "~/web/origin"
import type { Route } from "./+types/papers-together"

/** `?paper=agenda&paper=signInSheet`: those papers in one file; `duplex=yes` begins each on a front. */
export async function loader({ context, params, url }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  const origin = originForOthers(ctx.publicOrigin, context.get(requestContext).origin)
  const asked = { meetingId: params.meetingId, origin, duplex: url.searchParams.has("duplex") }
  const refs = orThrow(context, readRefs(url.searchParams.getAll("paper")))
  return pdfResponse(orThrow(context, await drawTogether(ctx, asked, refs)), "会议文书.pdf")
}
