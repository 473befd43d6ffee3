import { Form, href } from "react-router"
import { z } from "zod"
import { readBlottingCheck } from "~/desk/person-data"
import { blotOutPerson } from "~/desk/person-data-blotting"
import { neededLine } from "~/people/form-fields"
import { Button, ButtonLink } from "~/ui/Button"
import { CheckField } from "~/ui/CheckField"
import { ErrorSummary } from "~/ui/ErrorSummary"
import { field } from "~/ui/form-view"
import { Note } from "~/ui/Note"
import { FormColumn, Page } from "~/ui/Page"
import { Sheet } from "~/ui/Sheet"
import { TextArea } from "~/ui/TextArea"
import { appContext, serverContext } from "~/web/context"
import { invalid, orThrow, readForm, reply } from "~/web/forms"
import { speak } from "~/web/refusals"
import type { Route } from "./+types/person-data-blotting"

const BlottingForm = z.object({
  reason: neededLine(200, "请写明为什么要遮去，如“本人已迁出，书面申请删除”"),
  isSure: z.literal("yes", "请先核对上面两栏，再勾选这一格"),
})

export async function loader({ params, context }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  const { name, hindrances } = orThrow(context, await readBlottingCheck(ctx, params.personId))
  const { sentences } = context.get(serverContext)
  return {
    name,
    hindrances: hindrances.map(hindrance => speak(sentences, hindrance)),
    community: ctx.community.name,
  }
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const read = await readForm(request, BlottingForm)
  if (!read.ok) return invalid(context, read)
  const input = { personId: params.personId, reason: read.value.reason }
  const to = `${href("/c/:community/registers/persons/:personId/data", params)}?blotted`
  return reply(context, await blotOutPerson(context.get(appContext), input), to, read.form)
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `遮去个人信息 - ${loaderData?.community ?? ""}议事驿站` },
]

/** What will be gone and what stays, before something that cannot be taken back. */
export default function PersonDataBlotting({ loaderData, actionData, params }: Route.ComponentProps) {
  const { name, hindrances } = loaderData
  const form = actionData?.form
  const toData = href("/c/:community/registers/persons/:personId/data", params)
  return (
    <Page
      title={`遮去${name}的个人信息`}
      lead="本人要求删除，而且法律允许的，在这里办（个人信息保护法第47条）。遮去以后不能恢复。"
      crumbs={[
        { label: "名册", to: href("/c/:community/registers", params) },
        { label: "人员", to: href("/c/:community/registers/persons", params) },
        { label: name, to: href("/c/:community/registers/persons/:personId", params) },
        { label: "个人信息", to: toData },
        { label: "遮去" },
      ]}
      summary={<ErrorSummary form={form} order={["reason", "isSure"]} />}
    >
      <div className="stack-l">
        <Sheet title="会遮去的">
          <ul>
            <li>人员名册里的姓名、电话、性别、住址、单位、网格和备注，姓名处写“已遮去”</li>
            <li>本人提出、附议的问题里的姓名和电话，正文里写到的也遮去</li>
            <li>账号的登录名和手机，账号不能再用</li>
          </ul>
        </Sheet>
        <Sheet title="照旧留着的，以及为什么">
          <ul>
            <li>会议的参会名单、记录、表决票册和结果：是会议的凭证，改了就不成其为记录</li>
            <li>已经印发、公示的文书：是当时发出的原件</li>
            <li>书面表决的票册和选票：是表决的凭证</li>
            <li>对公示提的异议和答复：是公示的一部分</li>
            <li>操作日志：网络安全法第23条要求留存，不能改</li>
            <li>导入名单时上传的原表格：导入的凭证，只有工作人员看得到</li>
          </ul>
        </Sheet>
        {hindrances.length > 0 ? (
          <Note kind="bad" title="现在还不能遮去">
            <ul>
              {hindrances.map(sentence => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
            <p>
              <ButtonLink kind="link" to={toData}>
                回到个人信息
              </ButtonLink>
            </p>
          </Note>
        ) : (
          <Sheet title="核对以后遮去">
            <Form method="post">
              <FormColumn>
                <TextArea
                  label="原因"
                  hint="会留存备查，不要写本人的姓名、电话。"
                  rows={2}
                  {...field(form, "reason")}
                />
                <CheckField
                  name="isSure"
                  value="yes"
                  label={`已经核对是${name}本人的要求，知道遮去以后不能恢复`}
                  error={form?.errors.isSure}
                />
                <Button kind="main">遮去</Button>
              </FormColumn>
            </Form>
          </Sheet>
        )}
      </div>
    </Page>
  )
}
