import { Form, href } from "react-router"
import { z } from "zod"
import { civilDateOf } from "~/law/civil-date"
import {
  type ConsentMeans,
  consentKindNames,
  consentKinds,
  consentMeans,
  consentQuestions,
} from "~/people/consent-rules"
import { readConsents, recordConsent } from "~/people/consents"
import { date, line } from "~/people/form-fields"
import { ConsentStates } from "~/people/parts/ConsentSheet"
import { SavedNote } from "~/people/parts/RegisterActions"
import { may } from "~/people/permissions"
import { readPerson } from "~/people/persons"
import { Button } from "~/ui/Button"
import { DateField } from "~/ui/DateField"
import { ErrorSummary } from "~/ui/ErrorSummary"
import { field } from "~/ui/form-view"
import { Columns, FormColumn, Page } from "~/ui/Page"
import { RadioGroup } from "~/ui/RadioGroup"
import { Sheet } from "~/ui/Sheet"
import { TextField } from "~/ui/TextField"
import { appContext } from "~/web/context"
import { invalid, orThrow, readForm, reply } from "~/web/forms"
import type { Route } from "./+types/person-consents"

const meansKeys = Object.keys(consentMeans) as ConsentMeans[]

const ConsentForm = z.object({
  kind: z.enum(consentKinds, "请选对什么事"),
  given: z.enum(["yes", "no"], "请选是同意，还是不同意或撤回"),
  means: z.enum(meansKeys, "请选怎么说的"),
  saidOn: date,
  note: line(120),
})

export async function loader({ params, context, url }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  const person = orThrow(context, await readPerson(ctx, params.personId))
  return {
    name: person.name,
    ...(await readConsents(ctx, person.id)),
    today: civilDateOf(ctx.now()),
    mayEdit: may(ctx.actor, "register:edit") && !person.blottedAt,
    isSaved: url.searchParams.has("saved"),
    community: ctx.community.name,
  }
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const read = await readForm(request, ConsentForm)
  if (!read.ok) return invalid(context, read)
  const { given, ...said } = read.value
  const saying = { personId: params.personId, given: given === "yes", ...said }
  const to = `${href("/c/:community/registers/persons/:personId/consents", params)}?saved`
  return reply(context, await recordConsent(context.get(appContext), saying), to, read.form)
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${loaderData?.name ?? ""}的同意 - ${loaderData?.community ?? ""}议事驿站` },
]

const kinds = consentKinds.map(value => ({ value, label: consentKindNames[value], hint: consentQuestions[value] }))
const answers = [
  { value: "yes", label: "同意" },
  { value: "no", label: "不同意，或撤回以前的同意" },
]
const means = meansKeys.map(value => ({ value, label: consentMeans[value] }))

export default function PersonConsents({ loaderData, actionData, params }: Route.ComponentProps) {
  const { name, inForce, history, today, mayEdit, isSaved } = loaderData
  const form = actionData?.form
  return (
    <Page
      title={`${name}的同意`}
      lead="每次说的都留着，以最近一次为准。撤回同意和给出同意一样方便，撤回以前做的事不受影响。"
      crumbs={[
        { label: "名册", to: href("/c/:community/registers", params) },
        { label: "人员", to: href("/c/:community/registers/persons", params) },
        { label: name, to: href("/c/:community/registers/persons/:personId", params) },
        { label: "同意" },
      ]}
      summary={
        form ? (
          <ErrorSummary form={form} order={["kind", "given", "means", "saidOn", "note"]} />
        ) : isSaved ? (
          <SavedNote>已登记。</SavedNote>
        ) : null
      }
    >
      <Columns
        aside={
          <>
            <Sheet title="现在">
              <ConsentStates inForce={inForce} />
            </Sheet>
            {history.length > 0 ? (
              <Sheet title="说过的">
                <ul className="stack">
                  {history.map(one => (
                    <li key={one.id}>
                      {one.what}
                      <span className="hint">
                        {one.how}　{one.clerk ? `${one.clerk}登记` : ""}
                      </span>
                    </li>
                  ))}
                </ul>
              </Sheet>
            ) : null}
          </>
        }
      >
        <Sheet title="登记本人的意思" titleHidden>
          {mayEdit ? (
            <Form method="post" key={history.length}>
              <FormColumn>
                <RadioGroup label="对什么事" options={kinds} stacked {...field(form, "kind")} />
                <RadioGroup label="本人的意思" options={answers} stacked {...field(form, "given")} />
                <RadioGroup label="怎么说的" options={means} stacked {...field(form, "means")} />
                <DateField label="哪天说的" {...field(form, "saidOn", today)} />
                <TextField label="备注（选填）" hint="如书面同意书放在哪里" {...field(form, "note")} />
                <Button kind="main">登记</Button>
              </FormColumn>
            </Form>
          ) : (
            <p className="soft">这里只看，不能登记。</p>
          )}
        </Sheet>
      </Columns>
    </Page>
  )
}
