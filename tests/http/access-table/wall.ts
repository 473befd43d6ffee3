import { findDocument } from "~/registry/document-store"
import { sweepAttempts } from "~/web/limits"
import { everyone } from "../access-people"
import type { Row } from "../access-row"

const base = "/c/:community"
/** For anyone: to a stranger as to a member. */
const open = { read: everyone, isHall: true } as const

/** Pages anyone may open, with what they send in. */
export const wallRows: Row[] = [
  { pattern: `${base}/board`, at: () => "/board", ...open },
  { pattern: `${base}/board/notices`, at: () => "/board/notices", ...open },
  {
    pattern: `${base}/board/notices/:noticeId`,
    at: ({ things }) => `/board/notices/${things.noticeId}`,
    ...open,
  },
  {
    pattern: `${base}/board/notices/:noticeId/sheet.pdf`,
    at: ({ things }) => `/board/notices/${things.noticeId}/sheet.pdf`,
    ...open,
  },
  {
    pattern: `${base}/board/documents/:documentId`,
    at: ({ things }) => `/board/documents/${things.wallDocumentId}.pdf`,
    ...open,
  },
  {
    pattern: `${base}/board/photos/:photoId`,
    at: ({ things }) => `/board/photos/${things.wallPhotoId}`,
    ...open,
  },
  {
    pattern: `${base}/board/verify`,
    at: () => "/board/verify?number=振社公〔2026〕1号",
    ...open,
    acts: [
      {
        by: everyone,
        writesNothing: true,
        press: async ({ world, things }, _who, { here }) => {
          // All of them send from one address: the limit begins afresh for each.
          await here.world.db.tx("attempts", q => sweepAttempts(q, new Date("2100-01-01")))
          const sheet = await findDocument(world.db.read, world.community.id, things.wallDocumentId)
          const form = new FormData()
          form.append("file", new File([new Uint8Array(sheet!.content)], "公示.pdf"))
          return { at: "/board/verify", form }
        },
      },
    ],
  },
  { pattern: `${base}/board/archive-digests.json`, at: () => "/board/archive-digests.json", ...open },
  // Whoever holds the printed sheet.
  { pattern: `${base}/verify/:digest`, at: ({ things }) => `/verify/${things.digest}`, ...open },
]
