import { Form, href } from "react-router"
import { z } from "zod"
import { refuse } from "~/law/result"
import { cancelPoll } from "~/polling/announcing"
import { readPoll } from "~/polling/reading"
import { Button, ButtonLink } from "~/ui/Button"
import { ErrorSummary } from "~/ui/ErrorSummary"
import { field } from "~/ui/form-view"
import { Note } from "~/ui/Note"
import { FormColumn, Page } from "~/ui/Page"
import { Sheet } from "~/ui/Sheet"
import { TextArea } from "~/ui/TextArea"
import { appContext } from "~/web/context"
import { invalid, orThrow, readForm, reply } from "~/web/forms"
import type { Route } from "./+types/poll-cancel"

const CancelForm = z.object({ reason: z.string().trim().min(1, "请写明原因").max(300, "最多300个字") })

export async function loader({ context, params }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  const poll = orThrow(context, await readPoll(ctx, params.pollId))
  if (!poll.may.manage) throw orThrow(context, refuse("forbidden"))
  if (!poll.may.cancel) throw orThrow(context, refuse("poll_moved_on", { state: poll.state, status: 409 }))
  return { title: poll.title, isDraft: poll.state === "draft", community: ctx.community.name }
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const read = await readForm(request, CancelForm)
  if (!read.ok) return invalid(context, read)
  const result = await cancelPoll(context.get(appContext), { pollId: params.pollId, ...read.value })
  return reply(context, result, href("/c/:community/polls/:pollId", params), read.form)
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `取消书面表决 - ${loaderData?.community ?? ""}议事驿站` },
]

export default function PollCancel({ loaderData, actionData, params }: Route.ComponentProps) {
  const form = actionData?.form
  const back = href("/c/:community/polls/:pollId", params)
  return (
    <Page
      title="取消这次表决"
      lead={loaderData.title}
      crumbs={[
        { label: "书面表决", to: href("/c/:community/polls", params) },
        { label: loaderData.title, to: back },
        { label: "取消" },
      ]}
      summary={<ErrorSummary form={form} order={["reason"]} />}
    >
      <Sheet title="取消这次表决" titleHidden>
        <Form method="post">
          <FormColumn>
            <Note kind="warn" title="取消以后不能恢复">
              <p>
                {loaderData.isDraft
                  ? "草稿和原因会留在记录里。"
                  : "票册、收回的票和原因都留在记录里。议题退回“已备好”，可以重新办。收到过票的业主，请张贴公告告知。"}
              </p>
            </Note>
            <TextArea label="为什么取消" rows={3} {...field(form, "reason")} />
            <p className="row">
              <Button kind="main">取消这次表决</Button>
              <ButtonLink to={back}>不取消，回去</ButtonLink>
            </p>
          </FormColumn>
        </Form>
      </Sheet>
    </Page>
  )
}
