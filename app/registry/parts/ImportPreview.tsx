import { useEffect } from "react"
import { useRevalidator } from "react-router"
import type { ImportPlan } from "~/registry/import-rules"
import type { ImportView } from "~/registry/import-view"
import { ImportRowsForm } from "~/registry/parts/ImportRowsForm"
import { RecognizedColumns } from "~/registry/parts/RecognizedColumns"
import { Bar } from "~/ui/Bar"
import { ButtonLink } from "~/ui/Button"
import { Done } from "~/ui/Done"
import { ErrorSummary } from "~/ui/ErrorSummary"
import type { FormView } from "~/ui/form-view"
import { Note } from "~/ui/Note"
import { Page } from "~/ui/Page"
import { Sheet } from "~/ui/Sheet"

export type ImportPreviewProps = {
  view: ImportView
  /** The sentence of a reading that failed. */
  failure: string | null
  /** Where another file is chosen. */
  again: string
  /** This page, without its search. */
  here: string
  form: FormView | undefined
}

/** An import from its upload to its end: being read, failed, waiting to be confirmed, done. */
export function ImportPreview({ view, failure, again, here, form }: ImportPreviewProps) {
  return (
    <Page
      title={`导入${view.title}`}
      lead={view.fileName}
      crumbs={[{ label: view.home.label, to: view.home.to }, { label: "导入" }]}
      summary={<ErrorSummary form={form} />}
    >
      <div className="stack-l">
        {view.state === "reading" ? <Reading done={view.rowsDone} total={view.rowsTotal} /> : null}
        {view.state === "failed" ? (
          <Note kind="bad" title="没有读出来，什么都没有导入">
            <p>{failure}</p>
            <ButtonLink kind="main" to={again}>
              换一个文件再试
            </ButtonLink>
          </Note>
        ) : null}
        {view.state === "cancelled" ? (
          <Note title="这次导入已经取消，什么都没有写进去">
            <ButtonLink to={again}>重新上传</ButtonLink>
          </Note>
        ) : null}
        {view.state === "confirmed" ? (
          <Done
            title={`已经${planWords(view)}`}
            actions={
              <>
                <ButtonLink kind="main" to={view.home.to}>
                  去看{view.home.label}
                </ButtonLink>
                <ButtonLink to={again}>再导入一个文件</ButtonLink>
              </>
            }
          />
        ) : null}
        {view.state === "ready" || view.state === "confirmed" ? (
          <>
            <ImportRowsForm view={view} here={here} again={again} todo={planWords(view)} />
            <RecognizedColumns recognized={view.recognized} />
          </>
        ) : null}
      </div>
    </Page>
  )
}

const verbs: { action: Exclude<keyof ImportPlan, "errors" | "undecided" | "support">; verb: string }[] = [
  { action: "add", verb: "导入" },
  { action: "update", verb: "更新" },
]

/** 导入38条，附议4条，跳过2条; skipped are also those that are there already. */
function planWords({ plan, likeChoices }: ImportView): string {
  const support = likeChoices.find(choice => choice.value === "support")?.verb ?? "并入"
  const words = [
    ...verbs.map(({ action, verb }) => ({ verb, count: plan[action] })),
    { verb: support, count: plan.support },
    { verb: "跳过", count: plan.none },
  ]
    .filter(({ count }) => count > 0)
    .map(({ verb, count }) => `${verb}${count}条`)
  return words.length > 0 ? words.join("，") : "导入0条"
}

const refreshMs = 1000

function Reading({ done, total }: { done: number; total: number }) {
  const { revalidate } = useRevalidator()
  useEffect(() => {
    const timer = setInterval(() => void revalidate(), refreshMs)
    return () => clearInterval(timer)
  }, [revalidate])
  const words = total > 0 ? `已核对${done}行，共${total}行` : "正在读取文件"
  return (
    <Sheet title="正在读取">
      <noscript>
        <meta httpEquiv="refresh" content="2" />
      </noscript>
      <p role="status">{words}</p>
      <Bar have={done} whole={total} />
      <p className="soft">读完会自动显示预览。可以先去做别的，过会儿再回到这一页。</p>
    </Sheet>
  )
}
