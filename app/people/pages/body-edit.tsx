import { Form, href } from "react-router"
import { changeBody } from "~/people/bodies"
import { BodyChangeForm } from "~/people/body-form"
import { readBody, readEstateOptions } from "~/people/body-views"
import { BodyFields, bodyFieldOrder } from "~/people/parts/BodyFields"
import { VersionField } from "~/people/parts/VersionField"
import { Button } from "~/ui/Button"
import { ErrorSummary } from "~/ui/ErrorSummary"
import { FormColumn, Page } from "~/ui/Page"
import { Sheet } from "~/ui/Sheet"
import { appContext } from "~/web/context"
import { invalid, orThrow, readForm, reply } from "~/web/forms"
import type { Route } from "./+types/body-edit"

export async function loader({ params, context }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  const estates = orThrow(context, await readEstateOptions(ctx))
  const { kind, name, estateId, note, version } = orThrow(context, await readBody(ctx, params.bodyId))
  return { known: { kind, name, estateId, note }, version, estates, community: ctx.community.name }
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const read = await readForm(request, BodyChangeForm)
  if (!read.ok) return invalid(context, read)
  const input = { bodyId: params.bodyId, ...read.value }
  const to = `${href("/c/:community/registers/bodies/:bodyId", params)}?saved`
  return reply(context, await changeBody(context.get(appContext), input), to, read.form)
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `改${loaderData?.known.name ?? ""}的资料 - ${loaderData?.community ?? ""}议事驿站` },
]

export default function BodyEdit({ loaderData, actionData, params }: Route.ComponentProps) {
  const { known, version, estates } = loaderData
  const form = actionData?.form
  return (
    <Page
      title="改组织的资料"
      crumbs={[
        { label: "名册", to: href("/c/:community/registers", params) },
        { label: "组织和任期", to: href("/c/:community/registers/bodies", params) },
        { label: known.name, to: href("/c/:community/registers/bodies/:bodyId", params) },
        { label: "改资料" },
      ]}
      summary={<ErrorSummary form={form} order={bodyFieldOrder} />}
    >
      <Sheet>
        <Form method="post">
          <VersionField form={form} version={version} />
          <FormColumn>
            <BodyFields form={form} known={known} estates={estates} />
            <Button kind="main">保存</Button>
          </FormColumn>
        </Form>
      </Sheet>
    </Page>
  )
}
