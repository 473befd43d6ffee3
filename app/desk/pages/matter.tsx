import { href, redirect } from "react-router"
import { readMatter } from "~/desk/matter"
import { MatterAside } from "~/desk/parts/MatterAside"
import { MatterLife, MatterNext } from "~/desk/parts/MatterLife"
import { readIssue } from "~/intake/issue-views"
import { StateBadge } from "~/intake/parts/LedgerTable"
import { formatDate } from "~/law/civil-date"
import { ButtonLink } from "~/ui/Button"
import { Columns, Page, Segments } from "~/ui/Page"
import { Steps } from "~/ui/Steps"
import { appContext, serverContext } from "~/web/context"
import { orThrow } from "~/web/forms"
import type { Route } from "./+types/matter"

export async function loader({ params, context, url }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  const issue = orThrow(context, await readIssue(ctx, params.issueId))
  // What was merged is told with the issue it was merged into.
  if (issue.mergedInto)
    throw redirect(href("/c/:community/matters/:issueId", { ...params, issueId: issue.mergedInto.id }))
  const matter = orThrow(context, await readMatter(ctx, context.get(serverContext).auditWords, issue))
  const shown = { isOldestFirst: url.searchParams.has("oldest"), isEverything: url.searchParams.has("all") }
  const life = shown.isEverything ? matter.life : matter.life.filter(event => !event.isMinor)
  return {
    ...matter,
    life: shown.isOldestFirst ? life.toReversed() : life,
    shown,
    issue: {
      title: issue.title,
      number: issue.number,
      state: issue.state,
      said: issue.content,
      reportedBy: `${issue.reporterName || "居民"}${formatDate(issue.reportedOn)}提出`,
      voices: issue.supporterCount,
      merged: issue.merged,
      elapsed: issue.elapsedDays,
    },
    community: ctx.community.name,
  }
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${loaderData?.issue.title ?? ""} - 全过程 - ${loaderData?.community ?? ""}议事驿站` },
]

export default function Matter({ loaderData, params }: Route.ComponentProps) {
  const { issue, steps, next, life, shown } = loaderData
  const home = href("/c/:community", { community: params.community })
  return (
    <Page
      title={issue.title}
      crumbs={[{ label: "问题台账", to: `${home}/issues` }, { label: issue.number }]}
      lead={
        <>
          <StateBadge state={issue.state} />{" "}
          <Segments
            items={[
              issue.reportedBy,
              `${issue.voices}人反映`,
              issue.merged.length > 0 ? `已并入${issue.merged.length}条` : null,
              <b key="elapsed">{issue.elapsed === 0 ? "当天的事" : `用时${issue.elapsed}天`}</b>,
            ]}
          />
        </>
      }
      actions={<ButtonLink to={`${home}/issues/${params.issueId}`}>问题登记</ButtonLink>}
    >
      <div className="sheet sheet__body life">
        <Steps items={steps} />
      </div>
      <Columns aside={<MatterAside matter={loaderData} merged={issue.merged} home={home} />}>
        {next ? <MatterNext next={next} home={home} /> : null}
        <MatterLife life={life} said={issue.said} shown={shown} home={home} />
      </Columns>
    </Page>
  )
}
