import { href } from "react-router"
import { z } from "zod"
import { issueConvocation, issueConvocationWord } from "~/convening/convocation"
import { readMeeting } from "~/convening/meeting-reading"
import { MeetingBadge } from "~/convening/parts/MeetingBadge"
import { MeetingDocuments } from "~/convening/parts/MeetingDocuments"
import { MeetingNext } from "~/convening/parts/MeetingNext"
import { AgendaList, MeetingFacts, PeopleList } from "~/convening/parts/MeetingSheets"
import { may } from "~/people/permissions"
import { Log } from "~/registry/parts/Log"
import { readTimeline } from "~/registry/timeline"
import { ButtonLink } from "~/ui/Button"
import { Done } from "~/ui/Done"
import { ErrorSummary } from "~/ui/ErrorSummary"
import { Columns, Page } from "~/ui/Page"
import { appContext, requestContext, serverContext } from "~/web/context"
import { invalid, orThrow, readForm, reply } from "~/web/forms"
import { originForOthers } from "~/web/origin"
import type { Route } from "./+types/meeting"

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  const meeting = orThrow(context, await readMeeting(ctx, params.meetingId))
  const subjects = [{ kind: "meeting" as const, ids: [meeting.id] }]
  const mayReadLog = may(ctx.actor, "audit:read")
  return {
    meeting,
    timeline: mayReadLog ? await readTimeline(ctx, context.get(serverContext).auditWords, subjects) : [],
    hasJustConvened: url.searchParams.has("convened") && meeting.may.issueNotice,
    isReachable: originForOthers(ctx.publicOrigin, context.get(requestContext).origin) !== null,
    community: ctx.community.name,
  }
}

const Printing = z.object({ intent: z.enum(["word"]).optional() })

/** Draws the notice; the same facts give the sheet that is there. */
export async function action({ request, context, params }: Route.ActionArgs) {
  const ctx = context.get(appContext)
  const origin = originForOthers(ctx.publicOrigin, context.get(requestContext).origin)
  const read = await readForm(request, Printing)
  if (!read.ok) return invalid(context, read)
  if (read.value.intent === "word") {
    const word = await issueConvocationWord(ctx, { meetingId: params.meetingId, origin })
    return reply(
      context,
      word,
      ({ document }) => `/c/${params.community}/documents/${document.id}.docx?download`,
      read.form,
    )
  }
  const issued = await issueConvocation(ctx, { meetingId: params.meetingId, origin })
  return reply(context, issued, href("/c/:community/meetings/:meetingId", params), { values: {}, errors: {} })
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${loaderData?.meeting.title ?? "会议"} - ${loaderData?.community ?? ""}议事驿站` },
]

export default function Meeting({ loaderData, actionData, params }: Route.ComponentProps) {
  const { meeting, timeline, hasJustConvened } = loaderData
  const at = (place: string) => `/c/${params.community}/meetings/${meeting.id}/${place}`
  return (
    <Page
      title={meeting.title}
      lead={<MeetingBadge state={meeting.state} />}
      crumbs={[{ label: "会议", to: href("/c/:community/meetings", params) }, { label: meeting.title }]}
      actions={
        <>
          {meeting.may.edit ? <ButtonLink to={at("edit")}>接着填</ButtonLink> : null}
          {meeting.may.cancel ? <ButtonLink to={at("cancel")}>取消会议</ButtonLink> : null}
        </>
      }
      summary={
        actionData?.form ? (
          <ErrorSummary form={actionData.form} />
        ) : hasJustConvened ? (
          <Done title="通知已经发出">
            <p>接下来：印会议通知和签到条，逐一通知代表，在“签到码和通知”里打勾。</p>
          </Done>
        ) : null
      }
    >
      <Columns
        aside={
          <>
            <MeetingFacts meeting={meeting} />
            <MeetingDocuments
              meeting={meeting}
              slips={loaderData.isReachable ? at("slips") : null}
              community={params.community}
            />
          </>
        }
      >
        <MeetingNext meeting={meeting} community={params.community} />
        <AgendaList meeting={meeting} community={params.community} />
        <PeopleList meeting={meeting} />
        <Log entries={timeline} />
      </Columns>
    </Page>
  )
}
