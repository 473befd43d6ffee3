import { Form, href } from "react-router"
import { listOrganizationNames } from "~/people/organizations"
import { PersonFields, personFieldOrder } from "~/people/parts/PersonFields"
import { PersonForm } from "~/people/person-form"
import { registerPerson } from "~/people/persons"
import { listGridOptions, readChosenPerson } from "~/people/register-views"
import { Button } from "~/ui/Button"
import { ErrorSummary } from "~/ui/ErrorSummary"
import { FormColumn, Page } from "~/ui/Page"
import { Sheet } from "~/ui/Sheet"
import { appContext } from "~/web/context"
import { invalid, orThrow, readForm, reply } from "~/web/forms"
import type { Route } from "./+types/person-new"

export async function loader({ context }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  orThrow(context, await readChosenPerson(ctx, "register:edit", null))
  return {
    grids: await listGridOptions(ctx),
    organizations: await listOrganizationNames(ctx),
    community: ctx.community.name,
  }
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const read = await readForm(request, PersonForm)
  if (!read.ok) return invalid(context, read)
  const made = await registerPerson(context.get(appContext), read.value)
  const to = (value: { personId: string }) =>
    `${href("/c/:community/registers/persons/:personId", { ...params, ...value })}?saved`
  return reply(context, made, to, read.form)
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `登记人员 - ${loaderData?.community ?? ""}议事驿站` },
]

export default function PersonNew({ loaderData, actionData, params }: Route.ComponentProps) {
  const form = actionData?.form
  return (
    <Page
      title="登记人员"
      crumbs={[
        { label: "名册", to: href("/c/:community/registers", params) },
        { label: "人员", to: href("/c/:community/registers/persons", params) },
        { label: "登记人员" },
      ]}
      summary={<ErrorSummary form={form} order={personFieldOrder} />}
    >
      <Sheet>
        <Form method="post">
          <FormColumn>
            <PersonFields form={form} grids={loaderData.grids} organizations={loaderData.organizations} />
            <Button kind="main">登记</Button>
          </FormColumn>
        </Form>
      </Sheet>
    </Page>
  )
}
