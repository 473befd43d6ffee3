import { href } from "react-router"
import { z } from "zod"
import { stances } from "#db/schema/chamber"
import { editMotion, putMotion } from "~/chamber/motions"
import { RecordedMotions } from "~/chamber/parts/RecordedMotions"
import { RecordedSpeeches } from "~/chamber/parts/RecordedSpeeches"
import { recordPageOf } from "~/chamber/record-page"
import { editSpeech, recordSpeech } from "~/chamber/speeches"
import { readRecorder } from "~/chamber/views"
import type { Result } from "~/law/result"
import { ErrorSummary } from "~/ui/ErrorSummary"
import { Note } from "~/ui/Note"
import { Page } from "~/ui/Page"
import { Tabs } from "~/ui/Tabs"
import { appContext, type Ctx } from "~/web/context"
import { invalid, orThrow, readForm, reply } from "~/web/forms"
import { useLive } from "~/web/live-client"
import type { Route } from "./+types/record"

const said = { stance: z.enum(stances, "请选择发言人的态度"), gist: z.string() }
const version = z.coerce.number().int()
const RecordForm = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("speech"),
    agendaItemId: z.string(),
    participantId: z.string().min(1, "请选择谁在发言"),
    ...said,
  }),
  z.object({ intent: z.literal("editSpeech"), speechId: z.string(), version, ...said }),
  z.object({
    intent: z.literal("motion"),
    agendaItemId: z.string(),
    content: z.string(),
    proposalId: z.string().transform(id => id || null),
  }),
  z.object({
    intent: z.literal("editMotion"),
    motionId: z.string(),
    version,
    content: z.string(),
    proposalId: z.string().transform(id => id || null),
  }),
])

function writeDown(ctx: Ctx, meetingId: string, form: z.output<typeof RecordForm>): Promise<Result<unknown>> {
  switch (form.intent) {
    case "speech":
      return recordSpeech(ctx, { meetingId, ...form })
    case "editSpeech":
      return editSpeech(ctx, form)
    case "motion":
      return putMotion(ctx, { meetingId, ...form })
    case "editMotion":
      return editMotion(ctx, form)
  }
}

export async function loader({ params, url, context }: Route.LoaderArgs) {
  const view = orThrow(context, await readRecorder(context.get(appContext), params.meetingId))
  const asked = { item: url.searchParams.get("item"), edit: url.searchParams.get("edit") }
  return { ...recordPageOf(view, asked), params }
}

export async function action({ request, params, url, context }: Route.ActionArgs) {
  const read = await readForm(request, RecordForm)
  if (!read.ok) return invalid(context, read)
  const result = await writeDown(context.get(appContext), params.meetingId, read.value)
  const item = url.searchParams.get("item")
  const back = href("/c/:community/meetings/:meetingId/record", params)
  return reply(context, result, item ? `${back}?item=${encodeURIComponent(item)}` : back, read.form)
}

export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: `记录台 - ${loaderData?.title ?? ""}` }]

/** 记录台: speeches and motions of one agenda item at a time. */
export default function Record({ loaderData, actionData }: Route.ComponentProps) {
  const { params, title, stateName, items, item, mayRecordSpeech } = loaderData
  useLive(params.community, [`meeting:${params.meetingId}`, `meeting:${params.meetingId}:counts`])
  const own = href("/c/:community/meetings/:meetingId/record", params)
  return (
    <Page
      title="记录台"
      lead={`${title}，${stateName}`}
      crumbs={[{ label: title, to: href("/c/:community/meetings/:meetingId", params) }, { label: "记录台" }]}
      summary={<ErrorSummary form={actionData?.form} />}
    >
      <Tabs
        label="议程"
        items={items.map(one => ({
          to: `${own}?item=${one.agendaItemId}`,
          label: `第${one.ordinal}项`,
          current: one.agendaItemId === item?.agendaItemId,
        }))}
      />
      {item ? (
        <div className="stack-l record">
          <h2>{item.title}</h2>
          {mayRecordSpeech ? null : <Note>会议还没有开始，或者纪要已经定稿，现在不记发言。</Note>}
          <div className="cols">
            <RecordedSpeeches page={loaderData} form={actionData?.form} />
            <RecordedMotions page={loaderData} form={actionData?.form} />
          </div>
        </div>
      ) : null}
    </Page>
  )
}
