import { publicFile } from "~/board/public-files"
import { openNoticeSheet } from "~/records/edition-sheets"
import { appContext } from "~/web/context"
import { orThrow } from "~/web/forms"
import type { Route } from "./+types/notice-sheet"

/** The newest sheet of a notice that still holds, as it hangs on the wall. */
export async function loader({ context, params }: Route.LoaderArgs) {
  return publicFile(orThrow(context, await openNoticeSheet(context.get(appContext), params.noticeId)))
}
