import { Form, href } from "react-router"
import { z } from "zod"
import { refuse } from "~/law/result"
import { closePoll } from "~/polling/closing"
import { readPoll } from "~/polling/reading"
import { Answers } from "~/ui/Answers"
import { Button, ButtonLink } from "~/ui/Button"
import { ErrorSummary } from "~/ui/ErrorSummary"
import { field } from "~/ui/form-view"
import { Note } from "~/ui/Note"
import { FormColumn, Page } from "~/ui/Page"
import { Sheet } from "~/ui/Sheet"
import { TextArea } from "~/ui/TextArea"
import { appContext } from "~/web/context"
import { invalid, orThrow, readForm, reply } from "~/web/forms"
import type { Route } from "./+types/poll-close"

const CloseForm = z.object({ withoutRunOff: z.string().trim().max(300, "最多300个字").default("") })

export async function loader({ context, params }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  const poll = orThrow(context, await readPoll(ctx, params.pollId))
  if (!poll.may.manage) throw orThrow(context, refuse("forbidden"))
  if (poll.state !== "open") throw orThrow(context, refuse("poll_moved_on", { state: poll.state, status: 409 }))
  return { poll, community: ctx.community.name }
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const read = await readForm(request, CloseForm)
  if (!read.ok) return invalid(context, read)
  const result = await closePoll(context.get(appContext), { pollId: params.pollId, ...read.value })
  return reply(context, result, `${href("/c/:community/polls/:pollId", params)}?done=close`, read.form)
}

export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: `计票 - ${loaderData?.community ?? ""}议事驿站` }]

export default function PollClose({ loaderData, actionData, params }: Route.ComponentProps) {
  const { poll } = loaderData
  const { figures } = poll
  const form = actionData?.form
  const back = href("/c/:community/polls/:pollId", params)
  const isRunOff = figures.isRunOff || form?.errors.withoutRunOff !== undefined
  return (
    <Page
      title="结束收票，计票"
      lead={`${poll.title}（${poll.number}）`}
      crumbs={[
        { label: "书面表决", to: href("/c/:community/polls", params) },
        { label: poll.title, to: back },
        { label: "计票" },
      ]}
      summary={<ErrorSummary form={form} />}
    >
      <Sheet title="计票" titleHidden>
        <Form method="post">
          <FormColumn>
            <Answers
              items={[
                { label: poll.isByHand ? "应参加" : "票册", value: `${figures.voters}张` },
                ...(figures.isRolled ? [{ label: "已送达", value: `${figures.delivered}张` }] : []),
                { label: "已收回", value: `${figures.returned}张` },
                ...(poll.isByHand ? [] : [{ label: "没有收回", value: `${figures.voters - figures.returned}张` }]),
                { label: "待核对", value: `${figures.unchecked}张` },
                { label: "规程", value: poll.ruleName },
              ]}
            />
            {isRunOff ? (
              <TextArea
                label="不另行选举的原因"
                hint="名额没有定满。另行选举的，先填另行选举的计票单，不在这里写。"
                rows={3}
                {...field(form, "withoutRunOff")}
              />
            ) : null}
            <Note kind="warn" title="计票以后，票和结果都不能再改">
              <p>结果按公告时固定的规程计算，先给您看，公布以后才生效。</p>
            </Note>
            <p className="row">
              <Button kind="main">结束收票，计票</Button>
              <ButtonLink to={back}>先不计票</ButtonLink>
            </p>
          </FormColumn>
        </Form>
      </Sheet>
    </Page>
  )
}
