import { refuse } from "~/law/result"
import { isPollPaper, pollPaperNames, previewPollPaper } from "~/polling/papers"
import { sheetResponse } from "~/registry/sheet-response"
import { appContext } from "~/web/context"
import { orThrow } from "~/web/forms"
import type { Route } from "./+types/poll-paper-preview"

/** The paper itself as it would be filed now. */
export async function loader({ context, params: { pollId, paper } }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  if (!isPollPaper(paper)) throw orThrow(context, refuse("not_found"))
  return sheetResponse(
    orThrow(context, await previewPollPaper(ctx, { pollId, paper })),
    `${pollPaperNames[paper]}（预览）.pdf`,
  )
}
