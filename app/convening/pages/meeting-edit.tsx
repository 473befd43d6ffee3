import { Form, href, redirect } from "react-router"
import { checklistOf } from "~/convening/checklist"
import { findProblems } from "~/convening/convene"
import { readDraft } from "~/convening/draft-reading"
import { MeetingForm } from "~/convening/meeting-form"
import { handlingsOf } from "~/convening/meeting-reading"
import { editMeeting } from "~/convening/meetings"
import { AgendaEditor } from "~/convening/parts/AgendaEditor"
import { ConveneChecks } from "~/convening/parts/ConveneChecks"
import { PeoplePicker } from "~/convening/parts/PeoplePicker"
import { TimeAndPlace } from "~/convening/parts/TimeAndPlace"
import { refuse } from "~/law/result"
import { mayPutToVote } from "~/rulebook/rules"
import { ErrorSummary } from "~/ui/ErrorSummary"
import { field } from "~/ui/form-view"
import { Columns, Page } from "~/ui/Page"
import { appContext, serverContext } from "~/web/context"
import { invalid, orThrow, readForm, reply } from "~/web/forms"
import { speak } from "~/web/refusals"
import type { Route } from "./+types/meeting-edit"

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  const { sentences } = context.get(serverContext)
  const { facts, problems, rule, ...draft } = orThrow(context, await readDraft(ctx, params.meetingId))
  const spoken: Record<string, string> = {}
  for (const { code, field, detail } of problems)
    spoken[field] = (spoken[field] ?? "") + speak(sentences, refuse(code, detail))
  return {
    draft,
    meetingKind: rule.meetingKind,
    entitledFrom: rule.entitledFrom,
    handlings: handlingsOf(mayPutToVote(rule)),
    checks: checklistOf(facts, problems, problem => speak(sentences, refuse(problem.code, problem.detail))),
    // Said beside the fields only when she asked for it: an empty draft is no mistake.
    problems: url.searchParams.has("check") ? spoken : {},
    reasonsAsked: problems.map(problem => problem.field).filter(name => name.startsWith("reason-")),
    community: ctx.community.name,
  }
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const ctx = context.get(appContext)
  const read = await readForm(request, MeetingForm)
  if (!read.ok) return invalid(context, read)
  const { edit, pressed } = read.value
  const saved = await editMeeting(ctx, { meetingId: params.meetingId, ...edit })
  if (!saved.ok && saved.code === "changed_meanwhile") read.form.values.version = String(saved.detail.version)
  const here = href("/c/:community/meetings/:meetingId/edit", params)
  if (!saved.ok || pressed.verb !== "check") return reply(context, saved, here + placeOf(pressed.verb), read.form)
  const problems = orThrow(context, await findProblems(ctx, params.meetingId))
  return redirect(
    problems.length > 0 ? `${here}?check` : href("/c/:community/meetings/:meetingId/convene", params),
    303,
  )
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `召集${loaderData?.draft.title ?? "会议"} - ${loaderData?.community ?? ""}议事驿站` },
]

const order = [
  "date",
  "startTime",
  "endTime",
  "venueId",
  "chairPersonId",
  "recorderPersonId",
  "reason-notice",
  "reason-venue",
  "reason-persons",
  "agenda",
  "bodyId",
  "participants",
]

/** Where the page stands again after a press: by what was pressed. */
const placeOf = (verb: string): string => (verb === "save" ? "" : verb === "venue" ? "#venue" : "#agenda")

export default function MeetingEdit({ loaderData, actionData, params }: Route.ComponentProps) {
  const { draft, problems, checks, reasonsAsked } = loaderData
  const form = actionData?.form
  const errors = form?.errors ?? problems
  const cancel = href("/c/:community/meetings/:meetingId/cancel", params)
  return (
    <Page
      title={`召集${draft.title}`}
      lead={`草稿，${draft.createdBy}起草`}
      crumbs={[{ label: "会议", to: href("/c/:community/meetings", params) }, { label: draft.title }]}
      summary={
        <ErrorSummary
          form={{ values: {}, errors, changes: form?.changes }}
          purpose={form ? undefined : "才能发出通知"}
          order={order}
        />
      }
    >
      <Form method="post" className="conv" key={draft.version}>
        <input type="hidden" name="version" value={field(form, "version", String(draft.version)).defaultValue} />
        {/* The Enter key presses the first button of a form: it saves, and moves nothing. */}
        <button className="vh" type="submit" name="intent" value="save" tabIndex={-1} aria-hidden="true">
          存为草稿
        </button>
        <Columns aside={<ConveneChecks items={checks} cancel={cancel} />}>
          <TimeAndPlace draft={draft} form={form} errors={errors} reasonsAsked={reasonsAsked} />
          <AgendaEditor draft={draft} form={form} errors={errors} handlings={loaderData.handlings} />
          <PeoplePicker
            draft={draft}
            form={form}
            errors={errors}
            entitledFrom={loaderData.entitledFrom}
            meetingKind={loaderData.meetingKind}
            bodies={href("/c/:community/registers/bodies", params)}
          />
        </Columns>
      </Form>
    </Page>
  )
}
