import { Form, href } from "react-router"
import { readConsents } from "~/people/consents"
import { listOrganizationNames } from "~/people/organizations"
import { PersonAside } from "~/people/parts/PersonAside"
import { PersonFields, personFieldOrder } from "~/people/parts/PersonFields"
import { PrintableNote } from "~/people/parts/PrintableNote"
import { SavedNote } from "~/people/parts/RegisterActions"
import { VersionField } from "~/people/parts/VersionField"
import { may } from "~/people/permissions"
import { PersonChangeForm } from "~/people/person-form"
import { changePerson, listNamesakes, readPerson } from "~/people/persons"
import { unprintable } from "~/people/printable"
import { listGridOptions, listOffices } from "~/people/register-views"
import { readTimeline } from "~/registry/timeline"
import { Button } from "~/ui/Button"
import { ErrorSummary } from "~/ui/ErrorSummary"
import { Columns, FormColumn, Page } from "~/ui/Page"
import { Sheet } from "~/ui/Sheet"
import { appContext, serverContext } from "~/web/context"
import { invalid, orThrow, readForm, reply } from "~/web/forms"
import type { Route } from "./+types/person"

export async function loader({ params, context, url }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  const person = orThrow(context, await readPerson(ctx, params.personId))
  const words = context.get(serverContext).auditWords
  const { name, phone, gender, address, organization, gridId, note } = person
  return {
    known: { name, phone, gender, address, organization, gridId, note },
    version: person.version,
    missing: unprintable(ctx, name + organization),
    namesakes: await listNamesakes(ctx, person),
    offices: orThrow(context, await listOffices(ctx, person.id)),
    consents: (await readConsents(ctx, person.id)).inForce,
    grids: await listGridOptions(ctx),
    organizations: await listOrganizationNames(ctx),
    // The log keeps the name, as it must; the page of someone blotted out does not tell it again.
    timeline: person.blottedAt ? [] : await readTimeline(ctx, words, [{ kind: "person", ids: [person.id] }]),
    isBlotted: person.blottedAt !== null,
    mayEdit: may(ctx.actor, "register:edit") && person.blottedAt === null,
    managesAccounts: may(ctx.actor, "account:manage"),
    isSaved: url.searchParams.has("saved"),
    community: ctx.community.name,
  }
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const read = await readForm(request, PersonChangeForm)
  if (!read.ok) return invalid(context, read)
  const input = { personId: params.personId, ...read.value }
  const to = `${href("/c/:community/registers/persons/:personId", params)}?saved`
  return reply(context, await changePerson(context.get(appContext), input), to, read.form)
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${loaderData?.known.name ?? ""} - ${loaderData?.community ?? ""}议事驿站` },
]

export default function Person({ loaderData, actionData, params }: Route.ComponentProps) {
  const { known, version, grids, organizations, missing, isBlotted, isSaved } = loaderData
  const form = actionData?.form
  return (
    <Page
      title={known.name}
      crumbs={[
        { label: "名册", to: href("/c/:community/registers", params) },
        { label: "人员", to: href("/c/:community/registers/persons", params) },
        { label: known.name },
      ]}
      summary={
        form ? (
          <ErrorSummary form={form} order={personFieldOrder} />
        ) : isSaved || missing.length > 0 ? (
          <div className="stack">
            {isSaved ? <SavedNote /> : null}
            <PrintableNote missing={missing} />
          </div>
        ) : null
      }
    >
      <Columns aside={<PersonAside {...loaderData} params={params} />}>
        <Sheet title="资料" titleHidden>
          {isBlotted ? <p>这位的个人信息已经按要求遮去。开过的会议、印发的文书和日志按法律留存，照旧可查。</p> : null}
          {isBlotted ? null : (
            <Form method="post">
              <VersionField form={form} version={version} />
              <FormColumn>
                <PersonFields form={form} known={known} grids={grids} organizations={organizations} />
                <Button kind="main">保存</Button>
              </FormColumn>
            </Form>
          )}
        </Sheet>
      </Columns>
    </Page>
  )
}
