import { href } from "react-router"
import { Sheet } from "~/ui/Sheet"

type Filed = { id: string; version: number; made: string; standing: string }

/** What was filed of a paper, the newest first. */
export function FiledSheets({ filed, community }: { filed: readonly Filed[]; community: string }) {
  if (filed.length === 0) return null
  return (
    <Sheet title="已归档">
      <ul className="plain stack">
        {filed.map(({ id, version, made, standing }) => (
          <li key={id}>
            <a href={href("/c/:community/documents/:documentId", { community, documentId: `${id}.pdf` })}>
              第{version}版
            </a>
            <p className="small soft">
              {standing}，{made}
            </p>
          </li>
        ))}
      </ul>
    </Sheet>
  )
}
