import { Form, href } from "react-router"
import { z } from "zod"
import { issueFieldOrder } from "~/intake/issue-fields"
import { formValuesOf, IssueForm } from "~/intake/issue-form"
import { readIssue } from "~/intake/issue-views"
import { editIssue } from "~/intake/issues"
import { IssueFields } from "~/intake/parts/IssueFields"
import { civilDateOf } from "~/law/civil-date"
import { refuse } from "~/law/result"
import { Button, ButtonLink } from "~/ui/Button"
import { ErrorSummary } from "~/ui/ErrorSummary"
import { field } from "~/ui/form-view"
import { FormColumn, Page } from "~/ui/Page"
import { Sheet } from "~/ui/Sheet"
import { appContext } from "~/web/context"
import { invalid, orThrow, readForm, reply } from "~/web/forms"
import type { Route } from "./+types/issue-edit"

const EditForm = IssueForm.extend({ version: z.coerce.number().int() })

export async function loader({ params, context }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  const issue = orThrow(context, await readIssue(ctx, params.issueId))
  if (!issue.canEdit) orThrow(context, refuse("forbidden"))
  const { title, number, version, grids } = issue
  return {
    title,
    number,
    version,
    grids,
    values: formValuesOf(issue),
    today: civilDateOf(ctx.now()),
    community: ctx.community.name,
  }
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const read = await readForm(request, EditForm)
  if (!read.ok) return invalid(context, read)
  const { version, ...entry } = read.value
  const result = await editIssue(context.get(appContext), { issueId: params.issueId, version, entry })
  // What was typed stays, and the next save is over what the person has now seen.
  if (!result.ok && result.code === "changed_meanwhile") read.form.values.version = String(result.detail.version)
  return reply(context, result, href("/c/:community/issues/:issueId", params), read.form)
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `修改问题 - ${loaderData?.community ?? ""}议事驿站` },
]

export default function IssueEdit({ loaderData, actionData, params }: Route.ComponentProps) {
  const { title, number, version, grids, values, today } = loaderData
  const form = actionData?.form
  const back = href("/c/:community/issues/:issueId", params)
  return (
    <Page
      title="修改问题"
      lead={title}
      crumbs={[
        { label: "问题台账", to: href("/c/:community/issues", params) },
        { label: number, to: back },
        { label: "修改" },
      ]}
      summary={<ErrorSummary form={form} order={issueFieldOrder} />}
    >
      <Sheet title="问题" titleHidden>
        <Form method="post">
          <FormColumn>
            <IssueFields form={form} grids={grids} today={today} values={values} />
            <div className="row">
              <input type="hidden" name="version" value={field(form, "version", String(version)).defaultValue} />
              <Button kind="main">保存</Button>
              <ButtonLink to={back}>不改了</ButtonLink>
            </div>
          </FormColumn>
        </Form>
      </Sheet>
    </Page>
  )
}
