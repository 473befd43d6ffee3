import { Form, href } from "react-router"
import { z } from "zod"
import { readCodes, replaceCode, saveNotified } from "~/convening/codes"
import { CodeCard } from "~/convening/parts/CodeCard"
import { Button } from "~/ui/Button"
import { ErrorSummary } from "~/ui/ErrorSummary"
import { Note } from "~/ui/Note"
import { Page } from "~/ui/Page"
import { Sheet } from "~/ui/Sheet"
import { appContext, requestContext } from "~/web/context"
import { severalTexts } from "~/web/form-values"
import { invalid, orThrow, readForm, reply } from "~/web/forms"
import { originForOthers } from "~/web/origin"
import type { Route } from "./+types/meeting-codes"

const CodesForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("notified"), notified: severalTexts }),
  z.object({ intent: z.literal("replace"), participantId: z.string(), codeVersion: z.coerce.number().int() }),
])

export async function loader({ context, params }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  const origin = originForOthers(ctx.publicOrigin, context.get(requestContext).origin)
  const codes = orThrow(context, await readCodes(ctx, params.meetingId, origin ?? context.get(requestContext).origin))
  return { ...codes, isReachable: origin !== null, community: ctx.community.name }
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const ctx = context.get(appContext)
  const read = await readForm(request, CodesForm)
  if (!read.ok) return invalid(context, read)
  const { meetingId } = params
  const here = href("/c/:community/meetings/:meetingId/codes", params)
  if (read.value.intent === "replace") {
    const { participantId, codeVersion } = read.value
    const replaced = await replaceCode(ctx, { meetingId, participantId, codeVersion })
    return reply(context, replaced, `${here}#${participantId}`, read.form)
  }
  return reply(context, await saveNotified(ctx, { meetingId, participantIds: read.value.notified }), here, read.form)
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `签到码和通知 - ${loaderData?.community ?? ""}议事驿站` },
]

export default function MeetingCodes({ loaderData, actionData, params }: Route.ComponentProps) {
  const { title, people, isReachable } = loaderData
  const meeting = href("/c/:community/meetings/:meetingId", params)
  const told = people.filter(one => one.notified).length
  return (
    <Page
      title="签到码和通知"
      lead={`已通知${told}人，共${people.length}人`}
      crumbs={[
        { label: "会议", to: href("/c/:community/meetings", params) },
        { label: title, to: meeting },
        { label: "签到码和通知" },
      ]}
      actions={
        isReachable ? (
          <Form method="post" reloadDocument action={href("/c/:community/meetings/:meetingId/slips", params)}>
            <Button>打开签到条</Button>
          </Form>
        ) : null
      }
      summary={<ErrorSummary form={actionData?.form} />}
    >
      <div className="stack-l">
        {isReachable ? null : (
          <Note kind="warn" title="别的设备扫不到下面的二维码">
            本页是用本机地址打开的。请用局域网地址打开，再给代表看码或印签到条。
          </Note>
        )}
        <Form method="post" id="notified">
          <input type="hidden" name="intent" value="notified" />
        </Form>
        <Sheet title="每人一个码，只限本人用" flush>
          <ul className="codes">
            {people.map(one => (
              <CodeCard key={`${one.id} ${one.codeVersion}`} person={one} />
            ))}
          </ul>
          <div className="sheet__body">
            <Button kind="main" form="notified">
              保存通知情况
            </Button>
          </div>
        </Sheet>
      </div>
    </Page>
  )
}
