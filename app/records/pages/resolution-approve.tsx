import { href } from "react-router"
import { z } from "zod"
import { refuse } from "~/law/result"
import { speakProblems } from "~/records/page-words"
import { ApprovalCheck } from "~/records/parts/ApprovalCheck"
import { ResolutionText } from "~/records/parts/ResolutionText"
import { approveResolution } from "~/records/resolutions"
import { readResolutionView } from "~/records/views"
import { ErrorSummary } from "~/ui/ErrorSummary"
import { Page } from "~/ui/Page"
import { appContext } from "~/web/context"
import { invalid, orThrow, readForm, reply } from "~/web/forms"
import type { Route } from "./+types/resolution-approve"

const ApproveForm = z.object({ version: z.coerce.number().int() })

export async function loader({ context, params }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  const view = orThrow(context, await readResolutionView(ctx, params))
  if (!view.can.approve)
    throw orThrow(
      context,
      view.paper.state === "approved" ? refuse("already_approved", { status: 409 }) : refuse("forbidden"),
    )
  const { facts, title, paper } = view
  return {
    facts,
    title,
    version: paper.version,
    problems: speakProblems(context, paper.problems),
    substituted: paper.substituted,
    community: ctx.community.name,
  }
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const read = await readForm(request, ApproveForm)
  if (!read.ok) return invalid(context, read)
  const result = await approveResolution(context.get(appContext), params, read.value.version)
  const to = `${href("/c/:community/records/:meetingId/resolutions/:roundId", params)}?done=approved`
  return reply(context, result, to, read.form)
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `核准决议 - ${loaderData?.community ?? ""}议事驿站` },
]

export default function ResolutionApprove({ loaderData, actionData, params }: Route.ComponentProps) {
  const { facts, title, version, problems, substituted } = loaderData
  const back = href("/c/:community/records/:meetingId/resolutions/:roundId", params)
  return (
    <Page
      title="核准决议"
      lead={title}
      crumbs={[
        { label: "文书", to: href("/c/:community/records", params) },
        { label: title, to: back },
        { label: "核准" },
      ]}
      summary={<ErrorSummary form={actionData?.form} />}
    >
      <div className="stack-l">
        <ResolutionText facts={facts} />
        <ApprovalCheck
          version={version}
          paper="决议"
          problems={problems}
          substituted={substituted}
          previewTo={href("/c/:community/records/:meetingId/resolutions/:roundId/preview.pdf", params)}
          back={back}
        />
      </div>
    </Page>
  )
}
