import { href, Link } from "react-router"
import { RecordedMotions } from "~/chamber/parts/RecordedMotions"
import { RecordedSpeeches } from "~/chamber/parts/RecordedSpeeches"
import { RecordForm, writeDown } from "~/chamber/record-form"
import { recordPageOf } from "~/chamber/record-page"
import { readRecorder } from "~/chamber/views"
import { ErrorSummary } from "~/ui/ErrorSummary"
import { Note } from "~/ui/Note"
import { Page } from "~/ui/Page"
import { Tabs } from "~/ui/Tabs"
import { appContext } from "~/web/context"
import { invalid, orThrow, readForm, reply } from "~/web/forms"
import { useKeptAnswer, useLive } from "~/web/live-client"
import type { Route } from "./+types/record"

export async function loader({ params, url, context }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  const view = orThrow(context, await readRecorder(ctx, params.meetingId))
  const given = (name: string) => url.searchParams.get(name)
  const asked = { item: given("item"), edit: given("edit"), gist: given("gist"), fill: given("fill") }
  const saved = { speech: given("speech"), motion: given("motion") }
  return { ...recordPageOf(view, asked), saved, params, community: ctx.community.name }
}

export async function action({ request, params, url, context }: Route.ActionArgs) {
  const read = await readForm(request, RecordForm)
  if (!read.ok) return invalid(context, read)
  const result = await writeDown(context.get(appContext), params.meetingId, read.value)
  // With the version in force, a second press saves over what was just read.
  if (!result.ok && result.code === "changed_meanwhile") read.form.values.version = String(result.detail.version)
  // The address names what was saved last from either form: that one begins afresh, the other keeps what is half typed.
  const query = new URLSearchParams(url.searchParams)
  for (const name of ["edit", "gist", "fill"]) query.delete(name)
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
  const { params, title, stateName, items, item, elsewhere, mayRecordSpeech } = loaderData
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
          {elsewhere ? (
            <p>
              <Link to={`${own}?item=${elsewhere.agendaItemId}`}>会议现在到第{elsewhere.ordinal}项，转到这一项</Link>
            </p>
          ) : null}
          {mayRecordSpeech ? null : <Note>会议还没有开始，或者纪要已经定稿，现在不记发言。</Note>}
          <div className="cols">
            <RecordedSpeeches page={loaderData} form={form} saved={loaderData.saved.speech} />
            <RecordedMotions page={loaderData} form={form} address={params} saved={loaderData.saved.motion} />
          </div>
        </div>
      ) : null}
    </Page>
  )
}
