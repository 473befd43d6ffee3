import { refuse } from "~/law/result"
import { isPaperKey, paperNames } from "~/records/meeting-paper-kinds"
import { previewPaper } from "~/records/meeting-paper-printing"
import { pdfResponse } from "~/records/page-words"
import { appContext, requestContext } from "~/web/context"
import { orThrow } from "~/web/forms"
import { originForOthers } from "~/web/origin"
import type { Route } from "./+types/paper-preview"

/** The paper itself as it would be filed now; `?round=` of papers of one round, resolution or edition. */
export async function loader({ context, params, url }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  const origin = originForOthers(ctx.publicOrigin, context.get(requestContext).origin)
  const { meetingId, paper } = params
  const bytes = isPaperKey(paper)
    ? await previewPaper(ctx, { meetingId, origin }, { key: paper, of: url.searchParams.get("round") })
    : refuse("not_found")
  return pdfResponse(orThrow(context, bytes), `${isPaperKey(paper) ? paperNames[paper] : ""}（预览）.pdf`)
}
