import { Form, href, redirect } from "react-router"
import { z } from "zod"
import { refuse } from "~/law/result"
import { releasePollAnnouncement, sendPollAnnouncement } from "~/polling/announcement-release"
import { filePollPaper, isPollPaper, type PollPaperKey, readPollPaper } from "~/polling/papers"
import { AnnouncementRelease } from "~/polling/parts/AnnouncementRelease"
import { FiledSheets } from "~/polling/parts/FiledSheets"
import { SheetPreview } from "~/polling/parts/SheetPreview"
import { Button, ButtonLink } from "~/ui/Button"
import { ErrorSummary } from "~/ui/ErrorSummary"
import { Note } from "~/ui/Note"
import { Columns, Page } from "~/ui/Page"
import { Sheet } from "~/ui/Sheet"
import { appContext } from "~/web/context"
import { invalid, orThrow, readForm, reply } from "~/web/forms"
import type { Route } from "./+types/poll-paper"

const PaperForm = z.object({
  /** Empty to print; an announcement is sent and released before. */
  intent: z.enum(["", "send", "release"]).default(""),
  factsHash: z.string().max(64).default(""),
})

export async function loader({ context, params }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  const { pollId, paper } = params
  if (!isPollPaper(paper)) throw orThrow(context, refuse("not_found"))
  return { ...orThrow(context, await readPollPaper(ctx, { pollId, paper })), community: ctx.community.name }
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const { community, pollId, paper } = params
  const read = await readForm(request, PaperForm)
  if (!read.ok) return invalid(context, read)
  if (!isPollPaper(paper)) throw orThrow(context, refuse("not_found"))
  const { intent, factsHash } = read.value
  if (intent !== "") {
    const ctx = context.get(appContext)
    const acted =
      intent === "send"
        ? await sendPollAnnouncement(ctx, { pollId })
        : await releasePollAnnouncement(ctx, { pollId, factsHash })
    return reply(context, acted, href("/c/:community/polls/:pollId/papers/:paper", params), read.form)
  }
  const filed = await filePollPaper(context.get(appContext), { pollId, paper })
  if (!filed.ok) return reply(context, filed, "", read.form)
  const { document, jobId } = filed.value
  if (jobId !== undefined) return redirect(href("/c/:community/documents/making/:jobId", { community, jobId }), 303)
  return redirect(href("/c/:community/documents/:documentId", { community, documentId: `${document.id}.pdf` }), 303)
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${loaderData?.name ?? ""} - ${loaderData?.title ?? ""} - ${loaderData?.community ?? ""}议事驿站` },
]

/** The paper as it would be filed, beside the button that files it. */
export default function PollPaper({ loaderData: view, actionData, params }: Route.ComponentProps) {
  const poll = href("/c/:community/polls/:pollId", params)
  const { release } = view
  const from = cameFrom(view.paper, `${poll}/`)
  const preview = href("/c/:community/polls/:pollId/papers/:paper/preview.pdf", params)
  return (
    <Page
      title={view.name}
      lead={view.whole}
      crumbs={[
        { label: "书面表决", to: href("/c/:community/polls", params) },
        { label: view.title, to: poll },
        { label: view.name },
      ]}
      summary={<ErrorSummary form={actionData?.form} />}
    >
      <div className="paper-desk">
        <Columns aside={<SheetPreview name={view.name} address={preview} />}>
          <div className="stack-l">
            <Sheet title="打印并归档">
              <p>{words(view)}</p>
              {view.isLong ? <Note>页数多，在后台生成，做好以后可以打开。预览只画前面的300张。</Note> : null}
              {release && release.state !== "released" ? (
                <>
                  <AnnouncementRelease release={release} />
                  <p className="row">
                    <ButtonLink to={from.to}>{from.label}</ButtonLink>
                  </p>
                </>
              ) : (
                <Form method="post" reloadDocument>
                  {release ? <p>{release.by}已核对放行。</p> : null}
                  <p className="row">
                    <Button kind="main">打印并归档</Button>
                    <ButtonLink to={from.to}>{from.label}</ButtonLink>
                  </p>
                </Form>
              )}
              <p className="small soft">内容没有变的，打开原来归档的那一份；变了的，存成新的一版。</p>
            </Sheet>
            <FiledSheets filed={view.filed} community={params.community} />
          </div>
        </Columns>
      </div>
    </Page>
  )
}

function words({ paper, count, copies }: { paper: PollPaperKey; count: number; copies: number }): string {
  if (paper === "announcement") return "公布的人数、面积和条款，不写业主姓名和房号。计票人、监票人签字，盖章以后张贴。"
  if (paper === "register") return `共${count}行，随票带上，当面签字；收回以后再打印一次，登记就是全的。`
  if (copies > 0) return `票面都一样，不印编号和姓名。打印这一张，复印${copies}份，盖章后使用。`
  return `共${count}张，一人一张，A4纸一页一张。盖章后按票册送达。`
}

function cameFrom(paper: PollPaperKey, at: string): { to: string; label: string } {
  if (paper === "announcement") return { to: `${at}result`, label: "回到计票结果" }
  if (paper === "register") return { to: `${at}roll`, label: "回到票册" }
  return { to: `${at}papers`, label: "回到表决票" }
}
