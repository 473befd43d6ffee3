import { Form, href } from "react-router"
import { z } from "zod"
import { changeDelegate } from "~/people/delegates"
import { chosenHow, date, laterDate, line, version } from "~/people/form-fields"
import { listOrganizationNames } from "~/people/organizations"
import { ChosenHowField } from "~/people/parts/ChosenHowField"
import { NameList } from "~/people/parts/NameList"
import { SavedNote } from "~/people/parts/RegisterActions"
import { TermFields } from "~/people/parts/TermFields"
import { VersionField } from "~/people/parts/VersionField"
import { readDelegate } from "~/people/register-views"
import { Button, ButtonLink } from "~/ui/Button"
import { ErrorSummary } from "~/ui/ErrorSummary"
import { field } from "~/ui/form-view"
import { FormColumn, Page } from "~/ui/Page"
import { Sheet } from "~/ui/Sheet"
import { TextField } from "~/ui/TextField"
import { appContext } from "~/web/context"
import { invalid, orThrow, readForm, reply } from "~/web/forms"
import type { Route } from "./+types/delegate"

const DelegateForm = z.object({ version, organization: line(60), chosenHow, since: date, until: laterDate })

export async function loader({ params, context, url }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  const delegate = orThrow(context, await readDelegate(ctx, params.delegateId))
  return {
    delegate,
    isSaved: url.searchParams.has("saved"),
    organizations: await listOrganizationNames(ctx),
    community: ctx.community.name,
  }
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const read = await readForm(request, DelegateForm)
  if (!read.ok) return invalid(context, read)
  const input = { delegateId: params.delegateId, ...read.value }
  const to = `${href("/c/:community/registers/delegates/:delegateId", params)}?saved`
  return reply(context, await changeDelegate(context.get(appContext), input), to, read.form)
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${loaderData?.delegate.name ?? ""}，代表 - ${loaderData?.community ?? ""}议事驿站` },
]

export default function Delegate({ loaderData, actionData, params }: Route.ComponentProps) {
  const { delegate, isSaved } = loaderData
  const { community } = params
  const form = actionData?.form
  return (
    <Page
      title={delegate.name}
      lead={`${delegate.label}代表`}
      crumbs={[
        { label: "名册", to: href("/c/:community/registers", params) },
        { label: "代表", to: href("/c/:community/registers/delegates", params) },
        { label: delegate.name },
      ]}
      actions={
        <ButtonLink to={href("/c/:community/registers/persons/:personId", { community, personId: delegate.personId })}>
          姓名、电话等资料
        </ButtonLink>
      }
      summary={
        form ? (
          <ErrorSummary form={form} order={["organization", "chosenHow", "since", "until"]} />
        ) : isSaved ? (
          <SavedNote />
        ) : null
      }
    >
      <Sheet>
        <Form method="post">
          <VersionField form={form} version={delegate.version} />
          <FormColumn>
            <TextField
              label="单位和职务（选填）"
              list="organizations"
              {...field(form, "organization", delegate.organization)}
            />
            <NameList id="organizations" names={loaderData.organizations} />
            <ChosenHowField form={form} known={delegate.chosenHow} label="产生方式（选填）" />
            <TermFields form={form} known={delegate} />
            <Button kind="main">保存</Button>
          </FormColumn>
        </Form>
      </Sheet>
    </Page>
  )
}
