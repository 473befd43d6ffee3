import { Form, href, redirect } from "react-router"
import { convene, findProblems } from "~/convening/convene"
import { readConvening } from "~/convening/convening-preview"
import { issueConvocation } from "~/convening/convocation"
import { Answers } from "~/ui/Answers"
import { Button, ButtonLink } from "~/ui/Button"
import { ErrorSummary } from "~/ui/ErrorSummary"
import { Note } from "~/ui/Note"
import { Page } from "~/ui/Page"
import { Sheet } from "~/ui/Sheet"
import { appContext, requestContext } from "~/web/context"
import { orThrow, reply } from "~/web/forms"
import { originForOthers } from "~/web/origin"
import type { Route } from "./+types/meeting-convene"

export async function loader({ context, params }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  const problems = orThrow(context, await findProblems(ctx, params.meetingId))
  if (problems.length > 0) throw redirect(`${href("/c/:community/meetings/:meetingId/edit", params)}?check`)
  return { ...orThrow(context, await readConvening(ctx, params.meetingId)), community: ctx.community.name }
}

export async function action({ context, params }: Route.ActionArgs) {
  const ctx = context.get(appContext)
  const { meetingId } = params
  const convened = await convene(ctx, { meetingId })
  // Something came in between: the draft's page says what, beside each field.
  if (!convened.ok && convened.code === "not_ready_to_convene")
    return redirect(`${href("/c/:community/meetings/:meetingId/edit", params)}?check`, 303)
  if (convened.ok) {
    const origin = originForOthers(ctx.publicOrigin, context.get(requestContext).origin)
    // The meeting stands whether or not its sheet can be drawn; its page offers to draw it again.
    await issueConvocation(ctx, { meetingId, origin })
  }
  return reply(context, convened, `${href("/c/:community/meetings/:meetingId", params)}?convened`, {
    values: {},
    errors: {},
  })
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `发出通知 - ${loaderData?.community ?? ""}议事驿站` },
]

export default function MeetingConvene({ loaderData, actionData, params }: Route.ComponentProps) {
  const { title, lines, agenda, people } = loaderData
  const edit = href("/c/:community/meetings/:meetingId/edit", params)
  return (
    <Page
      title="核对一遍，发出通知"
      crumbs={[
        { label: "会议", to: href("/c/:community/meetings", params) },
        { label: title, to: edit },
        { label: "发出通知" },
      ]}
      summary={<ErrorSummary form={actionData?.form} />}
    >
      <div className="stack-l">
        <Sheet title={title}>
          <Answers
            items={[
              ...lines.map(line => ({ label: line.label, value: line.value, change: edit })),
              {
                label: "议程",
                value: (
                  <ol className="numbered">
                    {agenda.map(item => (
                      <li key={item}>{item}</li>
                    ))}
                  </ol>
                ),
                change: `${edit}#agenda`,
              },
              ...people.map(group => ({ label: group.label, value: group.names, change: edit })),
            ]}
          />
        </Sheet>
        <Note kind="warn" title="发出以后不能再改">
          议事规则、方案的稿次和代表名单都按现在的定下来，每位代表得到一个签到码。要换时间地点，只能取消这次会议，另开一次。
        </Note>
        <Form method="post" className="row">
          <Button kind="main">发出通知</Button>
          <ButtonLink to={edit}>回去改</ButtonLink>
        </Form>
      </div>
    </Page>
  )
}
