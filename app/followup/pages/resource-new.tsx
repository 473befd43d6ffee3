import { Form, href } from "react-router"
import { resourceFieldNames } from "~/followup/claims/field-names"
import { ResourceForm } from "~/followup/claims/resource-form"
import { addResource } from "~/followup/claims/resources"
import { readResourceForm } from "~/followup/claims/views"
import { ResourceFields } from "~/followup/parts/ResourceFields"
import { Button } from "~/ui/Button"
import { ErrorSummary } from "~/ui/ErrorSummary"
import { FormColumn, Page } from "~/ui/Page"
import { Sheet } from "~/ui/Sheet"
import { appContext } from "~/web/context"
import { invalid, orThrow, readForm, reply } from "~/web/forms"
import type { Route } from "./+types/resource-new"

export async function loader({ context }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  return { ...orThrow(context, await readResourceForm(ctx)), community: ctx.community.name }
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const read = await readForm(request, ResourceForm)
  if (!read.ok) return invalid(context, read)
  const made = await addResource(context.get(appContext), read.value)
  const to = ({ resourceId }: { resourceId: string }) =>
    href("/c/:community/resources/:resourceId", { ...params, resourceId })
  return reply(context, made, to, read.form)
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `登记资源 - ${loaderData?.community ?? ""}议事驿站` },
]

export default function ResourceNew({ loaderData, actionData, params }: Route.ComponentProps) {
  const form = actionData?.form
  return (
    <Page
      title="登记一项资源"
      lead="共建单位、辖区单位和热心居民愿意提供的人、物、场地和服务。"
      crumbs={[{ label: "双向认领", to: href("/c/:community/claims", params) }, { label: "登记资源" }]}
      summary={<ErrorSummary form={form} order={resourceFieldNames} />}
    >
      <Sheet>
        <Form method="post">
          <FormColumn>
            <ResourceFields form={form} providers={loaderData.providers} min={loaderData.today} />
            <Button kind="main">登记资源</Button>
          </FormColumn>
        </Form>
      </Sheet>
    </Page>
  )
}
