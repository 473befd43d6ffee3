import { Form, href } from "react-router"
import { notHere } from "~/people/gate"
import { OrganizationChangeForm } from "~/people/organization-form"
import { changeOrganization, readOrganizations } from "~/people/organizations"
import { OrganizationFields, organizationFieldOrder } from "~/people/parts/OrganizationFields"
import { SavedNote } from "~/people/parts/RegisterActions"
import { VersionField } from "~/people/parts/VersionField"
import { Button } from "~/ui/Button"
import { ErrorSummary } from "~/ui/ErrorSummary"
import { FormColumn, Page } from "~/ui/Page"
import { Sheet } from "~/ui/Sheet"
import { appContext } from "~/web/context"
import { invalid, orThrow, readForm, reply } from "~/web/forms"
import type { Route } from "./+types/organization"

export async function loader({ params, context, url }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  const { rows } = orThrow(context, await readOrganizations(ctx))
  const organization = rows.find(one => one.id === params.organizationId)
  if (!organization) throw notHere()
  const { name, kind, contactName, contactPhone, address, note, version } = organization
  return {
    known: { name, kind, contactName, contactPhone, address, note },
    version,
    isSaved: url.searchParams.has("saved"),
    community: ctx.community.name,
  }
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const read = await readForm(request, OrganizationChangeForm)
  if (!read.ok) return invalid(context, read)
  const input = { organizationId: params.organizationId, ...read.value }
  const to = `${href("/c/:community/registers/organizations/:organizationId", params)}?saved`
  return reply(context, await changeOrganization(context.get(appContext), input), to, read.form)
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${loaderData?.known.name ?? ""} - ${loaderData?.community ?? ""}议事驿站` },
]

export default function Organization({ loaderData, actionData, params }: Route.ComponentProps) {
  const { known, version, isSaved } = loaderData
  const form = actionData?.form
  return (
    <Page
      title={known.name}
      crumbs={[
        { label: "名册", to: href("/c/:community/registers", params) },
        { label: "单位", to: href("/c/:community/registers/organizations", params) },
        { label: known.name },
      ]}
      summary={form ? <ErrorSummary form={form} order={organizationFieldOrder} /> : isSaved ? <SavedNote /> : null}
    >
      <Sheet>
        <Form method="post">
          <VersionField form={form} version={version} />
          <FormColumn>
            <OrganizationFields form={form} known={known} />
            <Button kind="main">保存</Button>
          </FormColumn>
        </Form>
      </Sheet>
    </Page>
  )
}
