import { href } from "react-router"
import { z } from "zod"
import { editionKinds } from "#db/schema/records"
import { readNotices } from "~/records/notice-views"
import { EditionRows, NoticeRows, ToDraftRows } from "~/records/parts/NoticeRows"
import { draftEdition } from "~/records/public-editions"
import { Empty } from "~/ui/Empty"
import { ErrorSummary } from "~/ui/ErrorSummary"
import { Page } from "~/ui/Page"
import { Tabs } from "~/ui/Tabs"
import { appContext } from "~/web/context"
import { invalid, orThrow, readForm, reply } from "~/web/forms"
import type { Route } from "./+types/notices"

const DraftForm = z.object({
  intent: z.literal("draft"),
  kind: z.enum(editionKinds),
  subjectId: z.string(),
})

export async function loader({ context, url }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  const notices = orThrow(context, await readNotices(ctx))
  return { notices, showsPast: url.searchParams.has("past"), community: ctx.community.name }
}

/** Draws up the public edition of an approved resolution or a convened meeting; also from the resolution's own page. */
export async function action({ request, context, params }: Route.ActionArgs) {
  const read = await readForm(request, DraftForm)
  if (!read.ok) return invalid(context, read)
  return reply(
    context,
    await draftEdition(context.get(appContext), read.value),
    ({ editionId, isNew }) => {
      const to = href("/c/:community/notices/editions/:editionId", { community: params.community, editionId })
      return isNew ? `${to}?done=draft` : to
    },
    read.form,
  )
}

export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: `公示 - ${loaderData?.community ?? ""}议事驿站` }]

export default function Notices({ loaderData, actionData, params }: Route.ComponentProps) {
  const { notices, showsPast } = loaderData
  const { community } = params
  const here = href("/c/:community/notices", params)
  const now = [notices.toDraft, notices.waiting, notices.toPost, notices.hanging].flat().length
  return (
    <Page
      title="公示"
      lead="协商结果和会议公告：按规则遮盖，另一个人核对放行，才能打印和张贴。"
      summary={<ErrorSummary form={actionData?.form} />}
    >
      <div className="stack-l">
        <Tabs
          label="公示"
          items={[
            { to: here, label: "正在办", count: now, current: !showsPast },
            { to: `${here}?past`, label: "已取下", count: notices.past.length, current: showsPast },
          ]}
        />
        {showsPast ? (
          <NoticeRows title="已取下的公示" rows={notices.past} community={community} />
        ) : (
          <>
            <NoticeRows title="正在公示" rows={notices.hanging} community={community} />
            <EditionRows title="等待核对放行" rows={notices.waiting} community={community} action="去核对" />
            <EditionRows title="已放行，等待张贴" rows={notices.toPost} community={community} action="去打印和张贴" />
            <ToDraftRows rows={notices.toDraft} mayDraft={notices.mayDraft} />
          </>
        )}
        {(showsPast ? notices.past.length : now) === 0 ? (
          <Empty title={showsPast ? "还没有取下的公示" : "现在没有要公示的"}>
            决议核准以后，在这里起草公示版；会议通知发出以后，也可以在这里起草会议公告。
          </Empty>
        ) : null}
      </div>
    </Page>
  )
}
