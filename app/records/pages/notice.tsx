import { href } from "react-router"
import { refuse } from "~/law/result"
import { may } from "~/people/permissions"
import { todayOf } from "~/records/edition-views"
import { actOnNotice, NoticeForm } from "~/records/notice-forms"
import { readNoticeView } from "~/records/notice-views"
import { HungSheets } from "~/records/parts/HungSheets"
import { NoticeObjections } from "~/records/parts/NoticeObjections"
import { NoticePeriod } from "~/records/parts/NoticePeriod"
import { NoticePhotos } from "~/records/parts/NoticePhotos"
import { NoticeBadge } from "~/records/parts/NoticeRows"
import { Log } from "~/registry/parts/Log"
import { photoMegabytes } from "~/registry/photos"
import { readTimeline } from "~/registry/timeline"
import { ButtonLink } from "~/ui/Button"
import { ErrorSummary } from "~/ui/ErrorSummary"
import { Facts } from "~/ui/Facts"
import { Note } from "~/ui/Note"
import { Columns, Page } from "~/ui/Page"
import { Sheet } from "~/ui/Sheet"
import { appContext, serverContext } from "~/web/context"
import { invalid, orThrow, readForm, reply } from "~/web/forms"
import type { Route } from "./+types/notice"

const doneWords: Record<string, string> = {
  post: "已登记张贴。现在印的公示上带公示期，可以回到公示版重新印一份换上。",
  photo: "照片已收下。",
  show: "这张照片可以在公示页上看到了。",
  hide: "这张照片不再公开。",
  end: "已登记取下。",
  objection: "已记下这条异议。请把查询码告诉提出的人，并在期限前答复。",
  answer: "已登记答复，凭查询码可以看到。",
}

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  const notice = orThrow(context, await readNoticeView(ctx, params.noticeId))
  const subjects = [{ kind: "notice" as const, ids: [notice.noticeId] }]
  const mayReadLog = may(ctx.actor, "audit:read")
  return {
    notice,
    timeline: mayReadLog ? await readTimeline(ctx, context.get(serverContext).auditWords, subjects) : [],
    done: doneWords[url.searchParams.get("done") ?? ""] ?? "",
    today: todayOf(ctx),
    community: ctx.community.name,
  }
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const ctx = context.get(appContext)
  // A megabyte more than allowed, so that a photo just too large is told so beside its field.
  const read = await readForm(request, NoticeForm, { fileMegabytes: photoMegabytes + 1, files: 1 })
  if (!read.ok && read.refusal.code === "body_too_large")
    return reply(
      context,
      refuse("photo_too_large", { field: "photo", megabytes: photoMegabytes, status: 413 }),
      "",
      read.form,
    )
  if (!read.ok) return invalid(context, read)
  const { result, part } = await actOnNotice(ctx, params.noticeId, read.value, read.files[0]?.bytes)
  const here = href("/c/:community/notices/:noticeId", params)
  return reply<unknown>(context, result, `${here}?done=${read.value.intent}#${part}`, read.form)
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${loaderData?.notice.title ?? "公示"} - ${loaderData?.community ?? ""}议事驿站` },
]

/** A posted notice: its period, the picture of the board, objections and their answers. */
export default function NoticePage({ loaderData, actionData, params }: Route.ComponentProps) {
  const { notice, timeline, done, today } = loaderData
  const form = actionData?.form
  return (
    <Page
      title={notice.title}
      lead={<NoticeBadge row={notice} />}
      crumbs={[{ label: "公示", to: href("/c/:community/notices", params) }, { label: notice.number }]}
      actions={
        <ButtonLink
          to={href("/c/:community/notices/editions/:editionId", {
            community: params.community,
            editionId: notice.editionId,
          })}
        >
          看公示版
        </ButtonLink>
      }
      summary={
        <>
          <ErrorSummary form={form} />
          {done && !form ? <Note kind="ok" live title={done} /> : null}
        </>
      }
    >
      <Columns
        aside={
          <>
            <NoticePeriod notice={notice} today={today} form={form} />
            <HungSheets
              sheets={notice.hung}
              to={documentId =>
                href("/c/:community/documents/:documentId", { community: params.community, documentId })
              }
            />
          </>
        }
      >
        <NoticeObjections notice={notice} form={form} />
        <NoticePhotos notice={notice} community={params.community} form={form} />
        <Sheet title="公示的文字">
          <Facts className="notice-text" items={notice.lines.map(({ label, text }) => ({ label, value: text }))} />
        </Sheet>
        <Log entries={timeline} />
      </Columns>
    </Page>
  )
}
