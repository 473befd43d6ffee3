import { Form, href } from "react-router"
import { PapersForm, papersDone, pressOnPapers, readPapersPage } from "~/chamber/paper/papers-page"
import { isPrinting, pressToPrint } from "~/chamber/paper/printing-form"
import { CountMatter } from "~/chamber/parts/CountMatter"
import { PaperBalance } from "~/chamber/parts/PaperBalance"
import { PapersOut } from "~/chamber/parts/PapersOut"
import { PaperDuplicate, PapersToIssue } from "~/chamber/parts/PapersToIssue"
import { PrintPaper } from "~/chamber/parts/PrintPaper"
import { RoundOfficers } from "~/chamber/parts/RoundOfficers"
import { Button, ButtonLink } from "~/ui/Button"
import { ErrorSummary } from "~/ui/ErrorSummary"
import { Note } from "~/ui/Note"
import { Columns, Page } from "~/ui/Page"
import { Sheet } from "~/ui/Sheet"
import { appContext } from "~/web/context"
import { invalid, orThrow, readForm, reply } from "~/web/forms"
import { useKeptAnswer, useLive } from "~/web/live-client"
import type { Route } from "./+types/papers"

export async function loader({ params, url, context }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  return {
    ...orThrow(context, await readPapersPage(ctx, params)),
    params,
    said: papersDone[url.searchParams.get("done") ?? ""] ?? "",
    toPrint: /^[\d,]{1,2000}$/.exec(url.searchParams.get("print") ?? "")?.[0] ?? "",
    community: ctx.community.name,
  }
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const read = await readForm(request, PapersForm)
  if (!read.ok) return invalid(context, read)
  const ctx = context.get(appContext)
  if (isPrinting(read.value)) {
    const filed = await pressToPrint(ctx, params, read.value)
    const at = (id: string) => href("/c/:community/documents/:documentId", { ...params, documentId: `${id}.pdf` })
    return reply(context, filed, ({ document }) => at(document.id), read.form)
  }
  const result = await pressOnPapers(ctx, params.roundId, read.value)
  const own = href("/c/:community/meetings/:meetingId/rounds/:roundId/papers", params)
  const { intent } = read.value
  return reply(
    context,
    result,
    ({ toPrint }) => `${own}?${new URLSearchParams({ done: intent, print: toPrint.join(",") })}`,
    read.form,
  )
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `纸票 - ${loaderData?.head.meetingTitle ?? ""} - ${loaderData?.community ?? ""}议事驿站` },
]

/** 纸票 of one round: handed out, taken in, exchanged, accounted for. */
export default function Papers({ loaderData, actionData }: Route.ComponentProps) {
  const { params, head, out, settled, mayGet, votedOnTablet, said, toPrint } = loaderData
  const form = useKeptAnswer(actionData)?.form
  useLive(params.community, [`meeting:${params.meetingId}`, `meeting:${params.meetingId}:counts`])
  const sheets = href("/c/:community/meetings/:meetingId/rounds/:roundId/sheets", params)
  const isIssuing = head.isOpen && !head.hasEnded && head.means === "ballots"
  return (
    <Page
      title="纸票"
      lead={`${head.matter}，${head.manner}，${head.stateName}`}
      crumbs={[{ label: head.meetingTitle, to: backOf(head.isChair, params) }, { label: "纸票" }]}
      actions={
        <>
          {out.length > 0 ? <PrintPaper intent="printBallotPapers">打印在外面的{out.length}张</PrintPaper> : null}
          <PrintPaper intent="printCountSheet">打印计票单</PrintPaper>
        </>
      }
      summary={
        <>
          <ErrorSummary form={form} />
          {said && !form ? (
            <Note kind="ok" live title={said}>
              {toPrint ? (
                <div className="row">
                  <PrintPaper kind="main" intent="printBallotPapers" serials={toPrint}>
                    打印第{toPrint.replaceAll(",", "、")}号
                  </PrintPaper>
                </div>
              ) : null}
            </Note>
          ) : null}
        </>
      }
    >
      <Columns aside={<RoundOfficers head={head} form={form} />}>
        <CountMatter head={head} />
        <PaperBalance head={head} />
        {head.isOpen && head.hasEnded && head.progress.sheets > 0 ? (
          <Note kind="act" title={`投票已停止，要读的票${head.progress.sheets}张，两遍读完${head.progress.read}张`}>
            <div className="row">
              <ButtonLink kind="main" to={sheets}>
                读票和核对
              </ButtonLink>
            </div>
          </Note>
        ) : null}
        {head.isOpen ? <PapersOut out={out} hasEnded={head.hasEnded} secret={head.secret} form={form} /> : null}
        {isIssuing && head.progress.returned > 0 ? (
          <p className="soft">票收齐以后，请主持人在主持台停止投票，再读票。</p>
        ) : null}
        {isIssuing ? <PapersToIssue mayGet={mayGet} mayFallBack={head.mayFallBack} form={form} /> : null}
        {head.isOpen ? <PaperDuplicate votedOnTablet={votedOnTablet} secret={head.secret} form={form} /> : null}
        {settled.length > 0 ? (
          <Sheet title="已经有下落的票">
            <ul className="paper-settled">
              {settled.map(paper => (
                <li key={paper.serial}>
                  第{paper.serial}号　{paper.name}　<b>{paper.stateName}</b>
                  {paper.mayReopen ? <Reopen {...paper} /> : null}
                </li>
              ))}
            </ul>
          </Sheet>
        ) : null}
      </Columns>
    </Page>
  )
}

/** Harmless while nothing was read, and rare. */
const Reopen = ({ serial }: { serial: number }) => (
  <Form method="post" preventScrollReset>
    <input type="hidden" name="intent" value="reopen" />
    <Button kind="link" name="serial" value={String(serial)} aria-label={`第${serial}号登记错了，改回在外面`}>
      登记错了
    </Button>
  </Form>
)

/** The chair goes back to the console, everyone else to the desk. */
const backOf = (isChair: boolean, params: { community: string; meetingId: string }) =>
  isChair
    ? href("/c/:community/meetings/:meetingId/console", params)
    : href("/c/:community/meetings/:meetingId/desk", params)
