import { Form, href } from "react-router"
import { z } from "zod"
import { VersionField } from "~/people/parts/VersionField"
import { announcePoll } from "~/polling/announcing"
import { readDraftView } from "~/polling/draft-views"
import { dayText } from "~/polling/page-words"
import { Answers } from "~/ui/Answers"
import { Button, ButtonLink } from "~/ui/Button"
import { ErrorSummary } from "~/ui/ErrorSummary"
import { Checks } from "~/ui/Lamp"
import { Note } from "~/ui/Note"
import { Page } from "~/ui/Page"
import { Sheet } from "~/ui/Sheet"
import { appContext, serverContext } from "~/web/context"
import { invalid, orThrow, readForm, reply } from "~/web/forms"
import { speak } from "~/web/refusals"
import type { Route } from "./+types/poll-announce"

const AnnounceForm = z.object({ version: z.coerce.number().int() })

export async function loader({ context, params }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  const draft = orThrow(context, await readDraftView(ctx, params.pollId))
  const { sentences } = context.get(serverContext)
  return {
    draft,
    problems: draft.problems.map(problem => speak(sentences, { ok: false, ...problem })),
    community: ctx.community.name,
  }
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const read = await readForm(request, AnnounceForm)
  if (!read.ok) return invalid(context, read)
  const result = await announcePoll(context.get(appContext), { pollId: params.pollId, ...read.value })
  return reply(context, result, `${href("/c/:community/polls/:pollId", params)}?done=announce`, read.form)
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `公告前的核对 - ${loaderData?.community ?? ""}议事驿站` },
]

export default function PollAnnounce({ loaderData, actionData, params }: Route.ComponentProps) {
  const { draft, problems } = loaderData
  const { known, roll } = draft
  const edit = href("/c/:community/polls/:pollId/edit", params)
  const change = (name: string) => `${edit}#field-${name}`
  return (
    <Page
      title="公告前的核对"
      lead={`${draft.kind}：${known.title}`}
      crumbs={[
        { label: "书面表决", to: href("/c/:community/polls", params) },
        { label: known.title, to: href("/c/:community/polls/:pollId", params) },
        { label: "公告" },
      ]}
      summary={<ErrorSummary form={actionData?.form} />}
    >
      <div className="stack-l">
        {problems.length > 0 ? (
          <Sheet title={`还有${problems.length}处要处理`}>
            <Checks items={problems.map(problem => ({ key: problem, state: "mend" as const, title: problem }))} />
          </Sheet>
        ) : null}
        <Sheet title="将要公告的内容">
          <Answers
            items={[
              { label: "标题", value: known.title, change: change("title") },
              {
                label: "表决事项",
                value: <span className="prewrap">{known.question}</span>,
                change: change("question"),
              },
              ...(draft.form === "election"
                ? [
                    { label: "候选人", value: known.candidates.replaceAll("\n", "、"), change: change("candidates") },
                    { label: "名额", value: `${known.seats}人`, change: change("seats") },
                  ]
                : []),
              ...(roll.scope ? [{ label: "表决范围", value: roll.scope, change: change("buildings") }] : []),
              {
                label: "票册",
                value: roll.countsArea ? `${roll.papers}张票，专有部分面积${roll.area}` : `${roll.papers}张票`,
              },
              { label: "开始收票", value: dayText(known.opensOn), change: change("opensOn") },
              { label: "截止", value: dayText(known.closesOn), change: change("closesOn") },
              { label: "计票人", value: known.counters, change: change("counters") },
              { label: "监票人", value: known.scrutineers, change: change("scrutineers") },
              { label: "规程", value: draft.ruleName },
            ]}
          />
        </Sheet>
        <Sheet title="公告" titleHidden>
          <Form method="post" className="stack">
            <VersionField form={actionData?.form} version={draft.poll.version} />
            <Note kind="warn" title="公告以后不能再改">
              <p>票册、表决事项和规程从公告起固定下来，名册以后再变，也不影响这一次。</p>
            </Note>
            <p className="row">
              {problems.length > 0 ? (
                <ButtonLink kind="main" to={edit}>
                  补齐内容
                </ButtonLink>
              ) : null}
              <Button kind={problems.length > 0 ? "plain" : "main"}>公告，固定票册</Button>
              {problems.length > 0 ? null : <ButtonLink to={edit}>再改改</ButtonLink>}
            </p>
          </Form>
        </Sheet>
      </div>
    </Page>
  )
}
