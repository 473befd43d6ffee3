import { href } from "react-router"
import { readFollowCode } from "~/intake/follow-codes"
import { MoveForm, moveAsPressed } from "~/intake/issue-moves"
import { readIssue } from "~/intake/issue-views"
import { AnswerForm } from "~/intake/parts/AnswerForm"
import type { FollowAddress } from "~/intake/parts/FollowCode"
import { IssueAside } from "~/intake/parts/IssueAside"
import { IssueNextStep } from "~/intake/parts/IssueNextStep"
import { StateBadge } from "~/intake/parts/LedgerTable"
import { MergedInto, MergedIssues } from "~/intake/parts/MergedIssues"
import { RatingForm, ReopenForm } from "~/intake/parts/RatingForm"
import { RescheduleForm } from "~/intake/parts/RescheduleForm"
import { SupportForm } from "~/intake/parts/SupportForm"
import { triageNames } from "~/intake/rules"
import { civilDateOf, formatDate } from "~/law/civil-date"
import { may } from "~/people/permissions"
import { Log } from "~/registry/parts/Log"
import { readTimeline } from "~/registry/timeline"
import { Badge } from "~/ui/Badge"
import { ButtonLink } from "~/ui/Button"
import { ErrorSummary } from "~/ui/ErrorSummary"
import { Columns, Page, Segments } from "~/ui/Page"
import { Sheet } from "~/ui/Sheet"
import { appContext, requestContext, serverContext } from "~/web/context"
import { invalid, orThrow, readForm, reply } from "~/web/forms"
import { originForOthers } from "~/web/origin"
import type { Route } from "./+types/issue"

export async function loader({ params, context }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  const issue = orThrow(context, await readIssue(ctx, params.issueId))
  const words = context.get(serverContext).auditWords
  return {
    issue,
    timeline: await readTimeline(ctx, words, [{ kind: "issue", ids: [issue.id] }]),
    follow: followAddressOf(
      issue.followCode,
      params.community,
      originForOthers(ctx.publicOrigin, context.get(requestContext).origin),
    ),
    mayMakeTopic: may(ctx.actor, "topic:edit"),
    today: civilDateOf(ctx.now()),
    community: ctx.community.name,
  }
}

/** Where the proposer follows his issue. */
function followAddressOf(code: string | null, community: string, origin: string | null): FollowAddress | null {
  if (!code) return null
  const path = `/c/${community}/board/follow/${readFollowCode(code)}`
  return { code, url: origin ? `${origin}${path}` : null }
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const read = await readForm(request, MoveForm)
  if (!read.ok) return invalid(context, read)
  const moved = await moveAsPressed(context.get(appContext), params.issueId, read.value)
  return reply(context, moved, href("/c/:community/issues/:issueId", params), read.form)
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${loaderData?.issue.title ?? "问题"} - ${loaderData?.community ?? ""}议事驿站` },
]

export default function IssuePage({ loaderData, actionData, params }: Route.ComponentProps) {
  const { issue, timeline, follow, mayMakeTopic, today } = loaderData
  const { community } = params
  const form = actionData?.form
  return (
    <Page
      title={issue.title}
      crumbs={[{ label: "问题台账", to: href("/c/:community/issues", params) }, { label: issue.number }]}
      lead={
        <>
          <StateBadge state={issue.state} />{" "}
          {issue.daysLate > 0 ? <Badge kind="late">逾期{issue.daysLate}天</Badge> : null}{" "}
          <Segments
            items={[
              issue.mergedInto ? "已并入" : null,
              issue.triage ? triageNames[issue.triage] : null,
              `${issue.reporterName || "居民"}${formatDate(issue.reportedOn)}提出`,
              `${issue.supporterCount}人反映`,
            ]}
          />
        </>
      }
      actions={
        <>
          <ButtonLink to={`/c/${community}/matters/${issue.id}`}>全过程</ButtonLink>
          {issue.canAnswer || issue.canRate ? (
            <ButtonLink to={`/c/${community}/issues/${issue.id}/satisfaction-form`}>满意度评议表</ButtonLink>
          ) : null}
          {issue.canMerge ? (
            <ButtonLink to={href("/c/:community/issues/:issueId/merge", params)}>并案</ButtonLink>
          ) : null}
          {issue.canEdit ? <ButtonLink to={href("/c/:community/issues/:issueId/edit", params)}>修改</ButtonLink> : null}
        </>
      }
      summary={<ErrorSummary form={form} />}
    >
      <Columns aside={<IssueAside issue={issue} follow={follow} />}>
        <IssueNextStep issue={issue} params={params} mayMakeTopic={mayMakeTopic} />
        <MergedInto issue={issue} community={community} form={form} />
        <Sheet title="居民怎么说">
          <p className="quote">{issue.content}</p>
        </Sheet>
        <MergedIssues issue={issue} community={community} form={form} />
        <Log title="来龙去脉" entries={timeline} />
        {issue.canAnswer ? <AnswerForm form={form} merged={issue.merged.length} /> : null}
        {issue.canReschedule ? <RescheduleForm issue={issue} form={form} /> : null}
        {issue.canRate ? <RatingForm form={form} /> : null}
        {issue.canReopen ? <ReopenForm form={form} /> : null}
        {issue.canSupport ? <SupportForm form={form} today={today} /> : null}
      </Columns>
    </Page>
  )
}
