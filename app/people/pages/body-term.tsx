import { Form, href } from "react-router"
import { BodyTermForm } from "~/people/body-form"
import { changeBodyTerm } from "~/people/body-terms"
import { readBodyTerm } from "~/people/body-views"
import { SeatFields, seatFieldOrder } from "~/people/parts/SeatFields"
import { VersionField } from "~/people/parts/VersionField"
import { Button, ButtonLink } from "~/ui/Button"
import { ErrorSummary } from "~/ui/ErrorSummary"
import { FormColumn, Page } from "~/ui/Page"
import { Sheet } from "~/ui/Sheet"
import { appContext } from "~/web/context"
import { invalid, orThrow, readForm, reply } from "~/web/forms"
import type { Route } from "./+types/body-term"

export async function loader({ params, context }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  const term = orThrow(context, await readBodyTerm(ctx, params.bodyId, params.termId))
  return { term, community: ctx.community.name }
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const read = await readForm(request, BodyTermForm)
  if (!read.ok) return invalid(context, read)
  const to = `${href("/c/:community/registers/bodies/:bodyId", params)}?saved`
  const input = { termId: params.termId, ...read.value }
  return reply(context, await changeBodyTerm(context.get(appContext), input), to, read.form)
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${loaderData?.term.name ?? ""}，${loaderData?.term.body ?? ""} - ${loaderData?.community ?? ""}议事驿站` },
]

export default function BodyTerm({ loaderData, actionData, params }: Route.ComponentProps) {
  const { term } = loaderData
  const { community } = params
  const form = actionData?.form
  return (
    <Page
      title={term.name}
      lead={`${term.body}${term.post}`}
      crumbs={[
        { label: "名册", to: href("/c/:community/registers", params) },
        { label: "组织和任期", to: href("/c/:community/registers/bodies", params) },
        { label: term.body, to: href("/c/:community/registers/bodies/:bodyId", params) },
        { label: term.name },
      ]}
      actions={
        <ButtonLink to={href("/c/:community/registers/persons/:personId", { community, personId: term.personId })}>
          姓名、电话等资料
        </ButtonLink>
      }
      summary={<ErrorSummary form={form} order={seatFieldOrder} />}
    >
      <Sheet>
        <Form method="post">
          <VersionField form={form} version={term.version} />
          <FormColumn>
            <SeatFields form={form} kind={term.kind} known={term} />
            <Button kind="main">保存</Button>
          </FormColumn>
        </Form>
      </Sheet>
    </Page>
  )
}
