import { randomBytes } from "node:crypto"
import type { ServerResponse } from "node:http"
import { errorWordsOf } from "~/ui/error-words"

const style =
  "body{margin:0;background:#f4f2ec;color:#1c1b19;font:18px/1.7 system-ui,sans-serif}" +
  "main{max-width:36em;margin:0 auto;padding:2em 1em;border-top:2px solid #b3261e}" +
  "h1{font-size:1.5em}small{color:#5c5850;font-size:1em}a{color:#1b5290}"

const signs: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" }
const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, sign => signs[sign]!)

type RequestMarks = { requestId: string; nonce: string }

/** A whole page with one sentence, for what no page of the framework answers. */
export function sentenceHtml(status: number, sentence: string, requestId: string, nonce: string): string {
  return (
    `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
    `<title>议事驿站</title><style nonce="${nonce}">${style}</style><main><h1>${errorWordsOf(status).title}</h1>` +
    `<p>${escapeHtml(sentence)}</p><p><small>请求号：${requestId}</small></p><p><a href="/">回到首页</a></p></main></html>`
  )
}

/** The same as an answer. It is the one page that brings its few lines of style along. */
export const sentenceAnswer = (status: number, sentence: string, { requestId, nonce }: RequestMarks) => ({
  headers: {
    "Content-Type": "text/html; charset=utf-8",
    "Content-Security-Policy": `default-src 'none'; style-src 'nonce-${nonce}'`,
  },
  body: sentenceHtml(status, sentence, requestId, nonce),
})

/** Answers what never reaches the framework; gives back the request's number for the log. */
export function sentencePage(response: ServerResponse, status: number, sentence: string): string {
  const requestId = randomBytes(6).toString("hex")
  const nonce = randomBytes(16).toString("base64")
  const { headers, body } = sentenceAnswer(status, sentence, { requestId, nonce })
  response.writeHead(status, {
    ...headers,
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "X-Request-Id": requestId,
  })
  response.end(body)
  return requestId
}
