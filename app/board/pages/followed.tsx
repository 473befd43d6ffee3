import { Form, href } from "react-router"
import { z } from "zod"
import { rateFollowed, readFollowed } from "~/board/following"
import { FollowedIssue } from "~/board/parts/FollowedIssue"
import { FollowedObjection } from "~/board/parts/FollowedObjection"
import { FollowReceipt } from "~/board/parts/FollowReceipt"
import { RateFields } from "~/board/parts/RateFields"
import { satisfactionChoices } from "~/board/rules"
import { formatFollowCode, readFollowCode } from "~/intake/follow-codes"
import { civilDateOf } from "~/law/civil-date"
import { ErrorSummary } from "~/ui/ErrorSummary"
import { Page } from "~/ui/Page"
import { appContext, requestContext } from "~/web/context"
import { invalid, orThrow, readForm, reply } from "~/web/forms"
import { originForOthers } from "~/web/origin"
import type { Route } from "./+types/followed"

const RateForm = z.object({
  level: z.enum(satisfactionChoices, "请选一个"),
  comment: z.string().trim().max(500, "最多500个字").default(""),
})

/** The address itself is the key: search engines must not keep it, and no other site learns of it. */
export const headers: Route.HeadersFunction = () => ({ "X-Robots-Tag": "noindex", "Referrer-Policy": "same-origin" })

export async function loader({ params, url, context }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  const { address, origin } = context.get(requestContext)
  const followed = orThrow(context, await readFollowed(ctx, { code: params.code, address }))
  const code = readFollowCode(params.code) ?? ""
  const reach = originForOthers(ctx.publicOrigin, origin)
  return {
    followed,
    code: formatFollowCode(code),
    url: reach && `${reach}${href("/c/:community/board/follow/:code", { ...params, code })}`,
    isNew: url.searchParams.has("sent"),
    isRated: url.searchParams.has("rated"),
    today: civilDateOf(ctx.now()),
    community: { name: ctx.community.name, contactPhone: ctx.community.contactPhone },
  }
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const read = await readForm(request, RateForm)
  if (!read.ok) return invalid(context, read)
  const knock = { code: params.code, address: context.get(requestContext).address }
  const rated = await rateFollowed(context.get(appContext), knock, read.value)
  return reply(context, rated, `${href("/c/:community/board/follow/:code", params)}?rated`, read.form)
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `办得怎样 - ${loaderData?.community.name ?? ""}公示栏` },
  { name: "robots", content: "noindex" },
]

/** What became of a matter, for whoever holds its number. */
export default function Followed({ loaderData, actionData, params }: Route.ComponentProps) {
  const { followed, code, url, isNew, isRated, today, community } = loaderData
  const form = actionData?.form
  const isIssue = followed.kind === "issue"
  return (
    <Page
      title={isIssue ? followed.issue.title : "您提的异议"}
      lead={isIssue ? `您反映的事，${followed.issue.number}` : followed.objection.noticeTitle}
      crumbs={[
        { label: "公示栏", to: href("/c/:community/board", params) },
        { label: "查我反映的事", to: href("/c/:community/board/follow", params) },
        { label: "办得怎样" },
      ]}
      summary={<ErrorSummary form={form} />}
    >
      <div className="followed stack-l">
        {isNew ? <FollowReceipt title={isIssue ? "收到了" : "异议收到了"} code={code} url={url} /> : null}
        {followed.kind === "objection" ? <FollowedObjection objection={followed.objection} /> : null}
        {followed.kind === "issue" ? (
          <FollowedIssue issue={followed.issue} today={today} photosAt={`/c/${params.community}/board/photos/`}>
            {followed.issue.canRate ? (
              <Form method="post">
                <RateFields form={form} />
              </Form>
            ) : null}
          </FollowedIssue>
        ) : null}
        {isRated ? (
          <p className="vh" role="status">
            评价已记下
          </p>
        ) : null}
        <section className="contact" aria-labelledby="talk">
          <h2 id="talk">想当面说</h2>
          {community.contactPhone ? <p>社区电话：{community.contactPhone}</p> : null}
          <p>
            请到{community.name}居民委员会办公室，报上查询码{code}。
          </p>
        </section>
      </div>
    </Page>
  )
}
