import { href } from "react-router"
import type { ArchiveYear } from "~/records/archive"
import { retentionClasses, retentionNames } from "~/registry/retention"
import { Empty } from "~/ui/Empty"
import { Sheet } from "~/ui/Sheet"
import { Cell, Row, RowHead, Table } from "~/ui/Table"

type ArchiveYearsProps = { years: readonly ArchiveYear[]; mayTake: boolean; community: string }

/** How much is filed in each year, and the year's package. */
export function ArchiveYears({ years, mayTake, community }: ArchiveYearsProps) {
  if (years.length === 0) return <Empty title="还没有归档的文书">文书印成以后，都收在这里。</Empty>
  return (
    <Sheet title="按年" id="years" flush>
      <Table
        caption="每年归档的文书，按保管期限"
        columns={[
          { label: "年度" },
          ...retentionClasses.map(key => ({ label: retentionNames[key].name, numeric: true })),
          { label: "合计", numeric: true },
          ...(mayTake ? [{ label: "档案包" }] : []),
        ]}
      >
        {years.map(({ year, total, counts }) => (
          <Row key={year}>
            <RowHead>{year}年</RowHead>
            {retentionClasses.map(key => (
              <Cell key={key} label={retentionNames[key].name} numeric>
                {counts[key]}
              </Cell>
            ))}
            <Cell label="合计" numeric>
              {total}
            </Cell>
            {mayTake ? (
              <Cell label="档案包">
                <a href={href("/c/:community/archive/:year", { community, year: `${year}.zip` })}>
                  下载<span className="vh">{year}年的档案包</span>
                </a>
              </Cell>
            ) : null}
          </Row>
        ))}
      </Table>
      {mayTake ? (
        <p className="more">
          档案包是压缩文件，里面有文书、目录和核对的办法，可以移交给街道或者档案馆。您无权查看的文书只在目录里；要移交齐全的，请社区书记下载。
        </p>
      ) : null}
    </Sheet>
  )
}
