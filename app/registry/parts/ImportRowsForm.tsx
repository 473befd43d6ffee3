import { Form, Link, useFetcher } from "react-router"
import type { ImportPlan, ImportRowStatus } from "~/registry/import-rules"
import type { ImportRowView, ImportView } from "~/registry/import-view"
import { NextStep } from "~/ui/Answers"
import { Badge, type BadgeKind } from "~/ui/Badge"
import { Button, ButtonLink } from "~/ui/Button"
import { Empty } from "~/ui/Empty"
import { Pager } from "~/ui/Pager"
import { RadioGroup } from "~/ui/RadioGroup"
import { Sheet } from "~/ui/Sheet"
import { Cell, Row, RowHead, Table } from "~/ui/Table"
import { Tabs } from "~/ui/Tabs"

const statusNames: Record<ImportRowStatus, string> = {
  error: "有误",
  like: "相像",
  new: "新的",
  changed: "有改动",
  unchanged: "没有变化",
}
const statusKinds: Record<ImportRowStatus, BadgeKind> = {
  error: "late",
  like: "wait",
  new: "todo",
  changed: "doing",
  unchanged: "done",
}
const statuses = Object.keys(statusNames) as ImportRowStatus[]

const rowsPerPage = 100

type ImportRowsFormProps = { view: ImportView; here: string; again: string /** 导入38条，附议4条 */; todo: string }

/** The rows by status, the choices for those that are like something, and the button that writes them all. */
export function ImportRowsForm({ view, here, again, todo }: ImportRowsFormProps) {
  const fetcher = useFetcher()
  const isReady = view.state === "ready"
  const at = (status: ImportRowStatus | null, page = 1) => {
    const search = new URLSearchParams({ ...(status ? { status } : {}), ...(page > 1 ? { page: String(page) } : {}) })
    return search.size > 0 ? `${here}?${search}` : here
  }
  const total = view.status ? view.counts[view.status] : statuses.reduce((sum, status) => sum + view.counts[status], 0)
  const from = (view.page - 1) * rowsPerPage
  return (
    <Form
      method="post"
      className="stack-l"
      // Choices are kept as they are made, so that turning the page loses none.
      onChange={event => {
        const marks = new FormData(event.currentTarget)
        marks.set("intent", "mark")
        void fetcher.submit(marks, { method: "post" })
      }}
    >
      {isReady ? (
        <>
          {/* The Enter key presses the first button of a form: it must not be the one that imports. */}
          <button className="vh" name="intent" value="choose" tabIndex={-1} aria-hidden="true" type="submit" />
          <NextStep
            title={view.plan.errors + view.plan.undecided > 0 ? "先处理下面几行" : "核对无误，就可以导入"}
            action={
              <div className="row">
                <Button kind="main" name="intent" value="confirm">
                  {todo}
                </Button>
                <Button name="intent" value="reread">
                  重新核对
                </Button>
                <Button name="intent" value="cancel">
                  不导入了
                </Button>
              </div>
            }
          >
            <p>
              <WhatIsLeft plan={view.plan} at={at} />
            </p>
          </NextStep>
        </>
      ) : null}
      <div>
        <Tabs
          label="按结果"
          items={[
            {
              to: at(null),
              label: "全部",
              count: statuses.reduce((n, status) => n + view.counts[status], 0),
              current: !view.status,
            },
            ...statuses.map(status => ({
              to: at(status),
              label: statusNames[status],
              count: view.counts[status],
              current: view.status === status,
            })),
          ]}
        />
        <Sheet className="sheet--tabbed" title="各行" titleHidden flush>
          {isReady ? <BulkChoices view={view} again={again} /> : null}
          {view.rows.length > 0 ? (
            <Table
              caption="表里的各行，按表里的顺序"
              columns={[{ label: "行", numeric: true }, { label: "内容" }, { label: "结果" }, { label: "说明" }]}
            >
              {view.rows.map(row => (
                <PreviewRow key={`${row.ordinal}-${row.choice}`} row={row} view={view} />
              ))}
            </Table>
          ) : (
            <Empty title="没有这样的行" />
          )}
        </Sheet>
        {view.pages > 1 ? (
          <Pager
            from={from + 1}
            to={from + view.rows.length}
            total={total}
            unit="行"
            previous={view.page > 1 ? at(view.status, view.page - 1) : undefined}
            next={view.page < view.pages ? at(view.status, view.page + 1) : undefined}
          />
        ) : null}
      </div>
    </Form>
  )
}

/** What stands in the way, each leading to its rows; else what confirming means. */
function WhatIsLeft({ plan, at }: { plan: ImportPlan; at: (status: ImportRowStatus) => string }) {
  if (plan.errors + plan.undecided === 0) return "确认以前什么都没有写进去；确认时要么全部写入，要么一行也不写。"
  return (
    <>
      {plan.errors > 0 ? (
        <>
          <Link to={at("error")}>{plan.errors}行有误</Link>，要改好文件重新上传，或者不导入。
        </>
      ) : null}
      {plan.undecided > 0 ? (
        <>
          <Link to={at("like")}>{plan.undecided}行与已有的相像</Link>，要选怎么办。
        </>
      ) : null}
    </>
  )
}

function BulkChoices({ view, again }: { view: ImportView; again: string }) {
  const { plan, likeChoices } = view
  if (plan.undecided + plan.errors === 0) return null
  return (
    <>
      {plan.undecided > 0 ? (
        <fieldset className="bulk" aria-label="对还没有选的相像的行">
          <span>{plan.undecided}行相像的还没有选</span>
          <Button name="intent" value="choose">
            保存选择
          </Button>
          {likeChoices.map(({ value, verb }) => (
            <Button key={value} name="intent" value={`all-${value}`}>
              都{verb.replace(/^.*都/, "")}
            </Button>
          ))}
        </fieldset>
      ) : null}
      {plan.errors > 0 ? (
        <fieldset className="bulk" aria-label="对有误的行">
          <span>{plan.errors}行有误</span>
          <ButtonLink to={again}>改好文件重新上传</ButtonLink>
          <Button name="intent" value="leave-errors">
            有误的行不导入
          </Button>
        </fieldset>
      ) : null}
    </>
  )
}

function PreviewRow({ row, view }: { row: ImportRowView; view: ImportView }) {
  const canChoose = view.state === "ready" && row.status === "like"
  const chosen = row.choice === "skip" && row.status === "error" ? "不导入" : null
  const made = view.likeChoices.find(choice => choice.value === row.choice)?.label
  return (
    <Row state={row.status === "error" && !chosen ? "bad" : undefined}>
      <Cell label="行" numeric>
        {row.rowNumber}
      </Cell>
      <RowHead sub={row.facts.join("　")}>{row.title || "（空）"}</RowHead>
      <Cell label="结果">
        <Badge kind={statusKinds[row.status]}>{statusNames[row.status]}</Badge>
      </Cell>
      <Cell>
        {row.reasons.map(reason => (
          <p key={reason}>{reason}</p>
        ))}
        {row.existing ? (
          <p>{row.existing.to ? <Link to={row.existing.to}>{row.existing.label}</Link> : row.existing.label}</p>
        ) : null}
        {canChoose ? (
          <RadioGroup
            name={`choice-${row.ordinal}`}
            label={<span className="vh">第{row.rowNumber}行怎么办</span>}
            defaultValue={row.choice ?? undefined}
            options={view.likeChoices}
          />
        ) : (
          <p className="soft">{chosen ?? (row.status === "like" ? made : null)}</p>
        )}
      </Cell>
    </Row>
  )
}
