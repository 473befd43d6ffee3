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
import { useKeptAnswer, useLive } from "~/web/live-client"
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

function writeDown(
  ctx: Ctx,
  meetingId: string,
  form: z.output<typeof RecordForm>,
): Promise<Result<{ speechId?: string; motionId?: string } | null>> {
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
  const ctx = context.get(appContext)
  const view = orThrow(context, await readRecorder(ctx, params.meetingId))
  const asked = { item: url.searchParams.get("item"), edit: url.searchParams.get("edit") }
  const saved = { speech: url.searchParams.get("speech"), motion: url.searchParams.get("motion") }
  return { ...recordPageOf(view, asked), saved, params, community: ctx.community.name }
}

export async function action({ request, params, url, context }: Route.ActionArgs) {
  const read = await readForm(request, RecordForm)
  if (!read.ok) return invalid(context, read)
  const result = await writeDown(context.get(appContext), params.meetingId, read.value)
  // The address names what was saved last from either form: that one begins afresh, the other keeps what is half typed.
  const query = new URLSearchParams(url.searchParams)
  query.delete("edit")
  const back = href("/c/:community/meetings/:meetingId/record", params)
  const to = (saved: { speechId?: string; motionId?: string } | null) => {
    if (saved?.speechId) query.set("speech", saved.speechId)
    if (saved?.motionId) query.set("motion", saved.motionId)
    return `${back}?${query}`
  }
  return reply(context, result, to, read.form)
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `记录台 - ${loaderData?.title ?? ""} - ${loaderData?.community ?? ""}议事驿站` },
]

/** 记录台: speeches and motions of one agenda item at a time. */
export default function Record({ loaderData, actionData }: Route.ComponentProps) {
  const { params, title, stateName, items, item, mayRecordSpeech } = loaderData
  const form = useKeptAnswer(actionData)?.form
  useLive(params.community, [`meeting:${params.meetingId}`, `meeting:${params.meetingId}:counts`])
  const own = href("/c/:community/meetings/:meetingId/record", params)
  return (
    <Page
      title="记录台"
      lead={`${title}，${stateName}`}
      crumbs={[{ label: title, to: href("/c/:community/meetings/:meetingId", params) }, { label: "记录台" }]}
      summary={<ErrorSummary form={form} />}
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
            <RecordedSpeeches page={loaderData} form={form} saved={loaderData.saved.speech} />
            <RecordedMotions page={loaderData} form={form} saved={loaderData.saved.motion} />
          </div>
        </div>
      ) : null}
    </Page>
  )
}
