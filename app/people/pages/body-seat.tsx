import { Form, href } from "react-router"
import { civilDateOf } from "~/law/civil-date"
import { SeatForm } from "~/people/body-form"
import { seatInBody } from "~/people/body-terms"
import { readBody } from "~/people/body-views"
import { entryOf } from "~/people/form-fields"
import { SeatFields, seatFieldOrder } from "~/people/parts/SeatFields"
import { WhoField } from "~/people/parts/WhoField"
import { readChosenPerson } from "~/people/register-views"
import { Button } from "~/ui/Button"
import { ErrorSummary } from "~/ui/ErrorSummary"
import { FormColumn, Page } from "~/ui/Page"
import { Sheet } from "~/ui/Sheet"
import { appContext } from "~/web/context"
import { invalid, orThrow, readForm, reply } from "~/web/forms"
import type { Route } from "./+types/body-seat"

export async function loader({ params, context, url }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  const person = orThrow(context, await readChosenPerson(ctx, "register:edit", url.searchParams.get("person")))
  const { name, kind } = orThrow(context, await readBody(ctx, params.bodyId))
  return { person, body: { name, kind }, today: civilDateOf(ctx.now()), community: ctx.community.name }
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const read = await readForm(request, SeatForm)
  if (!read.ok) return invalid(context, read)
  const { post, chosenHow, basis, since, until } = read.value
  const seat = { bodyId: params.bodyId, person: entryOf(read.value), post, chosenHow, basis, since, until }
  const to = `${href("/c/:community/registers/bodies/:bodyId", params)}?saved`
  return reply(context, await seatInBody(context.get(appContext), seat), to, read.form)
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `安排成员 - ${loaderData?.community ?? ""}议事驿站` },
]

export default function BodySeat({ loaderData, actionData, params }: Route.ComponentProps) {
  const { person, body, today } = loaderData
  const form = actionData?.form
  return (
    <Page
      title="安排成员"
      lead={body.name}
      crumbs={[
        { label: "名册", to: href("/c/:community/registers", params) },
        { label: "组织和任期", to: href("/c/:community/registers/bodies", params) },
        { label: body.name, to: href("/c/:community/registers/bodies/:bodyId", params) },
        { label: "安排成员" },
      ]}
      summary={<ErrorSummary form={form} order={["name", "phone", ...seatFieldOrder]} />}
    >
      <Sheet>
        <Form method="post">
          <FormColumn>
            <WhoField form={form} person={person} />
            <SeatFields form={form} kind={body.kind} today={today} />
            <Button kind="main">安排</Button>
          </FormColumn>
        </Form>
      </Sheet>
    </Page>
  )
}
