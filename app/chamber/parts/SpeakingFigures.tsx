import { lapseWords } from "~/chamber/speaking/rules"
import type { Share, SpeakingStatistics } from "~/chamber/speaking/statistics"
import { Sheet } from "~/ui/Sheet"
import { Cell, Row, RowHead, Table } from "~/ui/Table"

type Props = {
  /** What is talked over; null where no motion stands. */
  motion: { ordinal: number } | null
  /** Of the motion in hand; shown where the item has heard more than that. */
  ofMotion: SpeakingStatistics
  /** Of the item. */
  statistics: SpeakingStatistics
  /** Of all items; shown where it is more than this one. */
  whole: SpeakingStatistics
  silent: readonly string[]
}

const columns = (label: string) => [{ label }, { label: "次数", numeric: true }, { label: "用时", numeric: true }]

/** 发言统计: minutes and times per person, per 代表类别, for and against; and who has not spoken yet. */
export function SpeakingFigures({ motion, ofMotion, statistics, whole, silent }: Props) {
  return (
    <>
      <Sheet title={silent.length > 0 ? `还没有发言的${silent.length}人` : "在场代表都发过言"}>
        {silent.length > 0 ? <p>{silent.join("、")}</p> : null}
      </Sheet>
      {motion && ofMotion.total.seconds < statistics.total.seconds ? (
        <Sheet title={`第${motion.ordinal}件发言统计`} flush>
          <Figures statistics={ofMotion} />
        </Sheet>
      ) : null}
      <Sheet title="本项发言统计" flush>
        <Figures statistics={statistics} />
      </Sheet>
      {whole.total.seconds > statistics.total.seconds ? (
        <Sheet title="全场发言统计" flush>
          <Figures statistics={whole} />
        </Sheet>
      ) : null}
    </>
  )
}

function Figures({ statistics: { people, capacities, stances } }: Pick<Props, "statistics">) {
  return (
    <>
      <Shares caption="赞成和不赞成" label="态度" rows={stances} />
      {capacities.length > 0 ? <Shares caption="各类代表" label="代表类别" rows={capacities} /> : null}
      {people.length > 0 ? (
        <Table caption="各人" columns={columns("各人")} tight className="spkfigures">
          {people.map(one => (
            <Row key={one.participantId}>
              <RowHead sub={one.capacityName}>{one.name}</RowHead>
              <Times row={one} />
            </Row>
          ))}
        </Table>
      ) : null}
    </>
  )
}

function Shares({
  caption,
  label,
  rows,
}: {
  caption: string
  label: string
  rows: readonly (Share & { label: string })[]
}) {
  return (
    <Table caption={caption} columns={columns(label)} tight className="spkfigures">
      {rows.map(row => (
        <Row key={row.label}>
          <RowHead>{row.label}</RowHead>
          <Times row={row} />
        </Row>
      ))}
    </Table>
  )
}

const Times = ({ row }: { row: Share }) => (
  <>
    <Cell label="次数" numeric>
      {row.times}
    </Cell>
    <Cell label="用时" numeric>
      {row.seconds > 0 ? lapseWords(row.seconds) : "无"}
    </Cell>
  </>
)
