import { data, href } from "react-router"
import { exportBriefMinutes } from "~/records/brief-minutes"
import { confirmIntent, remarkField } from "~/records/confirmation-field"
import { confirmMinutes } from "~/records/confirmations"
import { draftMinutes, editMinutes, exportMinutes, sendMinutesToChair } from "~/records/minutes"
import { doneWords, PaperForm, speakProblems, wordAddress } from "~/records/page-words"
import { BriefMinutes } from "~/records/parts/BriefMinutes"
import { MinutesConfirmations } from "~/records/parts/MinutesConfirmations"
import { MinutesForm } from "~/records/parts/MinutesForm"
import { MinutesText } from "~/records/parts/MinutesText"
import { PaperAside } from "~/records/parts/PaperAside"
import { ResolutionLines } from "~/records/parts/ResolutionLines"
import { ToDraft } from "~/records/parts/ToDraft"
import { draftResolutions } from "~/records/resolutions"
import { listResolutionLines, readMinutesView } from "~/records/views"
import { exportMinutesWord } from "~/records/word-exports"
import { minutesTyped, readMinutesTyped, rowChange, withRows } from "~/records/wording-form"
import { ButtonLink } from "~/ui/Button"
import { ErrorSummary } from "~/ui/ErrorSummary"
import { Note } from "~/ui/Note"
import { Columns, Page } from "~/ui/Page"
import { appContext } from "~/web/context"
import { invalid, orThrow, readForm, reply } from "~/web/forms"
import type { Route } from "./+types/minutes"

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  const view = orThrow(context, await readMinutesView(ctx, params.meetingId))
  return {
    ...view,
    problems: speakProblems(context, view.paper?.problems ?? []),
    resolutions: orThrow(context, await listResolutionLines(ctx, params.meetingId)),
    done: doneWords[url.searchParams.get("done") ?? ""] ?? "",
    community: ctx.community.name,
  }
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const ctx = context.get(appContext)
  const read = await readForm(request, PaperForm)
  if (!read.ok) return invalid(context, read)
  const here = href("/c/:community/records/:meetingId/minutes", params)
  const intent = String(read.value.intent ?? "")
  switch (intent) {
    case "draft":
      return reply(context, await draftMinutes(ctx, params.meetingId), `${here}?done=drafted`)
    case "send":
      return reply(context, await sendMinutesToChair(ctx, params.meetingId), `${here}?done=sent`)
    case "export":
      return reply(context, await exportMinutes(ctx, params.meetingId), `${here}?done=exported#exported`)
    case "exportBrief":
      return reply(context, await exportBriefMinutes(ctx, params.meetingId), `${here}?done=exported#brief`)
    case "exportWord":
      return reply(context, await exportMinutesWord(ctx, params.meetingId), ({ document }) =>
        wordAddress(params.community, document.id),
      )
    case "draftResolutions":
      return reply(context, await draftResolutions(ctx, params.meetingId), `${here}#resolutions`)
  }
  const earlier = confirmIntent(intent)
  if (earlier) {
    const remark = String(read.value[remarkField(earlier)] ?? "")
    const confirmed = await confirmMinutes(ctx, { meetingId: params.meetingId, minutesId: earlier, remark })
    return reply(context, confirmed, `${here}?done=confirmed#confirmations`, read.form)
  }
  const row = rowChange(intent)
  if (row) return data({ form: { values: withRows(read.form.values, row.naming, row.change), errors: {} } })
  const { wording, errors } = readMinutesTyped(read.value)
  if (Object.keys(errors).length > 0) return data({ form: { values: read.form.values, errors } }, { status: 400 })
  const opening = intent === "saveConfirmed" ? "withConfirmed" : "asTyped"
  const result = await editMinutes(ctx, params.meetingId, wording, Number(read.value.version), opening)
  // With the version in force, a second press saves over what was just read.
  if (!result.ok && result.code === "changed_meanwhile") read.form.values.version = String(result.detail.version)
  return reply(context, result, `${here}?done=saved`, read.form)
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `会议纪要 - ${loaderData?.community ?? ""}议事驿站` },
]

export default function Minutes({ loaderData, actionData, params }: Route.ComponentProps) {
  const { meeting, paper, wording, facts, can, problems, resolutions, done } = loaderData
  const posted = actionData?.form
  const form =
    posted && "opening" in posted.values
      ? posted
      : { values: wording ? minutesTyped(wording) : {}, errors: posted?.errors ?? {} }
  const address = { community: params.community, meetingId: params.meetingId }
  const paperTo = (of: string) =>
    href("/c/:community/records/:meetingId/papers/:paper/preview.pdf", { ...address, paper: of })
  return (
    <Page
      title="会议纪要"
      lead={paper?.number || meeting}
      actions={<ButtonLink to={href("/c/:community/records/:meetingId/papers", address)}>会议文书</ButtonLink>}
      crumbs={[{ label: "文书", to: href("/c/:community/records", params) }, { label: meeting }]}
      summary={
        <>
          <ErrorSummary form={posted} />
          {done && !posted ? <Note kind="ok" live title={done} /> : null}
        </>
      }
    >
      <Columns
        aside={
          <>
            {paper ? (
              <PaperAside
                paper={paper}
                can={can}
                chairName={loaderData.chairName}
                problems={problems}
                previewTo={href("/c/:community/records/:meetingId/minutes/preview.pdf", address)}
                wordTo={href("/c/:community/records/:meetingId/minutes/draft.docx", address)}
                approveTo={href("/c/:community/records/:meetingId/minutes/approve", address)}
                documentTo={id =>
                  href("/c/:community/documents/:documentId", { community: params.community, documentId: `${id}.pdf` })
                }
              />
            ) : (
              <ToDraft isOver={loaderData.isOver} mayDraft={can.edit} />
            )}
            {paper ? (
              <BriefMinutes
                sheets={paper.briefs}
                can={can}
                address={address}
                previewTo={paperTo("briefMinutes")}
                recordTo={loaderData.isOver ? paperTo("record") : ""}
              />
            ) : null}
            <ResolutionLines lines={resolutions} mayDraft={can.edit || can.export} address={address} />
            <MinutesConfirmations view={loaderData.confirmations} form={posted} community={params.community} />
          </>
        }
      >
        {paper && can.edit ? (
          <MinutesForm form={form} view={loaderData} version={paper.version} />
        ) : (
          <MinutesText facts={facts} />
        )}
      </Columns>
    </Page>
  )
}
