import { Form, href } from "react-router"
import { z } from "zod"
import { recordProxy, revokeProxy } from "~/chamber/attendance/proxies"
import { readProxies } from "~/chamber/attendance/proxy-page"
import { Badge } from "~/ui/Badge"
import { Button, ButtonLink } from "~/ui/Button"
import { Empty } from "~/ui/Empty"
import { ErrorSummary } from "~/ui/ErrorSummary"
import { type FormView, field } from "~/ui/form-view"
import { Note } from "~/ui/Note"
import { FormColumn, Page } from "~/ui/Page"
import { SelectField } from "~/ui/SelectField"
import { Sheet } from "~/ui/Sheet"
import { TextField } from "~/ui/TextField"
import { appContext } from "~/web/context"
import { invalid, orThrow, readForm, reply } from "~/web/forms"
import { useKeptAnswer, useLive } from "~/web/live-client"
import type { Route } from "./+types/proxies"

const ProxyForm = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("record"),
    principalId: z.string().min(1, "请选择委托人"),
    holderId: z.string().min(1, "请选择受托人"),
    letter: z.string().trim().min(1, "请写明委托书：哪天写的、原件在哪里").max(200, "最多200字"),
  }),
  z.object({ intent: z.literal("revoke"), proxyId: z.string() }),
])

export async function loader({ params, context }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  return { ...orThrow(context, await readProxies(ctx, params.meetingId)), params, community: ctx.community.name }
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const ctx = context.get(appContext)
  const read = await readForm(request, ProxyForm)
  if (!read.ok) return invalid(context, read)
  const { meetingId } = params
  const result =
    read.value.intent === "record"
      ? await recordProxy(ctx, { ...read.value, meetingId })
      : await revokeProxy(ctx, { ...read.value, meetingId })
  return reply(context, result, href("/c/:community/meetings/:meetingId/proxies", params), read.form)
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `委托 - ${loaderData?.title ?? ""} - ${loaderData?.community ?? ""}议事驿站` },
]

/** 委托: who cannot come is stood for by another, where the frozen rule allows it. */
export default function Proxies({ loaderData, actionData }: Route.ComponentProps) {
  const { params, title, ruleWords, held, ended, mayRecord } = loaderData
  const form = useKeptAnswer(actionData)?.form
  useLive(params.community, [`meeting:${params.meetingId}`, `meeting:${params.meetingId}:counts`])
  const desk = href("/c/:community/meetings/:meetingId/desk", params)
  return (
    <Page
      title="委托"
      crumbs={[{ label: title, to: desk }, { label: "委托" }]}
      summary={<ErrorSummary form={form} order={["principalId", "holderId", "letter"]} />}
      lead={ruleWords ? `按这次会议的议事规则，${ruleWords}。受托人在场时，委托人计入实到。` : undefined}
      actions={<ButtonLink to={desk}>回签到台</ButtonLink>}
    >
      <div className="stack-l">
        {ruleWords ? null : <Note>这次会议的议事规则不设委托，只能本人到会。来不了的，请在签到台登记请假。</Note>}
        {mayRecord ? <Record key={held.length + ended.length} view={loaderData} form={form} /> : null}
        {ruleWords ? (
          <Sheet title={held.length > 0 ? `现有委托${held.length}份` : "现有委托"} flush={held.length > 0}>
            {held.length === 0 ? <Empty title="还没有委托" /> : null}
            <ul className="desk-list">
              {held.map(one => (
                <li key={one.proxyId} className="desk-row">
                  <div>
                    <b>{one.principal}</b>委托<b>{one.holder}</b>
                    <span className="soft small desk-row__sub">{one.letter}</span>
                  </div>
                  <Badge kind={one.counts ? "done" : "wait"}>{one.state}</Badge>
                  {mayRecord ? (
                    <Form method="post">
                      <input type="hidden" name="proxyId" value={one.proxyId} />
                      <Button name="intent" value="revoke">
                        <span className="vh">{one.principal}的委托</span>撤回
                      </Button>
                    </Form>
                  ) : null}
                </li>
              ))}
            </ul>
          </Sheet>
        ) : null}
        {ended.length > 0 ? (
          <Sheet title="已经结束的委托">
            <ul>
              {ended.map(one => (
                <li key={one.proxyId}>
                  {one.principal}委托{one.holder}，{one.state}　<span className="soft small">{one.letter}</span>
                </li>
              ))}
            </ul>
          </Sheet>
        ) : null}
      </div>
    </Page>
  )
}

function Record({ view, form }: { view: Route.ComponentProps["loaderData"]; form: FormView | undefined }) {
  return (
    <Form method="post">
      <FormColumn>
        <SelectField
          label="委托人"
          hint="不在会场的人"
          empty="请选择"
          options={view.principals}
          {...field(form, "principalId")}
        />
        <SelectField
          label="受托人"
          hint="受托人在场时替委托人表决"
          empty="请选择"
          options={view.holders}
          {...field(form, "holderId")}
        />
        <TextField
          label="委托书"
          hint="如：10月7日写的委托书，原件在签到台"
          maxLength={200}
          {...field(form, "letter")}
        />
        <div>
          <Button kind="main" name="intent" value="record">
            登记委托
          </Button>
        </div>
      </FormColumn>
    </Form>
  )
}
