import { wordResponse } from "~/records/page-words"
import { draftMinutesWord } from "~/records/word-exports"
import { appContext } from "~/web/context"
import { orThrow } from "~/web/forms"
import type { Route } from "./+types/minutes-word"

export async function loader({ context, params }: Route.LoaderArgs) {
  const bytes = orThrow(context, await draftMinutesWord(context.get(appContext), params.meetingId))
  return wordResponse(bytes, "会议纪要（征求意见稿）.docx")
}
