import { Form, href } from "react-router"
import { z } from "zod"
import { readCounting } from "~/polling/ballot-views"
import { countOf } from "~/polling/count-form"
import { checkCount, enterCount } from "~/polling/counts"
import { doneWords } from "~/polling/page-words"
import { CountFields } from "~/polling/parts/CountFields"
import { Button, ButtonLink } from "~/ui/Button"
import { ErrorSummary } from "~/ui/ErrorSummary"
import { Facts } from "~/ui/Facts"
import { Note } from "~/ui/Note"
import { FormColumn, Page } from "~/ui/Page"
import { Sheet } from "~/ui/Sheet"
import { appContext } from "~/web/context"
import { invalid, orThrow, readForm, reply } from "~/web/forms"
import type { Route } from "./+types/poll-count"

const CountForm = z.discriminatedUnion("intent", [
  z.looseObject({ intent: z.literal("enter"), ordinal: z.coerce.number().int() }),
  z.object({
    intent: z.literal("check"),
    ordinal: z.coerce.number().int(),
    version: z.coerce.number().int(),
  }),
])

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  return {
    view: orThrow(context, await readCounting(ctx, params.pollId)),
    done: doneWords[url.searchParams.get("done") ?? ""] ?? "",
    community: ctx.community.name,
  }
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const ctx = context.get(appContext)
  const read = await readForm(request, CountForm)
  if (!read.ok) return invalid(context, read)
  const { pollId } = params
  const here = href("/c/:community/polls/:pollId/count", params)
  if (read.value.intent === "check") {
    const { ordinal, version } = read.value
    return reply(context, await checkCount(ctx, { pollId, ordinal, version }), `${here}?done=countChecked`, read.form)
  }
  const count = countOf(read.form.values)
  const result = await enterCount(ctx, { pollId, ordinal: read.value.ordinal, count })
  return reply(context, result, `${here}?done=count`, read.form)
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `计票单 - ${loaderData?.community ?? ""}议事驿站` },
]

export default function PollCount({ loaderData, actionData, params }: Route.ComponentProps) {
  const { view, done } = loaderData
  const form = actionData?.form
  const { waiting, next } = view
  const back = href("/c/:community/polls/:pollId", params)
  return (
    <Page
      title="计票单"
      lead={`${view.title}：计票人${view.counters}，监票人${view.scrutineers}`}
      crumbs={[
        { label: "书面表决", to: href("/c/:community/polls", params) },
        { label: view.title, to: back },
        { label: "计票单" },
      ]}
      summary={
        <>
          <ErrorSummary form={form} />
          {done && !form ? <Note kind="ok" live title={done} /> : null}
        </>
      }
    >
      <div className="stack-l">
        {view.rounds.map(round => (
          <Sheet key={round.ordinal} title={round.ordinal === 1 ? "第一次计票" : "另行选举"}>
            {[...round.sentences.entries()].map(([at, sentence]) => (
              <p key={at}>{sentence}</p>
            ))}
            <p className="soft small">
              {round.by}录入，{round.checkedBy}核对
            </p>
          </Sheet>
        ))}
        {waiting ? (
          <Sheet title="等待核对的计票单">
            <Facts items={waiting.figures.map(one => ({ label: one.label, value: String(one.value) }))} />
            {waiting.isOwn ? (
              <p>这一份是您录入的，请另一位计票人登录后核对。填错了的，在下面重新填。</p>
            ) : (
              <Form method="post" className="stack">
                <p>{waiting.by}录入。请对着计票单逐项看一遍，都一致再按；不一致的，在下面重新填。</p>
                <input type="hidden" name="ordinal" value={waiting.ordinal} />
                <input type="hidden" name="version" value={waiting.version} />
                <Button kind="main" name="intent" value="check">
                  与计票单一致
                </Button>
              </Form>
            )}
          </Sheet>
        ) : null}
        {next && view.isBefore ? (
          <Note title="还没有到计票的时候">
            <p>投完票以后，当众唱票、计票，再把计票单上的数填到这里。</p>
          </Note>
        ) : null}
        {next && view.isOpen ? (
          <Sheet title={waiting ? "重新填" : next.ordinal === 1 ? "填计票单" : "填另行选举的计票单"}>
            <Form method="post">
              <FormColumn>
                <input type="hidden" name="ordinal" value={next.ordinal} />
                <CountFields form={form} next={next} entitled={view.entitled} handedOut={view.handedOut} />
                <Button kind={waiting ? "plain" : "main"} name="intent" value="enter">
                  {waiting ? "按新填的录入" : "录入计票单"}
                </Button>
              </FormColumn>
            </Form>
          </Sheet>
        ) : null}
        {next ? null : (
          <p>
            <ButtonLink kind="main" to={back}>
              回到这次表决
            </ButtonLink>
          </p>
        )}
      </div>
    </Page>
  )
}
