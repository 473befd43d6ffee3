import { Form, href } from "react-router"
import { z } from "zod"
import { readRecusals } from "~/chamber/motions/recusal-page"
import { recordRecusal } from "~/chamber/motions/recusals"
import { Button, ButtonLink } from "~/ui/Button"
import { ErrorSummary } from "~/ui/ErrorSummary"
import { field } from "~/ui/form-view"
import { Note } from "~/ui/Note"
import { FormColumn, Page } from "~/ui/Page"
import { SelectField } from "~/ui/SelectField"
import { Sheet } from "~/ui/Sheet"
import { TextField } from "~/ui/TextField"
import { appContext } from "~/web/context"
import { invalid, orThrow, readForm, reply } from "~/web/forms"
import type { Route } from "./+types/recusals"

const RecusalForm = z.object({
  participantId: z.string().min(1, "请选择谁须回避"),
  reason: z.string().trim().min(1, "请写明为什么回避").max(200, "最多200字"),
})

export async function loader({ params, context }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  return { ...orThrow(context, await readRecusals(ctx, params)), params, community: ctx.community.name }
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const read = await readForm(request, RecusalForm)
  if (!read.ok) return invalid(context, read)
  const result = await recordRecusal(context.get(appContext), { motionId: params.motionId, ...read.value })
  return reply(context, result, href("/c/:community/meetings/:meetingId/motions/:motionId/recusals", params), read.form)
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `登记回避 - ${loaderData?.community ?? ""}议事驿站` },
]

/** 回避: who must not vote on this motion, being concerned themselves; said before it is voted on, and it stands. */
export default function Recusals({ loaderData, actionData }: Route.ComponentProps) {
  const { params, title, agendaItemId, motion, recused, people, mayRecuse, isChair } = loaderData
  const form = actionData?.form
  const back = isChair
    ? href("/c/:community/meetings/:meetingId/console", params)
    : href("/c/:community/meetings/:meetingId/record", params)
  const to = `${back}?item=${agendaItemId}`
  return (
    <Page
      title="登记回避"
      crumbs={[{ label: title, to }, { label: "回避" }]}
      summary={<ErrorSummary form={form} />}
      lead="与这件事有利害关系的人不参加这一项表决，仍然计入应到和到会人数。"
    >
      <div className="stack-l">
        <p className="lead">{motion}</p>
        <Sheet title={recused.length > 0 ? `已登记回避${recused.length}人` : "还没有人回避"}>
          <ul>
            {recused.map(one => (
              <li key={one.key}>
                <b>{one.name}</b>　{one.reason}
              </li>
            ))}
          </ul>
        </Sheet>
        {mayRecuse ? (
          <Form method="post" key={recused.length}>
            <FormColumn>
              <SelectField label="谁须回避" empty="请选择" options={people} {...field(form, "participantId")} />
              <TextField
                label="为什么回避"
                hint="如：本人经营的商铺在改造范围内"
                maxLength={200}
                {...field(form, "reason")}
              />
              <p>登记以后不能撤销。登记错了，请另提一项表决事项。</p>
              <div className="row">
                <ButtonLink to={to}>返回</ButtonLink>
                <Button kind="main">登记回避</Button>
              </div>
            </FormColumn>
          </Form>
        ) : (
          <>
            <Note>这件事正在表决或者已经有结果，不能再登记回避。</Note>
            <p>
              <ButtonLink to={to}>返回</ButtonLink>
            </p>
          </>
        )}
      </div>
    </Page>
  )
}
