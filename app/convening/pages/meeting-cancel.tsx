import { Form, href } from "react-router"
import { z } from "zod"
import { readMeeting } from "~/convening/meeting-reading"
import { cancelMeeting } from "~/convening/meetings"
import { refuse } from "~/law/result"
import { Button, ButtonLink } from "~/ui/Button"
import { ErrorSummary } from "~/ui/ErrorSummary"
import { field } from "~/ui/form-view"
import { Note } from "~/ui/Note"
import { FormColumn, Page } from "~/ui/Page"
import { Sheet } from "~/ui/Sheet"
import { TextArea } from "~/ui/TextArea"
import { appContext } from "~/web/context"
import { invalid, orThrow, readForm, reply } from "~/web/forms"
import type { Route } from "./+types/meeting-cancel"

const CancelForm = z.object({ reason: z.string().trim().min(1, "请写明原因").max(300, "最多300个字") })

export async function loader({ context, params }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  const meeting = orThrow(context, await readMeeting(ctx, params.meetingId))
  if (!meeting.may.cancel)
    throw orThrow(context, refuse(meeting.may.edit || meeting.may.issueNotice ? "not_cancellable" : "forbidden"))
  return { title: meeting.title, when: meeting.when, isDraft: meeting.may.edit, community: ctx.community.name }
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const read = await readForm(request, CancelForm)
  if (!read.ok) return invalid(context, read)
  const result = await cancelMeeting(context.get(appContext), { meetingId: params.meetingId, ...read.value })
  return reply(context, result, href("/c/:community/meetings/:meetingId", params), read.form)
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `取消会议 - ${loaderData?.community ?? ""}议事驿站` },
]

export default function MeetingCancel({ loaderData, actionData, params }: Route.ComponentProps) {
  const form = actionData?.form
  const { title, when, isDraft } = loaderData
  const back = isDraft
    ? href("/c/:community/meetings/:meetingId/edit", params)
    : href("/c/:community/meetings/:meetingId", params)
  return (
    <Page
      title={`取消${title}`}
      lead={when}
      crumbs={[
        { label: "会议", to: href("/c/:community/meetings", params) },
        { label: title, to: back },
        { label: "取消" },
      ]}
      summary={<ErrorSummary form={form} order={["reason"]} />}
    >
      <Sheet title="取消会议" titleHidden>
        <Form method="post">
          <FormColumn>
            <Note kind="warn" title="取消以后不能恢复">
              {isDraft
                ? "草稿和原因会留在记录里。"
                : "签到码不再有效，议程上的议题退回“已备好”，可以排进下一次会。通知过的代表，请逐一告知。"}
            </Note>
            <TextArea label="为什么取消" rows={3} {...field(form, "reason")} />
            <p className="row">
              <Button kind="main">取消会议</Button>
              <ButtonLink to={back}>不取消，回去</ButtonLink>
            </p>
          </FormColumn>
        </Form>
      </Sheet>
    </Page>
  )
}
