import type { HungSheet } from "~/records/hung-sheets"
import { Sheet } from "~/ui/Sheet"

/** The very sheets that hung, kept as they were. */
export function HungSheets({ sheets, to }: { sheets: readonly HungSheet[]; to: (documentId: string) => string }) {
  if (sheets.length === 0)
    return (
      <Sheet title="墙上挂过的" id="hung">
        <p className="soft">还没有从这里印过公示。印成PDF以后，挂的是哪一份都记在这里。</p>
      </Sheet>
    )
  return (
    <Sheet title="墙上挂过的" id="hung" flush>
      <ul className="doclist">
        {sheets.map(sheet => (
          <li key={sheet.documentId}>
            <a href={to(`${sheet.documentId}.pdf`)}>{sheet.name}</a>
            <span>
              自{sheet.from}
              {sheet.until ? `至${sheet.until}` : "起，现在挂着"}
            </span>
          </li>
        ))}
      </ul>
    </Sheet>
  )
}
