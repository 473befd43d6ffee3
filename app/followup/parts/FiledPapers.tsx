import { href } from "react-router"
import type { DocumentFormat } from "#db/schema/registry"
import { Sheet } from "~/ui/Sheet"

export type FiledPaper = { documentId: string; format: DocumentFormat; version: number; made: string }

const formatNames: Record<DocumentFormat, string> = { pdf: "PDF", docx: "Word", xlsx: "电子表格" }

/** What was filed of a paper, the newest first. */
export function FiledPapers({ filed, community }: { filed: readonly FiledPaper[]; community: string }) {
  if (filed.length === 0) return null
  return (
    <Sheet title="已归档">
      <ul className="plain stack">
        {filed.map(({ documentId, format, version, made }) => {
          const to = href("/c/:community/documents/:documentId", { community, documentId: `${documentId}.${format}` })
          return (
            <li key={documentId}>
              <a href={format === "pdf" ? to : `${to}?download`}>
                第{version}版（{formatNames[format]}）
              </a>
              <p className="small soft">{made}</p>
            </li>
          )
        })}
      </ul>
    </Sheet>
  )
}
