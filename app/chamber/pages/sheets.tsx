import { href } from "react-router"
import { pressOnSheets, readSheetsPage, SheetsForm } from "~/chamber/paper/sheets-page"
import { CountMatter } from "~/chamber/parts/CountMatter"
import { SheetReading } from "~/chamber/parts/SheetReading"
import { ButtonLink } from "~/ui/Button"
import { Empty } from "~/ui/Empty"
import { ErrorSummary } from "~/ui/ErrorSummary"
import { Note } from "~/ui/Note"
import { Page } from "~/ui/Page"
import { appContext } from "~/web/context"
import { invalid, orThrow, readForm, reply } from "~/web/forms"
import { useKeptAnswer, useLive } from "~/web/live-client"
import type { Route } from "./+types/sheets"

export async function loader({ params, url, context }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  const view = orThrow(context, await readSheetsPage(ctx, params))
  return { ...view, params, said: saidOf(url.searchParams.get("done") ?? ""), community: ctx.community.name }
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const read = await readForm(request, SheetsForm)
  if (!read.ok) return invalid(context, read)
  const result = await pressOnSheets(context.get(appContext), params.roundId, read.value)
  const own = href("/c/:community/meetings/:meetingId/rounds/:roundId/sheets", params)
  return reply(context, result, done => `${own}?done=${done.read}:${done.agrees}:${done.differs.join(",")}`, read.form)
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `读票和核对 - ${loaderData?.head.meetingTitle ?? ""} - ${loaderData?.community ?? ""}议事驿站` },
]

/** What became of the sheets just sent: so many read, so many alike, which differed. */
function saidOf(done: string): { ok: string; differs: string } | null {
  const found = /^(\d{1,4}):(\d{1,4}):([\d,]{0,200})$/.exec(done)
  if (!found) return null
  const [, read, agrees, differs = ""] = found
  const parts = [
    Number(read) > 0 ? `第一遍读了${read}张，等另一个人核对。` : "",
    Number(agrees) > 0 ? `${agrees}张两遍读得一致，已计入。` : "",
  ]
  return {
    ok: parts.join(""),
    differs: differs ? `第${differs.split(",").join("、")}张与第一遍读的不一样，两遍都不作数，请重新读两遍。` : "",
  }
}

/** 读票 and 核对: each sheet by two people, the second without seeing what the first read. */
export default function Sheets({ loaderData, actionData }: Route.ComponentProps) {
  const { params, head, marks, unread, unreadCount, toCheck, toCheckCount, ownCount, said } = loaderData
  const form = useKeptAnswer(actionData)?.form
  useLive(params.community, [`meeting:${params.meetingId}`, `meeting:${params.meetingId}:counts`])
  const papers = href("/c/:community/meetings/:meetingId/rounds/:roundId/papers", params)
  const { sheets, read } = head.progress
  const isReading = head.isOpen && head.hasEnded
  const reading = { secret: head.secret, marks, several: head.seats > 1 && head.options !== null, form }
  return (
    <Page
      title="读票和核对"
      lead={`${head.matter}，${head.manner}：要读${sheets}张，两遍读完${read}张`}
      crumbs={[{ label: head.meetingTitle }, { label: "纸票", to: papers }, { label: "读票" }]}
      summary={
        <>
          <ErrorSummary form={form} />
          {said && !form ? (
            <Note kind={said.differs ? "warn" : "ok"} live title={said.ok || "两遍读得不一样。"}>
              {said.differs ? <p>{said.differs}</p> : null}
            </Note>
          ) : null}
        </>
      }
    >
      <div className="stack-l">
        <CountMatter head={head} />
        {head.secret && isReading ? (
          <Note>开箱以后打乱次序，用铅笔在票上从1编号，再照号读。票上不能有姓名和存根。</Note>
        ) : null}
        {isReading ? (
          <>
            <SheetReading intent="check" rows={toCheck} total={toCheckCount} {...reading} />
            <SheetReading intent="read" rows={unread} total={unreadCount} {...reading} />
            {unreadCount + toCheckCount > 0 ? null : ownCount > 0 ? (
              <Empty title={`您读的${ownCount}张等另一个人核对`}>
                <p>请换一个账号登录，把票再读一遍。</p>
              </Empty>
            ) : (
              <Empty title={sheets > 0 ? "票都读完了，两遍一致" : "没有要读的票"}>
                <ButtonLink kind="main" to={papers}>
                  回到纸票
                </ButtonLink>
              </Empty>
            )}
          </>
        ) : (
          <Empty title={head.isOpen ? "还没有停止投票，不能读票" : "这次表决已经结束"}>
            <ButtonLink to={papers}>回到纸票</ButtonLink>
          </Empty>
        )}
      </div>
    </Page>
  )
}
