import { Form, href } from "react-router"
import type { EditionLineView, NoticeLineView, ToDraft } from "~/records/notice-views"
import { Badge } from "~/ui/Badge"
import { Button, ButtonLink } from "~/ui/Button"
import { Sheet } from "~/ui/Sheet"
import { Cell, Row, RowHead, Table } from "~/ui/Table"

/** What hangs or hung: its period, and the objections to it. */
export function NoticeRows({ title, rows, community }: { title: string; rows: NoticeLineView[]; community: string }) {
  if (rows.length === 0) return null
  return (
    <Sheet title={title} flush>
      <Table
        className="notice-rows"
        caption={title}
        columns={[{ label: "公示" }, { label: "公示期" }, { label: "状态" }, { label: "异议" }]}
      >
        {rows.map(row => (
          <Row key={row.noticeId}>
            <RowHead
              to={href("/c/:community/notices/:noticeId", { community, noticeId: row.noticeId })}
              sub={`${row.kindName}，${row.number}`}
            >
              {row.title}
            </RowHead>
            <Cell label="公示期" sub={`到${row.until}`}>
              {row.postedOn}起
            </Cell>
            <Cell label="状态">
              <NoticeBadge row={row} />
            </Cell>
            <Cell label="异议">{objectionsInWords(row)}</Cell>
          </Row>
        ))}
      </Table>
    </Sheet>
  )
}

export function NoticeBadge({ row }: { row: NoticeLineView }) {
  if (row.isWithdrawn) return <Badge kind="stop">已撤回</Badge>
  if (row.endedOn) return row.isEarly ? <Badge kind="stop">提前取下</Badge> : <Badge kind="done">期满取下</Badge>
  if (row.isDue) return <Badge kind="wait">已满期，待取下</Badge>
  return <Badge kind="doing">{row.daysLeft === 0 ? "今天期满" : `还剩${row.daysLeft}天`}</Badge>
}

function objectionsInWords({ objections }: NoticeLineView) {
  if (objections.received === 0) return "没有"
  if (objections.late > 0) return <Badge kind="late">{`${objections.late}条逾期未答`}</Badge>
  if (objections.open > 0) return <Badge kind="wait">{`${objections.open}条待答复`}</Badge>
  return `${objections.received}条，都已答复`
}

type EditionRowsProps = { title: string; rows: EditionLineView[]; community: string; action: string }

/** Editions that wait for a second person, or for the wall. */
export function EditionRows({ title, rows, community, action }: EditionRowsProps) {
  if (rows.length === 0) return null
  return (
    <Sheet title={title} flush>
      <Table
        className="notice-rows"
        caption={title}
        columns={[{ label: "公示版" }, { label: "起草" }, { label: "办理", hidden: true }]}
      >
        {rows.map(row => {
          const to = href("/c/:community/notices/editions/:editionId", { community, editionId: row.editionId })
          const verb = row.isOwn && row.number === "" ? "打开" : action
          return (
            <Row key={row.editionId}>
              <RowHead to={to} sub={[row.kindName, row.number].filter(Boolean).join("，")}>
                {row.title}
              </RowHead>
              <Cell label="起草">
                {row.isOwn ? "您" : row.authorName} {row.reason ? <Badge kind="wait">已退回修改</Badge> : null}
              </Cell>
              <Cell>
                <ButtonLink small to={to} aria-label={`${verb}：${row.title}`}>
                  {verb}
                </ButtonLink>
              </Cell>
            </Row>
          )
        })}
      </Table>
    </Sheet>
  )
}

/** Papers that have no public edition yet. */
export function ToDraftRows({ rows, mayDraft }: { rows: ToDraft[]; mayDraft: boolean }) {
  if (rows.length === 0) return null
  return (
    <Sheet title="还没有起草公示版" flush>
      <Table
        className="notice-rows"
        caption="还没有起草公示版的决议和会议"
        columns={[{ label: "文书" }, { label: "类别" }, { label: "办理", hidden: true }]}
      >
        {rows.map(row => (
          <Row key={row.subjectId}>
            <RowHead sub={row.number}>{row.title}</RowHead>
            <Cell label="类别">{row.kindName}</Cell>
            <Cell>{mayDraft ? <DraftButton {...row} /> : null}</Cell>
          </Row>
        ))}
      </Table>
    </Sheet>
  )
}

type DraftButtonProps = Pick<ToDraft, "kind" | "subjectId" | "title"> & { action?: string; wide?: boolean }

/** Draws up the public edition; `action` is the address of the notices where it stands elsewhere. */
export function DraftButton({ kind, subjectId, title, action, wide }: DraftButtonProps) {
  return (
    <Form method="post" action={action}>
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="subjectId" value={subjectId} />
      <Button name="intent" value="draft" small={!wide} wide={wide}>
        起草公示版<span className="vh">：{title}</span>
      </Button>
    </Form>
  )
}
