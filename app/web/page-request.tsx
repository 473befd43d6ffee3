import { createContext } from "react"

/** What a page must know of the request that brought it even where no loader ran: its number, and how large it is set. */
export type PageRequest = { requestId: string; isElder: boolean }

export const PageRequestContext = createContext<PageRequest | null>(null)

const metaName = "request-id"

/** Writes the number into the head, where the browser finds it before it takes the page over. */
export const PageRequestMeta = ({ request }: { request: PageRequest | null }) =>
  request ? <meta name={metaName} content={request.requestId} /> : null

/** In the browser: what the server wrote. */
export function readPageRequest(page: Document): PageRequest | null {
  const requestId = page.querySelector<HTMLMetaElement>(`meta[name="${metaName}"]`)?.content
  return requestId ? { requestId, isElder: page.documentElement.dataset.scale === "elder" } : null
}

let failedRequestId: string | null = null

/** In the browser: the number of the last page asked for by a link, if it failed. No document has brought it. */
export const readFailedRequestId = (): string | null => failedRequestId

/** What the framework asks for when a link is followed. */
const isPageData = (address: string) => new URL(address).pathname.endsWith(".data")

/** In the browser: the same fetch, which remembers the number of a page that failed. */
export const rememberingFailures =
  (send: typeof fetch): typeof fetch =>
  async (...request) => {
    const response = await send(...request)
    if (isPageData(response.url)) failedRequestId = response.ok ? null : response.headers.get("X-Request-Id")
    return response
  }
