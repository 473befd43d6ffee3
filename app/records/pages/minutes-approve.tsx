import { href } from "react-router"
import { z } from "zod"
import { refuse } from "~/law/result"
import { approveMinutes } from "~/records/minutes"
import { speakProblems } from "~/records/page-words"
import { ApprovalCheck } from "~/records/parts/ApprovalCheck"
import { MinutesText } from "~/records/parts/MinutesText"
import { readMinutesView } from "~/records/views"
import { ErrorSummary } from "~/ui/ErrorSummary"
import { Note } from "~/ui/Note"
import { Page } from "~/ui/Page"
import { appContext } from "~/web/context"
import { invalid, orThrow, readForm, reply } from "~/web/forms"
import type { Route } from "./+types/minutes-approve"

const ApproveForm = z.object({ version: z.coerce.number().int() })

export async function loader({ context, params }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  const view = orThrow(context, await readMinutesView(ctx, params.meetingId))
  if (!view.paper) throw orThrow(context, refuse("not_found"))
  if (!view.can.approve)
    throw orThrow(
      context,
      view.paper.state === "approved" ? refuse("already_approved", { status: 409 }) : refuse("forbidden"),
    )
  const { facts, meeting, paper } = view
  return {
    facts,
    meeting,
    version: paper.version,
    problems: speakProblems(context, paper.problems),
    substituted: paper.substituted,
    unwritten: view.confirmations.unwritten,
    community: ctx.community.name,
  }
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const read = await readForm(request, ApproveForm)
  if (!read.ok) return invalid(context, read)
  const result = await approveMinutes(context.get(appContext), params.meetingId, read.value.version)
  return reply(context, result, `${href("/c/:community/records/:meetingId/minutes", params)}?done=approved`, read.form)
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `核准会议纪要 - ${loaderData?.community ?? ""}议事驿站` },
]

export default function MinutesApprove({ loaderData, actionData, params }: Route.ComponentProps) {
  const { facts, meeting, version, problems, substituted, unwritten } = loaderData
  const back = href("/c/:community/records/:meetingId/minutes", params)
  return (
    <Page
      title="核准会议纪要"
      lead={meeting}
      crumbs={[
        { label: "文书", to: href("/c/:community/records", params) },
        { label: "会议纪要", to: back },
        { label: "核准" },
      ]}
      summary={<ErrorSummary form={actionData?.form} />}
    >
      <div className="stack-l">
        <MinutesText facts={facts} />
        {unwritten.length > 0 ? (
          <Note kind="warn" title="会上确认过以前的纪要，这份纪要里还没有写">
            {unwritten.map(sentence => (
              <p key={sentence}>{sentence}</p>
            ))}
            <p>核准以后不能再补。要写的，请先回到会议纪要，由记录人写进开头。</p>
          </Note>
        ) : null}
        <ApprovalCheck
          version={version}
          paper="会议纪要"
          problems={problems}
          substituted={substituted}
          previewTo={href("/c/:community/records/:meetingId/minutes/preview.pdf", params)}
          back={back}
        />
      </div>
    </Page>
  )
}
