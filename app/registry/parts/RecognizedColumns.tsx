import type { Recognized } from "~/registry/import-rules"
import { Facts } from "~/ui/Facts"
import { Sheet } from "~/ui/Sheet"

const reasons: Record<Recognized["skipped"][number]["reason"], string> = {
  total: "合计行",
  note: "说明行",
  repeatedHeader: "重复的表头",
  sheetWithoutHeader: "没有表头的工作表",
}

/** Which heading was taken for which column, and what was passed over. */
export function RecognizedColumns({ recognized }: { recognized: Recognized | null }) {
  if (!recognized) return null
  const sheets = [...new Set(recognized.columns.map(column => column.sheet))]
  const kept = [...new Set(recognized.unknown.map(column => column.header))]
  return (
    <Sheet title="表头是这样认的">
      {sheets.map(sheet => (
        <Facts
          key={sheet}
          items={recognized.columns
            .filter(column => column.sheet === sheet)
            .map(column => ({
              label: column.name,
              value: `${sheets.length > 1 ? `${sheet}：` : ""}${column.header}`,
            }))}
        />
      ))}
      {kept.length > 0 ? <p>其余的列原样留着：{kept.join("、")}。</p> : null}
      {recognized.skipped.length > 0 ? <p>没有读的：{skippedWords(recognized.skipped)}。</p> : null}
    </Sheet>
  )
}

function skippedWords(skipped: Recognized["skipped"]): string {
  const shown = skipped
    .slice(0, 20)
    .map(({ sheet, rowNumber, reason }) =>
      reason === "sheetWithoutHeader" ? `工作表“${sheet}”（没有表头）` : `第${rowNumber}行（${reasons[reason]}）`,
    )
  return shown.join("、") + (skipped.length > shown.length ? `等${skipped.length}处` : "")
}
