import { Form, href } from "react-router"
import { z } from "zod"
import { VenueFields } from "~/convening/parts/VenueFields"
import { venueFields } from "~/convening/venue-form"
import { editVenue, readVenue } from "~/convening/venues"
import { Button, ButtonLink } from "~/ui/Button"
import { ErrorSummary } from "~/ui/ErrorSummary"
import { field } from "~/ui/form-view"
import { FormColumn, Page } from "~/ui/Page"
import { Sheet } from "~/ui/Sheet"
import { appContext } from "~/web/context"
import { invalid, orThrow, readForm, reply } from "~/web/forms"
import type { Route } from "./+types/venue"

const VenueForm = z.object({ version: z.coerce.number().int().min(1), ...venueFields })

export async function loader({ context, params }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  return { venue: orThrow(context, await readVenue(ctx, params.venueId)), community: ctx.community.name }
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const read = await readForm(request, VenueForm)
  if (!read.ok) return invalid(context, read)
  const result = await editVenue(context.get(appContext), { venueId: params.venueId, ...read.value })
  if (!result.ok && result.code === "changed_meanwhile") read.form.values.version = String(result.detail.version)
  return reply(context, result, href("/c/:community/venues", params), read.form)
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${loaderData?.venue.name ?? "议事点"} - ${loaderData?.community ?? ""}议事驿站` },
]

export default function Venue({ loaderData, actionData, params }: Route.ComponentProps) {
  const form = actionData?.form
  const { venue } = loaderData
  const back = href("/c/:community/venues", params)
  return (
    <Page
      title={venue.name}
      crumbs={[{ label: "议事点", to: back }, { label: venue.name }]}
      summary={<ErrorSummary form={form} order={["name", "address", "capacity"]} />}
    >
      <Sheet title="议事点" titleHidden>
        <Form method="post">
          <input type="hidden" name="version" value={field(form, "version", String(venue.version)).defaultValue} />
          <FormColumn>
            <VenueFields form={form} known={venue} />
            <p className="row">
              <Button kind="main">保存</Button>
              <ButtonLink to={back}>不改了</ButtonLink>
            </p>
          </FormColumn>
        </Form>
      </Sheet>
    </Page>
  )
}
