import type { IncomingMessage, ServerResponse } from "node:http"
import type { Logger } from "~/web/log"
import { sentencePage } from "./sentence-page"

const unknownSigns = "网址里有认不出的字符。请检查后再打开。"

/**
 * What is turned away before the framework sees it: hosts we do not answer to (a malformed one would end the process),
 * unreadable paths, and every non-GET that does not come from our own pages. A plain-http LAN address sends no
 * Sec-Fetch-Site, and a missing Origin passes the framework's own check: so the rule is here.
 */
export function turnAway(
  request: IncomingMessage,
  response: ServerResponse,
  origins: ReadonlyMap<string, string>,
  log: Logger,
): string | null {
  const turned = (status: number, sentence: string) => {
    const id = sentencePage(response, status, sentence)
    log.info({ id, method: request.method, pattern: "door", status })
    return null
  }
  const origin = origins.get((request.headers.host ?? "").toLowerCase())
  if (!origin) return turned(400, "这个地址不在本机服务的范围内。请用社区给的网址打开。")
  try {
    const path = decodeURIComponent((request.url ?? "/").split("?")[0]!)
    // No id holds one, and PostgreSQL fails at a text that does.
    if (path.includes("\0")) return turned(400, unknownSigns)
    if (!URL.canParse(request.url ?? "/", origin)) return turned(400, unknownSigns)
  } catch {
    return turned(400, unknownSigns)
  }
  const isRead = request.method === "GET" || request.method === "HEAD"
  if (!isRead && request.headers.origin !== origin)
    return turned(403, "这次提交不是从本站的页面发出的，没有办理。请回到本站的页面再试一次。")
  return origin
}
