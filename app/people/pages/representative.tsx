import { Form, href } from "react-router"
import { z } from "zod"
import { memberKindNames, representativeKinds } from "~/law/delegations"
import { date, laterDate, line, version } from "~/people/form-fields"
import { NameList } from "~/people/parts/NameList"
import { SavedNote } from "~/people/parts/RegisterActions"
import { TermFields } from "~/people/parts/TermFields"
import { VersionField } from "~/people/parts/VersionField"
import { readRepresentative } from "~/people/register-views"
import { changeRepresentative } from "~/people/representatives"
import { listResidentGroupNames } from "~/people/resident-groups"
import { Button, ButtonLink } from "~/ui/Button"
import { ErrorSummary } from "~/ui/ErrorSummary"
import { field } from "~/ui/form-view"
import { FormColumn, Page } from "~/ui/Page"
import { RadioGroup } from "~/ui/RadioGroup"
import { Sheet } from "~/ui/Sheet"
import { TextField } from "~/ui/TextField"
import { appContext } from "~/web/context"
import { invalid, orThrow, readForm, reply } from "~/web/forms"
import type { Route } from "./+types/representative"

const RepresentativeForm = z.object({
  version,
  kind: z.enum(representativeKinds, "请选身份"),
  residentGroup: line(30),
  since: date,
  until: laterDate,
})

export async function loader({ params, context, url }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  const representative = orThrow(context, await readRepresentative(ctx, params.representativeId))
  return {
    representative,
    isSaved: url.searchParams.has("saved"),
    groups: await listResidentGroupNames(ctx),
    community: ctx.community.name,
  }
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const read = await readForm(request, RepresentativeForm)
  if (!read.ok) return invalid(context, read)
  const input = { representativeId: params.representativeId, ...read.value }
  const to = `${href("/c/:community/registers/representatives/:representativeId", params)}?saved`
  return reply(context, await changeRepresentative(context.get(appContext), input), to, read.form)
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${loaderData?.representative.name ?? ""}，居民代表会议 - ${loaderData?.community ?? ""}议事驿站` },
]

const options = representativeKinds.map(value => ({ value, label: memberKindNames[value] }))

export default function Representative({ loaderData, actionData, params }: Route.ComponentProps) {
  const { representative, isSaved } = loaderData
  const { community } = params
  const form = actionData?.form
  return (
    <Page
      title={representative.name}
      lead={representative.label}
      crumbs={[
        { label: "名册", to: href("/c/:community/registers", params) },
        { label: "居民代表会议", to: href("/c/:community/registers/representatives", params) },
        { label: representative.name },
      ]}
      actions={
        <ButtonLink
          to={href("/c/:community/registers/persons/:personId", { community, personId: representative.personId })}
        >
          姓名、电话等资料
        </ButtonLink>
      }
      summary={
        form ? (
          <ErrorSummary form={form} order={["kind", "residentGroup", "since", "until"]} />
        ) : isSaved ? (
          <SavedNote />
        ) : null
      }
    >
      <Sheet>
        <Form method="post">
          <VersionField form={form} version={representative.version} />
          <FormColumn>
            <RadioGroup label="身份" options={options} {...field(form, "kind", representative.kind)} />
            <TextField
              label="居民小组（选填）"
              list="groups"
              autoComplete="off"
              short
              {...field(form, "residentGroup", representative.residentGroup)}
            />
            <NameList id="groups" names={loaderData.groups} />
            <TermFields form={form} known={representative} />
            <Button kind="main">保存</Button>
          </FormColumn>
        </Form>
      </Sheet>
    </Page>
  )
}
