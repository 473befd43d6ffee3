import { href, Link } from "react-router"
import { ClaimPageForm, doClaimForm } from "~/followup/claims/claim-page-form"
import { readClaim } from "~/followup/claims/views"
import { ClaimForms } from "~/followup/parts/ClaimForms"
import { ClaimBadge } from "~/followup/parts/ProjectRows"
import { Log } from "~/registry/parts/Log"
import { readTimeline } from "~/registry/timeline"
import { ButtonLink } from "~/ui/Button"
import { ErrorSummary } from "~/ui/ErrorSummary"
import { Facts } from "~/ui/Facts"
import { Note } from "~/ui/Note"
import { Page } from "~/ui/Page"
import { Sheet } from "~/ui/Sheet"
import { appContext, serverContext } from "~/web/context"
import { invalid, orThrow, readForm, reply } from "~/web/forms"
import type { Route } from "./+types/claim"

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  const claim = orThrow(context, await readClaim(ctx, params.claimId))
  const words = context.get(serverContext).auditWords
  return {
    claim,
    timeline: await readTimeline(ctx, words, [{ kind: "claim", ids: [claim.claimId] }]),
    done: doneWords[url.searchParams.get("done") ?? ""] ?? "",
    community: ctx.community.name,
  }
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const read = await readForm(request, ClaimPageForm)
  if (!read.ok) return invalid(context, read)
  const result = await doClaimForm(context.get(appContext), params.claimId, read.value)
  return reply(context, result, `${href("/c/:community/claims/:claimId", params)}?done=${read.value.intent}`, read.form)
}

const doneWords: Record<string, string> = {
  report: "进展已记下。",
  finish: "项目已完成。",
  end: "认领已终止，这件心愿又可以认领了。",
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${loaderData?.claim.need?.title ?? "项目"} - ${loaderData?.community ?? ""}议事驿站` },
]

export default function Claim({ loaderData, actionData, params }: Route.ComponentProps) {
  const { claim, timeline, done } = loaderData
  const { community } = params
  const form = actionData?.form
  const need = claim.need
  const issueTo = need ? href("/c/:community/issues/:issueId", { community, issueId: need.issueId }) : ""
  return (
    <Page
      title={need?.title ?? claim.content}
      lead={<ClaimBadge claim={claim} />}
      crumbs={[{ label: "双向认领", to: href("/c/:community/claims", params) }, { label: claim.number }]}
      summary={
        <>
          <ErrorSummary form={form} />
          {done && !form ? <Note kind="ok" live title={done} /> : null}
          {claim.toAnswer ? (
            <Note kind="act" title="心愿已经实现，请答复提出人">
              <p>答复了提出人，这件心愿才算办结。</p>
              <p>
                <ButtonLink kind="go" to={issueTo}>
                  去写办结答复
                </ButtonLink>
              </p>
            </Note>
          ) : null}
        </>
      }
    >
      <div className="stack-l">
        <Sheet title="项目">
          <Facts
            items={[
              { label: "编号", value: claim.number },
              {
                label: "需求",
                value: need ? claim.mayReadNeed ? <Link to={issueTo}>{need.title}</Link> : need.title : null,
                note: need?.number,
              },
              {
                label: "资源",
                value: claim.resource ? (
                  <Link
                    to={href("/c/:community/resources/:resourceId", {
                      community,
                      resourceId: claim.resource.resourceId,
                    })}
                  >
                    {claim.resource.label}
                  </Link>
                ) : null,
                note: claim.resource?.number,
              },
              { label: "认领单位", value: claim.claimant },
              { label: "怎么办", value: claim.content },
              { label: "认领", value: claim.claimed },
              {
                label: "时限",
                value: claim.due,
                note: claim.daysLate > 0 ? `已逾期${claim.daysLate}天` : null,
              },
              { label: "进度", value: claim.progress ? <span className="prewrap">{claim.progress}</span> : null },
              { label: "完成", value: claim.done },
              { label: "终止原因", value: claim.endReason },
            ]}
          />
        </Sheet>
        {claim.canMove ? <ClaimForms claim={claim} form={form} /> : null}
        <Log entries={timeline} />
      </div>
    </Page>
  )
}
