import { wordResponse } from "~/records/page-words"
import { draftResolutionWord } from "~/records/word-exports"
import { appContext } from "~/web/context"
import { orThrow } from "~/web/forms"
import type { Route } from "./+types/resolution-word"

export async function loader({ context, params }: Route.LoaderArgs) {
  const bytes = orThrow(context, await draftResolutionWord(context.get(appContext), params))
  return wordResponse(bytes, "决议（征求意见稿）.docx")
}
