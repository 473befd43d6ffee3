import { Form, href } from "react-router"
import { notHere } from "~/people/gate"
import { SavedNote } from "~/people/parts/RegisterActions"
import { ResidentGroupFields, residentGroupFieldOrder } from "~/people/parts/ResidentGroupFields"
import { VersionField } from "~/people/parts/VersionField"
import { groupFactsOf, ResidentGroupChangeForm } from "~/people/resident-group-form"
import { changeResidentGroup, readResidentGroups } from "~/people/resident-groups"
import { Button } from "~/ui/Button"
import { ErrorSummary } from "~/ui/ErrorSummary"
import { FormColumn, Page } from "~/ui/Page"
import { Sheet } from "~/ui/Sheet"
import { appContext } from "~/web/context"
import { invalid, orThrow, readForm, reply } from "~/web/forms"
import type { Route } from "./+types/resident-group"

export async function loader({ params, context, url }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  const { rows } = orThrow(context, await readResidentGroups(ctx))
  const group = rows.find(one => one.id === params.groupId)
  if (!group) throw notHere()
  const { name, households, leader, leaderPhone, scope, quotaWords, version } = group
  return {
    known: { name, households, leader, leaderPhone, scope },
    quotaWords,
    version,
    isSaved: url.searchParams.has("saved"),
    community: ctx.community.name,
  }
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const read = await readForm(request, ResidentGroupChangeForm)
  if (!read.ok) return invalid(context, read)
  const input = { groupId: params.groupId, version: read.value.version, ...groupFactsOf(read.value) }
  const to = `${href("/c/:community/registers/resident-groups/:groupId", params)}?saved`
  return reply(context, await changeResidentGroup(context.get(appContext), input), to, read.form)
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${loaderData?.known.name ?? ""} - ${loaderData?.community ?? ""}议事驿站` },
]

export default function ResidentGroup({ loaderData, actionData, params }: Route.ComponentProps) {
  const { known, quotaWords, version, isSaved } = loaderData
  const form = actionData?.form
  return (
    <Page
      title={known.name}
      lead={quotaWords}
      crumbs={[
        { label: "名册", to: href("/c/:community/registers", params) },
        { label: "居民小组", to: href("/c/:community/registers/resident-groups", params) },
        { label: known.name },
      ]}
      summary={form ? <ErrorSummary form={form} order={residentGroupFieldOrder} /> : isSaved ? <SavedNote /> : null}
    >
      <Sheet>
        <Form method="post">
          <VersionField form={form} version={version} />
          <FormColumn>
            <ResidentGroupFields form={form} known={known} />
            <Button kind="main">保存</Button>
          </FormColumn>
        </Form>
      </Sheet>
    </Page>
  )
}
