import { Form, href } from "react-router"
import { z } from "zod"
import { Judgement } from "~/agenda/parts/Judgement"
import { ProcedureQuestion } from "~/agenda/parts/ProcedureQuestion"
import { readRouting } from "~/agenda/procedure-reading"
import { routeTopic } from "~/agenda/routing"
import { Answers } from "~/ui/Answers"
import { Button, ButtonLink } from "~/ui/Button"
import { ErrorSummary } from "~/ui/ErrorSummary"
import { Page } from "~/ui/Page"
import { Sheet } from "~/ui/Sheet"
import { appContext } from "~/web/context"
import { invalid, orThrow, readForm, reply } from "~/web/forms"
import type { Route } from "./+types/procedure"

/** Every answer that was given, by its question. */
const AnswersForm = z
  .looseObject({})
  .transform(v =>
    Object.fromEntries(Object.entries(v).flatMap(([key, value]) => (typeof value === "string" ? [[key, value]] : []))),
  )

/** The answers stand in the address, so that one may go back, change one, and do without a script. */
export async function loader({ context, params, url }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  const given = Object.fromEntries(url.searchParams)
  const routing = orThrow(context, await readRouting(ctx, params.topicId, given))
  const wasLeftOpen = routing.open !== null && given.asked === routing.open.key
  return { ...routing, wasLeftOpen, community: ctx.community.name }
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const read = await readForm(request, AnswersForm)
  if (!read.ok) return invalid(context, read)
  const result = await routeTopic(context.get(appContext), { topicId: params.topicId, answers: read.value })
  return reply(context, result, `${href("/c/:community/topics/:topicId", params)}#procedure`, read.form)
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `判断程序 - ${loaderData?.community ?? ""}议事驿站` },
]

export default function Procedure({ loaderData, actionData, params }: Route.ComponentProps) {
  const { title, asked, answers, open, route, wasLeftOpen } = loaderData
  const here = href("/c/:community/topics/:topicId/procedure", params)
  const back = href("/c/:community/topics/:topicId", params)
  /** The questions again, as they stood before the one at this place was answered. */
  const before = (at: number) =>
    `${here}?${new URLSearchParams(asked.slice(0, at).map(one => [one.key, one.value] as [string, string]))}`
  const form = actionData?.form ?? { values: {}, errors: {} }
  const missing = open && wasLeftOpen ? { [open.key]: "请选一项" } : {}
  return (
    <Page
      title={open ? "判断程序" : "核对一遍，定下程序"}
      lead={title}
      crumbs={[
        { label: "议题", to: href("/c/:community/topics", params) },
        { label: title, to: back },
        { label: "判断程序" },
      ]}
      summary={<ErrorSummary form={{ ...form, errors: { ...form.errors, ...missing } }} />}
    >
      {open ? (
        <ProcedureQuestion
          question={open}
          number={asked.length + 1}
          answers={answers}
          error={missing[open.key]}
          back={asked.length > 0 ? before(asked.length - 1) : back}
        />
      ) : route ? (
        <div className="stack-l">
          <Sheet title="您的回答">
            <Answers
              stacked
              items={asked.map((one, at) => ({ label: one.question, value: one.answer, change: before(at) }))}
            />
          </Sheet>
          <Sheet title={`程序：${route.name}`}>
            <Judgement route={route} />
          </Sheet>
          <Form method="post" className="row">
            {asked.map(one => (
              <input key={one.key} type="hidden" name={one.key} value={one.value} />
            ))}
            <Button kind="main">定下这个程序</Button>
            <ButtonLink to={back}>先不定</ButtonLink>
          </Form>
        </div>
      ) : null}
    </Page>
  )
}
