import { Form, href, redirect } from "react-router"
import { ClaimForm } from "~/followup/claims/claim-form"
import { claimNeed } from "~/followup/claims/claiming"
import { findStandingClaim, readWishToClaim } from "~/followup/claims/views"
import { Button } from "~/ui/Button"
import { DateField } from "~/ui/DateField"
import { ErrorSummary } from "~/ui/ErrorSummary"
import { field } from "~/ui/form-view"
import { FormColumn, Page } from "~/ui/Page"
import { SelectField } from "~/ui/SelectField"
import { Sheet } from "~/ui/Sheet"
import { TextArea } from "~/ui/TextArea"
import { TextField } from "~/ui/TextField"
import { appContext } from "~/web/context"
import { invalid, orThrow, readForm, reply } from "~/web/forms"
import type { Route } from "./+types/claim-new"

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  const issueId = url.searchParams.get("issue") ?? ""
  // Its own page does not know that somebody has it: whoever comes from there is led to the project.
  const claimId = await findStandingClaim(ctx, issueId)
  if (claimId) throw redirect(href("/c/:community/claims/:claimId", { ...params, claimId }))
  const wish = orThrow(context, await readWishToClaim(ctx, issueId))
  return { wish, community: ctx.community.name }
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const read = await readForm(request, ClaimForm)
  if (!read.ok) return invalid(context, read)
  const { issue: issueId, ...entry } = read.value
  const made = await claimNeed(context.get(appContext), { issueId, ...entry })
  const to = ({ claimId }: { claimId: string }) => href("/c/:community/claims/:claimId", { ...params, claimId })
  return reply(context, made, to, read.form)
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `登记认领 - ${loaderData?.community ?? ""}议事驿站` },
]

export default function ClaimNew({ loaderData, actionData, params }: Route.ComponentProps) {
  const { wish } = loaderData
  const form = actionData?.form
  return (
    <Page
      title="登记认领"
      lead={`${wish.title}（${wish.number}）`}
      crumbs={[{ label: "双向认领", to: href("/c/:community/claims", params) }, { label: "登记认领" }]}
      summary={<ErrorSummary form={form} order={["resourceId", "claimant", "content", "dueOn"]} />}
    >
      <Sheet>
        <p className="quote">{wish.content}</p>
        <Form method="post">
          <FormColumn>
            <input type="hidden" name="issue" value={wish.issueId} />
            {wish.resources.length > 0 ? (
              <SelectField
                label="用哪项资源（选填）"
                empty="不用清单里的资源"
                options={wish.resources.map(one => ({ value: one.resourceId, label: one.label }))}
                {...field(form, "resourceId")}
              />
            ) : null}
            <TextField
              label="认领单位或认领人"
              hint="印在项目清单上。"
              {...field(form, "claimant")}
              list="claimants"
              maxLength={60}
              required
            />
            <datalist id="claimants">
              {wish.claimants.map(name => (
                <option key={name} value={name} />
              ))}
            </datalist>
            <TextArea label="准备怎么办" rows={2} maxLength={200} {...field(form, "content")} required />
            <DateField label="哪天前办好" min={wish.today} {...field(form, "dueOn", wish.dueOn)} required />
            <Button kind="main">登记认领</Button>
          </FormColumn>
        </Form>
      </Sheet>
    </Page>
  )
}
