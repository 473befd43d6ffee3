import { Form, href, Link } from "react-router"
import type { MeetingPaperList, PaperLine } from "~/records/meeting-papers"
import { Badge } from "~/ui/Badge"
import { Button } from "~/ui/Button"
import { Sheet } from "~/ui/Sheet"
import { Cell, Row, RowHead, Table } from "~/ui/Table"

/** A line of the list with the reason it waits for, in its sentence. */
export type ShownPaper = Omit<PaperLine, "waitsFor"> & { waits: string }

type Params = { community: string; meetingId: string }
type Props = {
  list: Omit<MeetingPaperList, "lines"> & { lines: ShownPaper[] }
  /** The paper that stands beside the list. */
  shown: string | null
  params: Params
  /** What was ticked before something was refused. */
  chosen: string | string[] | undefined
}

/** The papers in the order of the file, each with its state, its newest filed sheet and what can be done with it. */
export function PaperTable({ list, shown, params, chosen }: Props) {
  const ticked = Array.isArray(chosen) ? chosen : [chosen]
  const mayPrintSome = list.lines.some(line => line.mayPrint && !line.waits)
  return (
    <Form method="post" reloadDocument>
      <Sheet title="全部文件" flush>
        <Table
          className="meeting-papers"
          caption="会议的文件，按归档的先后"
          columns={[
            { label: "选", hidden: true },
            { label: "文件" },
            { label: "已归档" },
            { label: "办理", hidden: true },
          ]}
        >
          {list.lines.map(line => (
            <Row key={line.id} state={line.id === shown ? "on" : undefined}>
              <Cell>
                {line.mayPrint && !line.waits ? <Tick line={line} isTicked={ticked.includes(line.id)} /> : null}
              </Cell>
              <RowHead sub={line.about || undefined}>{line.title}</RowHead>
              <Cell label="已归档">
                <FiledSheet line={line} params={params} />
              </Cell>
              <Cell>
                <PaperActions line={line} params={params} />
              </Cell>
            </Row>
          ))}
        </Table>
        <div className="sheet__body stack">
          {mayPrintSome ? <Together params={params} /> : null}
          <Elsewhere list={list} params={params} />
        </div>
      </Sheet>
    </Form>
  )
}

function Tick({ line, isTicked }: { line: ShownPaper; isTicked: boolean }) {
  return (
    <label className="check">
      <input type="checkbox" name="paper" value={line.id} defaultChecked={isTicked} />
      <span className="vh">
        选{line.title}
        {line.about}
      </span>
    </label>
  )
}

function FiledSheet({ line, params }: { line: ShownPaper; params: Params }) {
  const { filed } = line
  if (!filed) return <span className="soft">还没有</span>
  const address = href("/c/:community/documents/:documentId", {
    community: params.community,
    documentId: `${filed.id}.pdf`,
  })
  return (
    <>
      <a href={address}>
        {filed.number || `第${filed.version}版`}
        <span className="vh">，{line.title}</span>
      </a>{" "}
      {filed.isWithdrawn ? <Badge kind="late">已撤回</Badge> : <Badge kind="done">有效</Badge>}
      <span className="sub">
        {filed.number ? `第${filed.version}版，` : ""}
        {filed.day}
      </span>
      <span className="sub">
        核验码 <code>{filed.mark}</code>
      </span>
      {line.earlier > 0 ? <span className="sub">前面{line.earlier}版已有新版</span> : null}
    </>
  )
}

function PaperActions({ line, params }: { line: ShownPaper; params: Params }) {
  if (!line.mayPrint && !line.mayPreview) return null
  const of = line.about ? `${line.title}，${line.about}` : line.title
  const show = `${href("/c/:community/records/:meetingId/papers", params)}?show=${encodeURIComponent(line.id)}#preview`
  return (
    <>
      {line.waits ? <span className="sub">{line.waits}</span> : null}
      <span className="row">
        {line.mayPreview ? (
          <Link to={show}>
            {line.waits ? "看草稿" : "预览"}
            <span className="vh">{of}</span>
          </Link>
        ) : null}
        {line.waits ? null : (
          <Button small name="print" value={line.id}>
            打印并归档<span className="vh">{of}</span>
          </Button>
        )}
      </span>
    </>
  )
}

/** Several papers in one file: looked at without filing, or filed one by one and opened together. */
function Together({ params }: { params: Params }) {
  return (
    <>
      <label className="check">
        <input type="checkbox" name="duplex" value="yes" />
        <span>双面打印，每份文件从正面开始</span>
      </label>
      <span className="row">
        <Button kind="main" name="intent" value="printChosen">
          打印并归档所选
        </Button>
        <Button
          formMethod="get"
          formAction={href("/c/:community/records/:meetingId/papers/together.pdf", params)}
          name="only"
          value="look"
        >
          合成一份看看
        </Button>
      </span>
    </>
  )
}

function Elsewhere({ list, params }: { list: Props["list"]; params: Params }) {
  const { community, meetingId } = params
  return (
    <>
      {list.slips ? (
        <p>
          签到条含签到码，不归档：
          <Button kind="link" formAction={href("/c/:community/meetings/:meetingId/slips", { community, meetingId })}>
            印签到条
          </Button>
        </p>
      ) : null}
      {list.tasks ? (
        <p>
          交办单在每件交办的事那里印：<Link to={href("/c/:community/tasks", { community })}>去办理</Link>
        </p>
      ) : null}
    </>
  )
}
