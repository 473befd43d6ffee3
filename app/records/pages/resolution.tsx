import { data, href } from "react-router"
import { may } from "~/people/permissions"
import { readEditionOf } from "~/records/edition-views"
import { doneWords, PaperForm, speakProblems, wordAddress } from "~/records/page-words"
import { EditionOf } from "~/records/parts/EditionOf"
import { PaperAside } from "~/records/parts/PaperAside"
import { ResolutionForm } from "~/records/parts/ResolutionForm"
import { ResolutionText } from "~/records/parts/ResolutionText"
import { editResolution, exportResolution, sendResolutionToChair } from "~/records/resolutions"
import { readResolutionView } from "~/records/views"
import { exportResolutionWord } from "~/records/word-exports"
import { readResolutionTyped, resolutionTyped, rowChange, withRows } from "~/records/wording-form"
import { ButtonLink } from "~/ui/Button"
import { ErrorSummary } from "~/ui/ErrorSummary"
import { Note } from "~/ui/Note"
import { Columns, Page } from "~/ui/Page"
import { Sheet } from "~/ui/Sheet"
import { appContext } from "~/web/context"
import { invalid, orThrow, readForm, reply } from "~/web/forms"
import type { Route } from "./+types/resolution"

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  const view = orThrow(context, await readResolutionView(ctx, params))
  return {
    ...view,
    problems: speakProblems(context, view.paper.problems),
    edition: await readEditionOf(ctx, params),
    mayAssign: view.paper.state === "approved" && may(ctx.actor, "task:assign"),
    done: doneWords[url.searchParams.get("done") ?? ""] ?? "",
    community: ctx.community.name,
  }
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const ctx = context.get(appContext)
  const read = await readForm(request, PaperForm)
  if (!read.ok) return invalid(context, read)
  const here = href("/c/:community/records/:meetingId/resolutions/:roundId", params)
  const intent = String(read.value.intent ?? "")
  if (intent === "send") return reply(context, await sendResolutionToChair(ctx, params), `${here}?done=sent`)
  if (intent === "export") return reply(context, await exportResolution(ctx, params), `${here}?done=exported#exported`)
  if (intent === "exportWord")
    return reply(context, await exportResolutionWord(ctx, params), ({ document }) =>
      wordAddress(params.community, document.id),
    )
  const row = rowChange(intent)
  if (row) return data({ form: { values: withRows(read.form.values, row.naming, row.change), errors: {} } })
  const { wording, errors } = readResolutionTyped(read.value)
  if (Object.keys(errors).length > 0) return data({ form: { values: read.form.values, errors } }, { status: 400 })
  const result = await editResolution(ctx, params, wording, Number(read.value.version))
  // With the version in force, a second press saves over what was just read.
  if (!result.ok && result.code === "changed_meanwhile") read.form.values.version = String(result.detail.version)
  return reply(context, result, `${here}?done=saved`, read.form)
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${loaderData?.title ?? "决议"} - ${loaderData?.community ?? ""}议事驿站` },
]

export default function Resolution({ loaderData, actionData, params }: Route.ComponentProps) {
  const { meeting, title, paper, wording, facts, can, problems, done } = loaderData
  const posted = actionData?.form
  const form =
    posted && Object.keys(posted.values).length > 1
      ? posted
      : { values: resolutionTyped(wording), errors: posted?.errors ?? {} }
  return (
    <Page
      title={title}
      lead={paper.number || meeting}
      crumbs={[
        { label: "文书", to: href("/c/:community/records", params) },
        { label: meeting, to: href("/c/:community/records/:meetingId/minutes", params) },
        { label: title },
      ]}
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
            <PaperAside
              paper={paper}
              can={can}
              chairName={loaderData.chairName}
              problems={problems}
              previewTo={href("/c/:community/records/:meetingId/resolutions/:roundId/preview.pdf", params)}
              wordTo={href("/c/:community/records/:meetingId/resolutions/:roundId/draft.docx", params)}
              approveTo={href("/c/:community/records/:meetingId/resolutions/:roundId/approve", params)}
              documentTo={id =>
                href("/c/:community/documents/:documentId", { community: params.community, documentId: `${id}.pdf` })
              }
            />
            {loaderData.mayAssign ? (
              <Sheet title="办理">
                <p>各项交给谁、什么时候办完，在“办理”里交办和跟踪。</p>
                <ButtonLink
                  wide
                  to={`${href("/c/:community/tasks/new", params)}?resolution=${loaderData.resolutionId}`}
                >
                  交办
                </ButtonLink>
              </Sheet>
            ) : null}
            {loaderData.edition ? (
              <EditionOf edition={loaderData.edition} title={title} community={params.community} />
            ) : null}
          </>
        }
      >
        {can.edit ? (
          <ResolutionForm form={form} facts={facts} basis={loaderData.basis} version={paper.version} />
        ) : (
          <ResolutionText facts={facts} />
        )}
      </Columns>
    </Page>
  )
}
