import { Form, href } from "react-router"
import { z } from "zod"
import { civilDateOf } from "~/law/civil-date"
import { delegations, memberKindNames } from "~/law/delegations"
import { appointDelegate } from "~/people/delegates"
import { chosenHow, date, entryOf, line, who } from "~/people/form-fields"
import { listOrganizationNames } from "~/people/organizations"
import { ChosenHowField } from "~/people/parts/ChosenHowField"
import { NameList } from "~/people/parts/NameList"
import { WhoField } from "~/people/parts/WhoField"
import { readChosenPerson } from "~/people/register-views"
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
import type { Route } from "./+types/delegate-new"

const DelegateForm = who.and(
  z.object({ delegation: z.enum(delegations, "请选代表类别"), organization: line(60), chosenHow, since: date }),
)

export async function loader({ context, url }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  const person = orThrow(context, await readChosenPerson(ctx, "register:edit", url.searchParams.get("person")))
  return {
    person,
    today: civilDateOf(ctx.now()),
    organizations: await listOrganizationNames(ctx),
    community: ctx.community.name,
  }
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const read = await readForm(request, DelegateForm)
  if (!read.ok) return invalid(context, read)
  const { delegation, organization, chosenHow: how, since } = read.value
  const input = { person: entryOf(read.value), delegation, organization, chosenHow: how, since }
  const to = `${href("/c/:community/registers/delegates", params)}?saved`
  return reply(context, await appointDelegate(context.get(appContext), input), to, read.form)
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `登记代表 - ${loaderData?.community ?? ""}议事驿站` },
]

const options = delegations.map(value => ({ value, label: memberKindNames[value] }))

export default function DelegateNew({ loaderData, actionData, params }: Route.ComponentProps) {
  const { person, today } = loaderData
  const form = actionData?.form
  return (
    <Page
      title="登记代表"
      crumbs={[
        { label: "名册", to: href("/c/:community/registers", params) },
        { label: "代表", to: href("/c/:community/registers/delegates", params) },
        { label: "登记代表" },
      ]}
      summary={
        <ErrorSummary form={form} order={["name", "phone", "delegation", "organization", "chosenHow", "since"]} />
      }
    >
      <Sheet>
        <Form method="post">
          <FormColumn>
            <WhoField form={form} person={person} />
            <RadioGroup label="代表类别" options={options} {...field(form, "delegation")} />
            <TextField
              label="单位和职务（选填）"
              list="organizations"
              hint="物业、部门和共建单位的代表要写明单位，会印在名单上。"
              {...field(form, "organization")}
            />
            <NameList id="organizations" names={loaderData.organizations} />
            <ChosenHowField form={form} label="产生方式（选填）" />
            <DateField label="任期自" {...field(form, "since", today)} />
            <Button kind="main">登记</Button>
          </FormColumn>
        </Form>
      </Sheet>
    </Page>
  )
}
