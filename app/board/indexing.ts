import type { MiddlewareFunction } from "react-router"
import { readCommunity } from "~/people/community"
import { appContext } from "~/web/context"

/** What a search engine may list where the community lets it: the wall itself. Never a form, a check or a matter followed. */
const indexable = [
  "c/:community/board",
  "c/:community/board/notices",
  "c/:community/board/notices/:noticeId",
  "c/:community/board/notices/:noticeId/sheet.pdf",
]

/** Says to search engines what they may keep: on every answer below the board, files too. */
export const tellRobots: MiddlewareFunction<Response> = async ({ pattern, context }, next) => {
  const isOpen =
    indexable.includes(pattern.replace(/^\//, "")) &&
    ((await readCommunity(context.get(appContext)))?.boardIndexable ?? false)
  const response = await next()
  if (!isOpen) response.headers.set("X-Robots-Tag", "noindex, nofollow")
  return response
}
