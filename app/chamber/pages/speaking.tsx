import { href } from "react-router"
import { SpeakingDesk } from "~/chamber/parts/SpeakingDesk"
import { SpeakingFigures } from "~/chamber/parts/SpeakingFigures"
import { readSpeakingDesk } from "~/chamber/speaking/speaking-desk"
import { pressOnSpeaking, SpeakingForm } from "~/chamber/speaking/speaking-form"
import { speakingPageOf } from "~/chamber/speaking/speaking-page"
import { ButtonLink } from "~/ui/Button"
import { Empty } from "~/ui/Empty"
import { ErrorSummary } from "~/ui/ErrorSummary"
import { Columns, Page } from "~/ui/Page"
import { appContext } from "~/web/context"
import { invalid, orThrow, readForm, reply } from "~/web/forms"
import { useKeptAnswer, useLive } from "~/web/live-client"
import type { Route } from "./+types/speaking"

export async function loader({ params, url, context }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  const view = orThrow(context, await readSpeakingDesk(ctx, params.meetingId))
  return { ...speakingPageOf(view), entered: url.searchParams.get("entered"), params, community: ctx.community.name }
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const read = await readForm(request, SpeakingForm)
  if (!read.ok) return invalid(context, read)
  const result = await pressOnSpeaking(context.get(appContext), params.meetingId, read.value)
  const own = href("/c/:community/meetings/:meetingId/speaking", params)
  // The address names who was entered last: the form begins afresh then, and at no live update.
  return reply(context, result, entered => (entered ? `${own}?entered=${entered.requestId}` : own), read.form)
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `发言台 - ${loaderData?.title ?? ""} - ${loaderData?.community ?? ""}议事驿站` },
]

/** 发言台: the queue, one large clock, who has spoken. */
export default function Speaking({ loaderData, actionData }: Route.ComponentProps) {
  const { params, title, item, speaking, owed, mayRecord } = loaderData
  const form = useKeptAnswer(actionData)?.form
  const record = href("/c/:community/meetings/:meetingId/record", params)
  useLive(params.community, [`meeting:${params.meetingId}`, `meeting:${params.meetingId}:counts`])
  return (
    <Page
      title="发言台"
      lead={
        item
          ? `第${item.ordinal}项　${item.title}${speaking?.motion ? `　第${speaking.motion.ordinal}件` : ""}`
          : loaderData.stateName
      }
      crumbs={[{ label: title, to: href("/c/:community/meetings/:meetingId", params) }, { label: "发言台" }]}
      actions={
        mayRecord ? (
          <ButtonLink to={record}>{owed > 0 ? `记录台（${owed}次发言没有记要点）` : "记录台"}</ButtonLink>
        ) : null
      }
      summary={<ErrorSummary form={form} />}
    >
      {speaking ? (
        <Columns aside={<SpeakingFigures {...speaking} silent={loaderData.silent} />}>
          <SpeakingDesk
            page={loaderData}
            speaking={speaking}
            form={form}
            record={record}
            entered={loaderData.entered}
          />
        </Columns>
      ) : (
        <Empty title="这次会议没有议程">请社工在会议页补上议程，再登记发言。</Empty>
      )}
    </Page>
  )
}
