import { Form, href, redirect } from "react-router"
import { z } from "zod"
import { listPeopleWithDuties, readDutyList } from "~/followup/duty-list"
import { countWords, DutyPeople } from "~/followup/parts/DutyPeople"
import { DutyRows } from "~/followup/parts/DutyRows"
import { printDutyList } from "~/followup/slips"
import { may } from "~/people/permissions"
import { Button } from "~/ui/Button"
import { Empty } from "~/ui/Empty"
import { ErrorSummary } from "~/ui/ErrorSummary"
import { Page } from "~/ui/Page"
import { SelectField } from "~/ui/SelectField"
import { Sheet } from "~/ui/Sheet"
import { appContext } from "~/web/context"
import { invalid, orThrow, readForm, reply } from "~/web/forms"
import type { Route } from "./+types/duty"

export async function loader({ context, url }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  const people = await listPeopleWithDuties(ctx)
  const own = ctx.actor.personId ?? ""
  const asked = url.searchParams.get("person")
  // The office mostly looks at others' lists: without duties of one's own the page asks whose.
  const asksWhose = !asked && may(ctx.actor, "task:inspect") && !people.some(person => person.personId === own)
  return {
    list: asksWhose ? null : orThrow(context, await readDutyList(ctx, asked || own)),
    people,
    community: ctx.community.name,
  }
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const read = await readForm(request, z.object({ person: z.string().min(1) }))
  if (!read.ok) return invalid(context, read)
  const result = await printDutyList(context.get(appContext), read.value.person)
  if (!result.ok) return reply(context, result, "", read.form)
  const documentId = `${result.value.document.id}.pdf`
  return redirect(href("/c/:community/documents/:documentId", { community: params.community, documentId }), 303)
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `履职清单 - ${loaderData?.community ?? ""}议事驿站` },
]

export default function Duty({ loaderData, actionData, params }: Route.ComponentProps) {
  const { list, people } = loaderData
  const tasks = { label: "办理", to: href("/c/:community/tasks", params) }
  if (!list)
    return (
      <Page
        title="履职清单"
        lead="每个人手上要办的事，和各人上报、负责的问题。"
        crumbs={[tasks, { label: "履职清单" }]}
      >
        <DutyPeople people={people} community={params.community} />
      </Page>
    )
  const choices = people.map(person => ({ value: person.personId, label: `${person.name}（${countWords(person)}）` }))
  return (
    <Page
      title={`${list.name}的履职清单`}
      lead="手上要办的事，和自己上报、负责的问题。办完一项，打一个勾。"
      crumbs={[tasks, { label: "履职清单" }]}
      actions={
        list.lines.length > 0 ? (
          <Form method="post" reloadDocument>
            <input type="hidden" name="person" value={list.personId} />
            <Button kind="main">打印履职清单</Button>
          </Form>
        ) : null
      }
      summary={<ErrorSummary form={actionData?.form} />}
    >
      {choices.length > 0 ? (
        <Form className="filter" method="get" role="search" aria-label="换一个人" key={list.personId}>
          <SelectField
            label="承办人"
            name="person"
            defaultValue={list.personId}
            options={
              choices.some(choice => choice.value === list.personId)
                ? choices
                : [{ value: list.personId, label: list.name }, ...choices]
            }
          />
          <Button>看清单</Button>
        </Form>
      ) : null}
      <Sheet title="清单" titleHidden flush>
        {list.lines.length === 0 ? (
          <Empty title="名下没有要办的事">
            <p>交办给本人的事项，和本人上报、还没有办结的问题，都会列在这里。</p>
          </Empty>
        ) : (
          <DutyRows list={list} community={params.community} />
        )}
      </Sheet>
    </Page>
  )
}
