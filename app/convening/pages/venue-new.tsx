import { Form, href } from "react-router"
import { z } from "zod"
import { VenueFields } from "~/convening/parts/VenueFields"
import { venueFields } from "~/convening/venue-form"
import { addVenue } from "~/convening/venues"
import { refuse } from "~/law/result"
import { may } from "~/people/permissions"
import { Button } from "~/ui/Button"
import { ErrorSummary } from "~/ui/ErrorSummary"
import { FormColumn, Page } from "~/ui/Page"
import { Sheet } from "~/ui/Sheet"
import { appContext } from "~/web/context"
import { invalid, orThrow, readForm, reply } from "~/web/forms"
import type { Route } from "./+types/venue-new"

const VenueForm = z.object(venueFields)

export function loader({ context }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  if (!may(ctx.actor, "register:edit")) throw orThrow(context, refuse("forbidden"))
  return { community: ctx.community.name }
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const read = await readForm(request, VenueForm)
  if (!read.ok) return invalid(context, read)
  const result = await addVenue(context.get(appContext), read.value)
  return reply(context, result, href("/c/:community/venues", params), read.form)
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `加一个议事点 - ${loaderData?.community ?? ""}议事驿站` },
]

export default function VenueNew({ actionData, params }: Route.ComponentProps) {
  const form = actionData?.form
  return (
    <Page
      title="加一个议事点"
      crumbs={[{ label: "议事点", to: href("/c/:community/venues", params) }, { label: "加一个议事点" }]}
      summary={<ErrorSummary form={form} order={["name", "address", "capacity"]} />}
    >
      <Sheet title="议事点" titleHidden>
        <Form method="post">
          <FormColumn>
            <VenueFields form={form} />
            <Button kind="main">加上</Button>
          </FormColumn>
        </Form>
      </Sheet>
    </Page>
  )
}
