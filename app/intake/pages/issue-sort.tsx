import { Form, href } from "react-router"
import { triages } from "#db/schema/intake"
import { answerPeriods, describePeriod, finalAnswerDueOn } from "~/intake/answer-periods"
import { sortFieldOrder } from "~/intake/issue-fields"
import { readIssue } from "~/intake/issue-views"
import { SortFields } from "~/intake/parts/SortFields"
import { triageNames } from "~/intake/rules"
import { SortForm, sortingOf } from "~/intake/sort-form"
import { sortIssue } from "~/intake/sorting"
import { civilDateOf, formatDate } from "~/law/civil-date"
import { refuse } from "~/law/result"
import { Button, ButtonLink } from "~/ui/Button"
import { ErrorSummary } from "~/ui/ErrorSummary"
import { Note } from "~/ui/Note"
import { FormColumn, Page } from "~/ui/Page"
import { Sheet } from "~/ui/Sheet"
import { appContext } from "~/web/context"
import { invalid, orThrow, readForm, reply } from "~/web/forms"
import type { Route } from "./+types/issue-sort"

export async function loader({ params, context }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  const issue = orThrow(context, await readIssue(ctx, params.issueId))
  if (!issue.canSort)
    orThrow(
      context,
      refuse(issue.mergedInto ? "issue_merged" : issue.state === "accepted" ? "forbidden" : "issue_moved_on", {
        state: issue.state,
        status: 403,
      }),
    )
  const { number, title, content, reporterName, merged } = issue
  const today = civilDateOf(ctx.now())
  return {
    ...{ number, title, content, reporterName, today },
    merged: merged.length,
    usualDays: usualDaysFrom(today),
    community: ctx.community.name,
  }
}

/** When an answer is owed if no day is set, by kind. */
const usualDaysFrom = (today: string) =>
  triages.flatMap(triage => {
    const dueOn = finalAnswerDueOn(triage, today)
    if (dueOn === null || triage === "decline") return []
    const day = formatDate(dueOn).replace(/^\d+年/, "")
    return [{ triage, words: `${triageNames[triage]}${day}（${describePeriod(answerPeriods[triage])}）` }]
  })

export async function action({ request, params, context }: Route.ActionArgs) {
  const read = await readForm(request, SortForm)
  if (!read.ok) return invalid(context, read)
  const result = await sortIssue(context.get(appContext), { issueId: params.issueId, sorting: sortingOf(read.value) })
  return reply(context, result, href("/c/:community/issues/:issueId", params), read.form)
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `分类处置 - ${loaderData?.community ?? ""}议事驿站` },
]

export default function IssueSort({ loaderData, actionData, params }: Route.ComponentProps) {
  const { number, title, content, reporterName, merged, today, usualDays } = loaderData
  const form = actionData?.form
  const back = href("/c/:community/issues/:issueId", params)
  return (
    <Page
      title="分类处置"
      lead={title}
      crumbs={[
        { label: "问题台账", to: href("/c/:community/issues", params) },
        { label: number, to: back },
        { label: "分类处置" },
      ]}
      summary={<ErrorSummary form={form} order={sortFieldOrder} />}
    >
      <Sheet title="处置" titleHidden>
        <p className="quote">{content}</p>
        {merged > 0 ? <Note>并入的{merged}件一起处置，每一位提出人都记下同样的答复，请一一告诉他们。</Note> : null}
        <Form method="post" className="sorting">
          <FormColumn>
            <SortFields form={form} reporter={reporterName || "提出人"} today={today} usualDays={usualDays} />
            <div className="row">
              <Button kind="main">保存处置</Button>
              <ButtonLink to={back}>先不处置</ButtonLink>
            </div>
          </FormColumn>
        </Form>
      </Sheet>
    </Page>
  )
}
