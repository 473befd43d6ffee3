import { Form, href, redirect } from "react-router"
import { askedLedger } from "~/followup/ledgers/asked-ledger"
import { ledgerNames, ledgerPeriods } from "~/followup/ledgers/kinds"
import { LedgerForm } from "~/followup/ledgers/ledger-form"
import { fileLedger, listLedgersFor, readLedger } from "~/followup/ledgers/ledgers"
import { FiledPapers } from "~/followup/parts/FiledPapers"
import { civilDateOf } from "~/law/civil-date"
import { refuse } from "~/law/result"
import { may } from "~/people/permissions"
import { Button, ButtonLink } from "~/ui/Button"
import { DateField } from "~/ui/DateField"
import { ErrorSummary } from "~/ui/ErrorSummary"
import { field } from "~/ui/form-view"
import { Note } from "~/ui/Note"
import { Page } from "~/ui/Page"
import { Sheet } from "~/ui/Sheet"
import { Tabs } from "~/ui/Tabs"
import { appContext, serverContext } from "~/web/context"
import { invalid, orThrow, readForm, reply } from "~/web/forms"
import { speak } from "~/web/refusals"
import type { Route } from "./+types/ledgers"

export async function loader({ context, url }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  const today = civilDateOf(ctx.now())
  const asked = askedLedger(url.searchParams, today)
  const kinds = listLedgersFor(ctx)
  if (kinds.length === 0) orThrow(context, refuse("forbidden"))
  const read = await readLedger(ctx, asked)
  // A period that is none is told beside its fields.
  const isPeriodWrong = !read.ok && read.code === "ledger_period_wrong"
  return {
    kinds,
    asked,
    ledger: isPeriodWrong ? null : orThrow(context, read),
    wrong: isPeriodWrong ? speak(context.get(serverContext).sentences, read) : "",
    thisYear: Number(today.slice(0, 4)),
    mayExport: may(ctx.actor, "issue:import"),
    community: ctx.community.name,
  }
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const read = await readForm(request, LedgerForm)
  if (!read.ok) return invalid(context, read)
  const { intent, ...asked } = read.value
  const format = intent === "print" ? "pdf" : "xlsx"
  const filed = await fileLedger(context.get(appContext), { ...asked, format })
  if (!filed.ok) return reply(context, filed, "", read.form)
  const { community } = params
  const { document, jobId } = filed.value
  if (jobId !== undefined) return redirect(href("/c/:community/documents/making/:jobId", { community, jobId }), 303)
  const to = href("/c/:community/documents/:documentId", { community, documentId: `${document.id}.${format}` })
  return redirect(format === "pdf" ? to : `${to}?download`, 303)
}

export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: `台账 - ${loaderData?.community ?? ""}议事驿站` }]

export default function Ledgers({ loaderData, actionData, params }: Route.ComponentProps) {
  const { kinds, asked, ledger, wrong, thisYear, mayExport } = loaderData
  const list = href("/c/:community/ledgers", params)
  const at = (change: Partial<typeof asked>) => `${list}?${new URLSearchParams({ ...asked, ...change })}`
  const yearAt = (year: number) => at({ from: `${year}-01-01`, to: `${year}-12-31` })
  const form = wrong ? { values: asked, errors: { to: wrong } } : actionData?.form
  return (
    <Page
      title="台账"
      lead="五张清单，从平时的记录里直接生成。打印的、导出的都归档，随时能核验。"
      crumbs={[{ label: "办理", to: href("/c/:community/tasks", params) }, { label: "台账" }]}
      actions={
        mayExport ? (
          <ButtonLink to={href("/c/:community/issues/export.xlsx", params)} document>
            导出问题登记表
          </ButtonLink>
        ) : null
      }
      summary={<ErrorSummary form={form} />}
    >
      <Form className="filter" method="get" role="search" aria-label="期间" key={at({})}>
        <input type="hidden" name="ledger" value={asked.ledger} />
        <DateField label="从" {...field(form, "from", asked.from)} />
        <DateField label="到" {...field(form, "to", asked.to)} />
        <Button>看这一期</Button>
        <ButtonLink to={yearAt(thisYear)}>{thisYear}年</ButtonLink>
        <ButtonLink to={yearAt(thisYear - 1)}>{thisYear - 1}年</ButtonLink>
      </Form>
      <Tabs
        label="哪一张台账"
        items={kinds.map(kind => ({
          to: at({ ledger: kind }),
          label: ledgerNames[kind],
          current: kind === asked.ledger,
        }))}
      />
      {ledger ? (
        <div className="stack-l">
          <Sheet title={ledger.title} className="sheet--tabbed">
            <p>
              {ledger.period}，{ledgerPeriods[asked.ledger]}。{ledger.totals.join("")}
            </p>
            {ledger.isLong ? (
              <Note>这份台账有{ledger.rowCount}行，打印和导出在后台进行，做好以后可以打开。</Note>
            ) : null}
            <div className="row">
              {ledger.isLong ? null : (
                <ButtonLink
                  document
                  to={`${href("/c/:community/ledgers/preview.pdf", params)}?${new URLSearchParams(asked)}`}
                >
                  先看一看
                </ButtonLink>
              )}
              <Form method="post" reloadDocument className="row">
                {Object.entries(asked).map(([name, value]) => (
                  <input key={name} type="hidden" name={name} value={value} />
                ))}
                <Button kind="main" name="intent" value="print">
                  打印并归档
                </Button>
                <Button name="intent" value="export">
                  导出并归档
                </Button>
              </Form>
            </div>
            <p className="small soft">打印的是A4横版PDF，导出的是电子表格，日期和数字可以筛选、合计。</p>
          </Sheet>
          <FiledPapers filed={ledger.filed} community={params.community} />
        </div>
      ) : null}
    </Page>
  )
}
