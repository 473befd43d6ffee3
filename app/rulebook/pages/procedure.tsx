import { Form, href } from "react-router"
import { DraftForm } from "~/rulebook/draft-form"
import { SettingTable } from "~/rulebook/parts/SettingTable"
import { VersionTable } from "~/rulebook/parts/VersionTable"
import { readProcedure } from "~/rulebook/rulebook-views"
import { draftVersion } from "~/rulebook/versions"
import { Button } from "~/ui/Button"
import { Empty } from "~/ui/Empty"
import { ErrorSummary } from "~/ui/ErrorSummary"
import { field } from "~/ui/form-view"
import { Note } from "~/ui/Note"
import { Page } from "~/ui/Page"
import { SelectField } from "~/ui/SelectField"
import { Sheet } from "~/ui/Sheet"
import { Tabs } from "~/ui/Tabs"
import { appContext } from "~/web/context"
import { invalid, orThrow, readForm, reply } from "~/web/forms"
import type { Route } from "./+types/procedure"

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  const procedure = orThrow(context, await readProcedure(ctx, params.preset, url.searchParams.get("estate")))
  return { procedure, community: ctx.community.name }
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const read = await readForm(request, DraftForm)
  if (!read.ok) return invalid(context, read)
  const input = { preset: params.preset, estateId: read.value.estateId || null }
  const to = ({ versionId }: { versionId: string }) =>
    href("/c/:community/rulebook/:preset/:versionId", { ...params, versionId })
  return reply(context, await draftVersion(context.get(appContext), input), to, read.form)
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${loaderData?.procedure.name ?? "规程"} - ${loaderData?.community ?? ""}议事驿站` },
]

/** One procedure: what governs today, value by value, and the versions that were drawn up. */
export default function Procedure({ loaderData, actionData, params }: Route.ComponentProps) {
  const { procedure } = loaderData
  const { estate, estates, inForce } = procedure
  const here = href("/c/:community/rulebook/:preset", params)
  return (
    <Page
      title={procedure.name}
      lead={procedure.purpose}
      crumbs={[{ label: "规程", to: href("/c/:community/rulebook", params) }, { label: procedure.name }]}
      summary={<ErrorSummary form={actionData?.form} />}
    >
      <div className="stack-l">
        {estates.length > 0 ? (
          <Tabs
            label="小区"
            items={[
              { to: here, label: "法律和预设", current: !estate },
              ...estates.map(({ id, name }) => ({
                to: `${here}?estate=${id}`,
                label: name,
                current: id === estate?.id,
              })),
            ]}
          />
        ) : null}
        <Note
          title={
            inForce
              ? `现在用的是${estate ? estate.name : "本社区"}第${inForce.ordinal}版，${inForce.enabledOn}启用`
              : "现在按法律和预设办"
          }
        >
          <p>
            {inForce ? `依据：${inForce.basis}。` : "还没有启用自己的版本。"}
            已经发出通知的会议和公告的表决，一直用发出时的规定。
          </p>
        </Note>
        <Sheet title="每一项规定" flush>
          <SettingTable caption={`${procedure.name}的每一项规定`} settings={procedure.settings} />
        </Sheet>
        <Sheet title="各个版本" flush={procedure.versions.length > 0}>
          {procedure.versions.length > 0 ? (
            <VersionTable
              versions={procedure.versions}
              withEstate={procedure.needsEstate}
              to={versionId => href("/c/:community/rulebook/:preset/:versionId", { ...params, versionId })}
            />
          ) : (
            <Empty title="还没有自己的版本">
              <p>要改的，起草一版，由另一个人核对后启用。</p>
            </Empty>
          )}
        </Sheet>
        {procedure.mayDraft ? <DraftSheet procedure={procedure} form={actionData?.form} /> : null}
      </div>
    </Page>
  )
}

type DraftProps = {
  procedure: Route.ComponentProps["loaderData"]["procedure"]
  form: Parameters<typeof field>[0]
}

function DraftSheet({ procedure: { needsEstate, estates, estate }, form }: DraftProps) {
  if (needsEstate && estates.length === 0)
    return (
      <Note title="还没有登记小区">
        <p>业主的规程每个小区各定各的。请先在“名册”里登记小区，再来起草。</p>
      </Note>
    )
  return (
    <Sheet title="起草新版本">
      <Form method="post" className="stack">
        {needsEstate ? (
          <SelectField
            label="哪个小区"
            hint="业主的规程每个小区各定各的"
            options={estates.map(({ id, name }) => ({ value: id, label: name }))}
            empty="请选择"
            short
            {...field(form, "estateId", estate?.id)}
          />
        ) : null}
        <p>从现在用的规定开始改。改好后由另一个人对照原文核对，再启用。</p>
        <Button kind="main">起草新版本</Button>
      </Form>
    </Sheet>
  )
}
