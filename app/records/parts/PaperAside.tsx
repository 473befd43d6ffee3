import { Form } from "react-router"
import type { PaperPowers, PaperView } from "~/records/views"
import { Badge } from "~/ui/Badge"
import { Button, ButtonLink } from "~/ui/Button"
import { Facts } from "~/ui/Facts"
import { Checks } from "~/ui/Lamp"
import { Sheet } from "~/ui/Sheet"
import { SubstitutedCharacters } from "./SubstitutedCharacters"

/** The first submit of a form is what the Enter key presses: it must save, never remove a row. */
export function DefaultSave() {
  return (
    <button type="submit" name="intent" value="save" className="vh" tabIndex={-1} aria-hidden="true">
      保存文字
    </button>
  )
}

export type PaperAsideProps = {
  paper: PaperView
  can: PaperPowers
  chairName: string
  /** Each problem in its sentence; the place to mend where the page has one. */
  problems: { key: string; sentence: string; field?: string }[]
  previewTo: string
  /** The draft as a Word file. */
  wordTo: string
  approveTo: string
  documentTo: (documentId: string) => string
}

/** Where a paper stands, what is missing, and what can be done with it now. */
export function PaperAside({
  paper,
  can,
  chairName,
  problems,
  previewTo,
  wordTo,
  approveTo,
  documentTo,
}: PaperAsideProps) {
  return (
    <>
      <Sheet title="办到哪一步">
        <p>{paper.state === "approved" ? <Badge kind="done">已核准</Badge> : <Badge kind="doing">草稿</Badge>}</p>
        <Facts
          items={[
            { label: "编号", value: paper.number },
            { label: "核准", value: paper.approvedOn ? `${paper.approvedBy}，${paper.approvedOn}` : "" },
            { label: "送核准", value: paper.sentAt },
          ]}
        />
        {paper.state === "draft" ? <Readiness problems={problems} chairName={chairName} /> : null}
        <SubstitutedCharacters characters={paper.substituted} />
        <div className="stack">
          {can.approve ? (
            <ButtonLink kind="main" wide to={approveTo}>
              核准并编号
            </ButtonLink>
          ) : null}
          {paper.state === "draft" && (can.edit || can.approve) ? (
            <ButtonLink wide document to={previewTo}>
              预览PDF（征求意见稿）
            </ButtonLink>
          ) : null}
          {paper.state === "draft" && (can.edit || can.approve) ? (
            <>
              <ButtonLink wide document to={wordTo}>
                下载Word版（征求意见稿）
              </ButtonLink>
              <WordHint />
            </>
          ) : null}
          {can.edit && !can.approve ? (
            <IntentForm intent="send" label={paper.sentAt ? "再送主持人核准" : "送主持人核准"} />
          ) : null}
          {can.export ? <IntentForm intent="export" label="导出PDF" main={paper.exported.length === 0} /> : null}
          {can.export ? (
            <>
              <Form method="post" reloadDocument>
                <Button wide name="intent" value="exportWord">
                  下载Word版
                </Button>
              </Form>
              <WordHint />
            </>
          ) : null}
        </div>
      </Sheet>
      {paper.exported.length > 0 ? <Exported exported={paper.exported} documentTo={documentTo} /> : null}
    </>
  )
}

/** What is changed in Word stays there. */
function WordHint() {
  return <p className="hint">在Word里改动的文字不会回到这里；定稿以这里为准。</p>
}

function Readiness({ problems, chairName }: Pick<PaperAsideProps, "problems" | "chairName">) {
  if (problems.length === 0)
    return <Checks items={[{ key: "ready", state: "met", title: `内容齐了，可以由主持人${chairName}核准` }]} />
  return (
    <Checks
      items={problems.map(problem => ({
        key: problem.key,
        state: "mend",
        title: problem.field ? <a href={`#field-${problem.field}`}>{problem.sentence}</a> : problem.sentence,
      }))}
    />
  )
}

function IntentForm({ intent, label, main }: { intent: string; label: string; main?: boolean }) {
  return (
    <Form method="post">
      <Button kind={main ? "main" : "plain"} wide name="intent" value={intent}>
        {label}
      </Button>
    </Form>
  )
}

const formatNames = { pdf: "PDF", docx: "Word", xlsx: "表格" } as const

/** PDF第2版: each format counts its own. */
const nameOf = ({ format, version }: PaperView["exported"][number]) => `${formatNames[format]}第${version}版`

function Exported({ exported, documentTo }: Pick<PaperView, "exported"> & Pick<PaperAsideProps, "documentTo">) {
  return (
    <Sheet title="已导出的文件" id="exported" flush>
      <ul className="doclist">
        {exported.map(one => (
          <li key={one.id}>
            <b>{nameOf(one)}</b>
            <span>
              {one.issued}，{one.by}导出
            </span>
            <div className="papers">
              <a href={`${documentTo(one.id).replace(/pdf$/, one.format)}?download`}>
                下载<span className="vh">{nameOf(one)}</span>
              </a>
              {one.format === "pdf" ? (
                <a href={documentTo(one.id)}>
                  打开并打印<span className="vh">{nameOf(one)}</span>
                </a>
              ) : null}
            </div>
            <span>
              内容摘要 <code>{one.factsHash}</code>
            </span>
            <span>
              文件摘要 <code>{one.fileHash}</code>
            </span>
          </li>
        ))}
      </ul>
    </Sheet>
  )
}
