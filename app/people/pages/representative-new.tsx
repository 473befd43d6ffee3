import { Form, href } from "react-router"
import { z } from "zod"
import { civilDateOf } from "~/law/civil-date"
import { memberKindNames, representativeKinds } from "~/law/delegations"
import { date, entryOf, line, who } from "~/people/form-fields"
import { NameList } from "~/people/parts/NameList"
import { WhoField } from "~/people/parts/WhoField"
import { readChosenPerson } from "~/people/register-views"
import { enterRepresentative } from "~/people/representatives"
import { listResidentGroupNames } from "~/people/resident-groups"
import { Button } from "~/ui/Button"
import { DateField } from "~/ui/DateField"
import { ErrorSummary } from "~/ui/ErrorSummary"
import { field } from "~/ui/form-view"
import { FormColumn, Page } from "~/ui/Page"
import { RadioGroup } from "~/ui/RadioGroup"
import { Sheet } from "~/ui/Sheet"
import { TextField } from "~/ui/TextField"
import { appContext } from "~/web/context"
import { invalid, orThrow, readForm, reply } from "~/web/forms"
import type { Route } from "./+types/representative-new"

const RepresentativeForm = who.and(
  z.object({ kind: z.enum(representativeKinds, "请选身份"), residentGroup: line(30), since: date }),
)

export async function loader({ context, url }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  const person = orThrow(context, await readChosenPerson(ctx, "register:edit", url.searchParams.get("person")))
  return {
    person,
    today: civilDateOf(ctx.now()),
    groups: await listResidentGroupNames(ctx),
    community: ctx.community.name,
  }
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const read = await readForm(request, RepresentativeForm)
  if (!read.ok) return invalid(context, read)
  const { kind, residentGroup, since } = read.value
  const input = { person: entryOf(read.value), kind, residentGroup, since }
  const to = `${href("/c/:community/registers/representatives", params)}?saved`
  return reply(context, await enterRepresentative(context.get(appContext), input), to, read.form)
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `登记成员 - ${loaderData?.community ?? ""}议事驿站` },
]

const options = representativeKinds.map(value => ({ value, label: memberKindNames[value] }))

export default function RepresentativeNew({ loaderData, actionData, params }: Route.ComponentProps) {
  const { person, today } = loaderData
  const form = actionData?.form
  return (
    <Page
      title="登记成员"
      crumbs={[
        { label: "名册", to: href("/c/:community/registers", params) },
        { label: "居民代表会议", to: href("/c/:community/registers/representatives", params) },
        { label: "登记成员" },
      ]}
      summary={<ErrorSummary form={form} order={["name", "phone", "kind", "residentGroup", "since"]} />}
    >
      <Sheet>
        <Form method="post">
          <FormColumn>
            <WhoField form={form} person={person} />
            <RadioGroup label="身份" options={options} {...field(form, "kind")} />
            <TextField
              label="居民小组（选填）"
              list="groups"
              autoComplete="off"
              hint="由哪个居民小组推选"
              short
              {...field(form, "residentGroup")}
            />
            <NameList id="groups" names={loaderData.groups} />
            <DateField label="任期自" {...field(form, "since", today)} />
            <Button kind="main">登记</Button>
          </FormColumn>
        </Form>
      </Sheet>
    </Page>
  )
}
