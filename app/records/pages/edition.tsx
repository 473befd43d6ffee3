import { href } from "react-router"
import { may } from "~/people/permissions"
import { actOnEdition, EditionForm } from "~/records/edition-forms"
import { readEditionView, todayOf } from "~/records/edition-views"
import { EditionAside } from "~/records/parts/EditionAside"
import { EditionSpots } from "~/records/parts/EditionSpots"
import { EditionTexts } from "~/records/parts/EditionTexts"
import { Log } from "~/registry/parts/Log"
import { readTimeline } from "~/registry/timeline"
import { ErrorSummary } from "~/ui/ErrorSummary"
import { Note } from "~/ui/Note"
import { Columns, Page } from "~/ui/Page"
import { appContext, serverContext } from "~/web/context"
import { invalid, orThrow, readForm, reply } from "~/web/forms"
import type { Route } from "./+types/edition"

const doneWords: Record<string, string> = {
  draft: "已起草公示版，并按规则遮盖。请对照看一遍，再请另一个人核对放行。",
  mark: "已改好这一处。",
  keep: "已改好这一处。",
  mask: "已遮盖。",
  release: "已放行并编号，文字不再改动。接下来可以印成PDF、张贴和登记。",
  sendBack: "已退回，起草的人会看到您写的意见。",
  withdraw: "已撤回，印出的公示同时失效。需要的话请重新起草。",
  print: "PDF已在“已印的公示”里，可以打开和打印。",
  printPoster: "大字版PDF已在“已印的公示”里，请用A3纸打印。",
}

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  const edition = orThrow(context, await readEditionView(ctx, params.editionId))
  const subjects = [{ kind: "publicEdition" as const, ids: [edition.id] }]
  const mayReadLog = may(ctx.actor, "audit:read")
  return {
    edition,
    timeline: mayReadLog ? await readTimeline(ctx, context.get(serverContext).auditWords, subjects) : [],
    done: doneWords[url.searchParams.get("done") ?? ""] ?? "",
    today: todayOf(ctx),
    community: ctx.community.name,
  }
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const read = await readForm(request, EditionForm)
  if (!read.ok) return invalid(context, read)
  const result = await actOnEdition(context.get(appContext), params.editionId, read.value)
  const here = href("/c/:community/notices/editions/:editionId", params)
  const { intent } = read.value
  return reply(
    context,
    result,
    ({ noticeId }) =>
      noticeId
        ? `${href("/c/:community/notices/:noticeId", { community: params.community, noticeId })}?done=post`
        : `${here}?done=${intent}`,
    read.form,
  )
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${loaderData?.edition.title ?? "公示版"} - ${loaderData?.community ?? ""}议事驿站` },
]

/** 公示版: what is inside beside what the public reads; worked over by one, released by another. */
export default function EditionPage({ loaderData, actionData, params }: Route.ComponentProps) {
  const { edition, timeline, done, today } = loaderData
  const form = actionData?.form
  return (
    <Page
      title={edition.title}
      lead={[edition.kindName, edition.version > 1 ? `第${edition.version}次起草` : "", edition.number]
        .filter(Boolean)
        .join("，")}
      crumbs={[{ label: "公示", to: href("/c/:community/notices", params) }, { label: "公示版" }]}
      summary={
        <>
          <ErrorSummary form={form} />
          {done && !form ? <Note kind="ok" live title={done} /> : null}
          {edition.reason ? (
            <Note kind="warn" title={edition.state === "withdrawn" ? "这一版已经撤回" : "核对的人退回了这一版"}>
              {edition.reason}
            </Note>
          ) : null}
        </>
      }
    >
      <Columns aside={<EditionAside edition={edition} community={params.community} today={today} form={form} />}>
        <EditionTexts lines={edition.lines} spots={edition.spots} />
        {/* Made anew after each change, so that every field shows what stands now. */}
        <EditionSpots
          key={edition.revision}
          spots={edition.spots}
          revision={edition.revision}
          mayEdit={edition.can.edit}
          form={form}
        />
        <Log entries={timeline} />
      </Columns>
    </Page>
  )
}
