import { Form, href } from "react-router"
import { z } from "zod"
import { refuse } from "~/law/result"
import { proclaimPoll } from "~/polling/closing"
import { readPoll } from "~/polling/reading"
import { readResult } from "~/polling/result-views"
import { Answers } from "~/ui/Answers"
import { Button, ButtonLink } from "~/ui/Button"
import { DateField } from "~/ui/DateField"
import { ErrorSummary } from "~/ui/ErrorSummary"
import { field } from "~/ui/form-view"
import { FormColumn, Page } from "~/ui/Page"
import { Sheet } from "~/ui/Sheet"
import { appContext } from "~/web/context"
import { invalid, orThrow, readForm, reply } from "~/web/forms"
import type { Route } from "./+types/poll-proclaim"

const ProclaimForm = z.object({ since: z.string().trim().default(""), until: z.string().trim().default("") })

export async function loader({ context, params }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  const poll = orThrow(context, await readPoll(ctx, params.pollId))
  if (!poll.may.manage) throw orThrow(context, refuse("forbidden"))
  if (poll.state !== "closed") throw orThrow(context, refuse("poll_moved_on", { state: poll.state, status: 409 }))
  const { sentences, outcome } = orThrow(context, await readResult(ctx, params.pollId))
  return { poll, sentences, isSeating: poll.isByHand && outcome === "passed", community: ctx.community.name }
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const read = await readForm(request, ProclaimForm)
  if (!read.ok) return invalid(context, read)
  const { since, until } = read.value
  const input = { pollId: params.pollId, since: since || undefined, until: until || null }
  const result = await proclaimPoll(context.get(appContext), input)
  return reply(context, result, `${href("/c/:community/polls/:pollId", params)}?done=proclaim`, read.form)
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `公布结果 - ${loaderData?.community ?? ""}议事驿站` },
]

export default function PollProclaim({ loaderData, actionData, params }: Route.ComponentProps) {
  const { poll, sentences, isSeating } = loaderData
  const form = actionData?.form
  const back = href("/c/:community/polls/:pollId", params)
  return (
    <Page
      title="公布结果"
      lead={`${poll.title}（${poll.number}）`}
      crumbs={[
        { label: "书面表决", to: href("/c/:community/polls", params) },
        { label: poll.title, to: back },
        { label: "公布" },
      ]}
      summary={<ErrorSummary form={form} order={["since", "until"]} />}
    >
      <Sheet title="公布" titleHidden>
        <Form method="post">
          <FormColumn>
            <Answers
              items={[
                {
                  label: "结果",
                  value: [...sentences.entries()].map(([at, sentence]) => <p key={at}>{sentence}</p>),
                },
                ...(poll.topic ? [{ label: "议题", value: `“${poll.topic.title}”按这个结果议决` }] : []),
                ...(isSeating ? [{ label: "当选以后", value: poll.office }] : []),
              ]}
            />
            {isSeating ? (
              <>
                <DateField label="任期从哪天起（不填就是今天）" {...field(form, "since")} />
                <DateField label="任期到哪天（没有定的不填）" {...field(form, "until")} />
              </>
            ) : null}
            <p className="row">
              <Button kind="main">公布结果</Button>
              <ButtonLink to={href("/c/:community/polls/:pollId/result", params)}>先看计票结果</ButtonLink>
            </p>
          </FormColumn>
        </Form>
      </Sheet>
    </Page>
  )
}
