import type { ServerResponse } from "node:http"

/** A whole page with one sentence, for what never reaches the framework. `sentence` is ours, never a visitor's text. */
export function sentencePage(response: ServerResponse, status: number, sentence: string): void {
  response.writeHead(status, {
    "Content-Type": "text/html; charset=utf-8",
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'",
    "X-Content-Type-Options": "nosniff",
  })
  response.end(
    `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
      `<title>议事驿站</title><h1>没有办成</h1><p>${sentence}</p></html>`,
  )
}
