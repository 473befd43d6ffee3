import type { RouterContextProvider } from "react-router"
import { z } from "zod"
import { serverContext } from "~/web/context"
import { speak } from "~/web/refusals"
import type { Problem } from "./rules"

/** Every form of a paper's page: a wording has as many fields as its meeting had items, so they are read by name. */
export const PaperForm = z.record(z.string().max(100), z.union([z.string(), z.array(z.string())]))

/** Problems in their sentences, for the page. */
export function speakProblems(context: Readonly<RouterContextProvider>, problems: Problem[]) {
  const { sentences } = context.get(serverContext)
  return problems.map(({ code, detail }) => ({
    key: `${code} ${detail.field ?? ""}`,
    sentence: speak(sentences, { ok: false, code, detail }),
    field: detail.field,
  }))
}

/** What a page says at its top after something was done. */
export const doneWords: Record<string, string> = {
  drafted: "已按会上的记录起草，请看一遍、改好文字。",
  saved: "文字已保存。",
  sent: "已送主持人核准。主持人登录后在“文书”里可以看到。",
  approved: "已核准并编号，文字不再改动。接下来可以导出PDF，也可以下载Word版。",
  confirmed: "已登记确认。以前的纪要不改动，意见写进这次会议的纪要。",
  exported: "PDF已在下面，可以下载和打印。",
}

/** Where a filed Word file is downloaded. */
export const wordAddress = (community: string, documentId: string) =>
  `/c/${community}/documents/${documentId}.docx?download`

/** A Word file to keep and go on working with. */
export const wordResponse = (bytes: Uint8Array, fileName: string) =>
  new Response(new Uint8Array(bytes), {
    headers: {
      "Content-Type": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      "Content-Disposition": `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`,
      "Cache-Control": "private, no-store",
      "X-Content-Type-Options": "nosniff",
    },
  })

/** A PDF to look at in the browser. */
export const pdfResponse = (bytes: Uint8Array, fileName: string) =>
  new Response(new Uint8Array(bytes), {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Disposition": `inline; filename*=UTF-8''${encodeURIComponent(fileName)}`,
      "Cache-Control": "private, no-store",
    },
  })
