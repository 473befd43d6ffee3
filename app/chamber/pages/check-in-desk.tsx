import { Form, href } from "react-router"
import { z } from "zod"
import { checkInAtDesk, markExcused, markLeft, markReturned } from "~/chamber/attendance/attendance"
import { openCheckIn } from "~/chamber/attendance/check-in"
import { deskPageOf } from "~/chamber/attendance/desk-page"
import { readDesk } from "~/chamber/attendance/desk-view"
import { DeskFigures } from "~/chamber/parts/DeskFigures"
import { DeskRow } from "~/chamber/parts/DeskRow"
import type { Result } from "~/law/result"
import { Button, ButtonLink } from "~/ui/Button"
import { ErrorSummary } from "~/ui/ErrorSummary"
import { Note } from "~/ui/Note"
import { Page } from "~/ui/Page"
import { Sheet } from "~/ui/Sheet"
import { TextField } from "~/ui/TextField"
import { appContext, type Ctx } from "~/web/context"
import { invalid, orThrow, readForm, reply } from "~/web/forms"
import { useKeptAnswer, useLive } from "~/web/live-client"
import type { Route } from "./+types/check-in-desk"

const participant = { participantId: z.string() }
const DeskForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("open") }),
  z.object({ intent: z.literal("arrive"), ...participant }),
  z.object({ intent: z.literal("leave"), ...participant }),
  z.object({ intent: z.literal("return"), ...participant }),
  z.object({
    intent: z.literal("excuse"),
    ...participant,
    reason: z.string().trim().min(1, "请写明请假原因").max(100, "最多100字"),
  }),
])

function pressAtDesk(ctx: Ctx, meetingId: string, form: z.output<typeof DeskForm>): Promise<Result<unknown>> {
  switch (form.intent) {
    case "open":
      return openCheckIn(ctx, meetingId)
    case "arrive":
      return checkInAtDesk(ctx, meetingId, form.participantId)
    case "leave":
      return markLeft(ctx, meetingId, form.participantId)
    case "return":
      return markReturned(ctx, meetingId, form.participantId)
    case "excuse":
      return markExcused(ctx, meetingId, form.participantId, form.reason)
  }
}

export async function loader({ params, url, context }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  const view = orThrow(context, await readDesk(ctx, params.meetingId))
  return { ...deskPageOf(view, url.searchParams.get("q") ?? ""), params, community: ctx.community.name }
}

export async function action({ request, params, url, context }: Route.ActionArgs) {
  const read = await readForm(request, DeskForm)
  if (!read.ok) return invalid(context, read)
  const result = await pressAtDesk(context.get(appContext), params.meetingId, read.value)
  return reply(context, result, href("/c/:community/meetings/:meetingId/desk", params) + url.search, read.form)
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `签到台 - ${loaderData?.title ?? ""} - ${loaderData?.community ?? ""}议事驿站` },
]

/** 签到台: by hand, for whoever does not use a tablet. */
export default function CheckInDesk({ loaderData, actionData }: Route.ComponentProps) {
  const { params, title, search, groups, mayOpenCheckIn, mayCheckIn, mayHelp, knowsProxies, stateName } = loaderData
  const form = useKeptAnswer(actionData)?.form
  useLive(params.community, [`meeting:${params.meetingId}`, `meeting:${params.meetingId}:counts`])
  const meeting = href("/c/:community/meetings/:meetingId", params)
  return (
    <Page
      title="签到台"
      lead={`${title}，${stateName}`}
      crumbs={[{ label: title, to: meeting }, { label: "签到台" }]}
      summary={<ErrorSummary form={form} />}
      actions={
        <>
          <ButtonLink to={href("/c/:community/meetings/:meetingId/codes", params)}>签到码</ButtonLink>
          {knowsProxies ? (
            <ButtonLink to={href("/c/:community/meetings/:meetingId/proxies", params)}>委托</ButtonLink>
          ) : null}
          <ButtonLink to={href("/c/:community/meetings/:meetingId/signatures", params)}>签名册</ButtonLink>
          {mayOpenCheckIn ? (
            <Form method="post">
              <Button kind="main" name="intent" value="open">
                开始签到
              </Button>
            </Form>
          ) : null}
        </>
      }
    >
      <div className="stack-l">
        <DeskFigures {...loaderData} />
        {mayCheckIn || mayOpenCheckIn ? null : <Note>现在不办签到。</Note>}
        <Form method="get" className="row" role="search">
          <TextField label="查找姓名" name="q" type="search" defaultValue={search} />
          <Button>查找</Button>
        </Form>
        {groups.map(group => (
          <Sheet key={group.name} title={group.name} flush>
            <ul className="desk-list">
              {group.people.map(person => (
                <DeskRow
                  key={person.participantId}
                  person={person}
                  mayCheckIn={mayCheckIn}
                  mayExcuse={mayCheckIn || mayOpenCheckIn}
                  help={
                    mayHelp
                      ? href("/c/:community/meetings/:meetingId/desk/help/:participantId", {
                          ...params,
                          participantId: person.participantId,
                        })
                      : null
                  }
                  form={form}
                />
              ))}
            </ul>
          </Sheet>
        ))}
      </div>
    </Page>
  )
}
