import { Form, href } from "react-router"
import { z } from "zod"
import { importSpecOf } from "~/convening/import-specs"
import { refuse } from "~/law/result"
import { notHere } from "~/people/gate"
import { startImport } from "~/registry/imports"
import { Button } from "~/ui/Button"
import { ErrorSummary } from "~/ui/ErrorSummary"
import { FileField } from "~/ui/FileField"
import { field } from "~/ui/form-view"
import { FormColumn, Page } from "~/ui/Page"
import { Sheet } from "~/ui/Sheet"
import { appContext } from "~/web/context"
import { invalid, orThrow, readForm, reply } from "~/web/forms"
import type { Route } from "./+types/import-new"

const megabytes = 20

export function loader({ url, context }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  const spec = importSpecOf(url.searchParams.get("kind"))
  if (!spec) throw notHere()
  if (!spec.mayImport(ctx)) orThrow(context, refuse("forbidden"))
  return {
    title: spec.title,
    home: spec.home(ctx.community.slug),
    needed: spec.columns.filter(column => column.required).map(column => column.name),
    known: spec.columns.filter(column => !column.required).map(column => column.name),
    community: ctx.community.name,
  }
}

export async function action({ request, url, params, context }: Route.ActionArgs) {
  const ctx = context.get(appContext)
  const spec = importSpecOf(url.searchParams.get("kind"))
  if (!spec) throw notHere()
  // Asked before twenty megabytes are read.
  if (!spec.mayImport(ctx)) return reply(context, refuse("forbidden"), "/")
  const read = await readForm(request, z.object({}), { fileMegabytes: megabytes, files: 1 })
  if (!read.ok) {
    const refusal = { ...read.refusal, detail: { ...read.refusal.detail, field: "file" } }
    return invalid(context, { refusal, form: read.form })
  }
  const to = (value: { importId: string }) => href("/c/:community/imports/:importId", { ...params, ...value })
  return reply(context, await startImport(ctx, spec, read.files[0]), to, read.form)
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `导入${loaderData?.title ?? ""} - ${loaderData?.community ?? ""}议事驿站` },
]

export default function ImportNew({ loaderData, actionData }: Route.ComponentProps) {
  const { title, home, needed, known } = loaderData
  const form = actionData?.form
  return (
    <Page
      title={`导入${title}`}
      crumbs={[{ label: home.label, to: home.to }, { label: "导入" }]}
      summary={<ErrorSummary form={form} />}
    >
      <Sheet title="选择文件" titleHidden>
        <Form method="post" encType="multipart/form-data">
          <FormColumn>
            <FileField
              label="表格文件"
              hint={`.xlsx 或 .csv，最大${megabytes}MB。不用改格式，标题行、合并格、合计行都可以留着。`}
              accept=".xlsx,.csv"
              name={field(form, "file").name}
              error={field(form, "file").error}
            />
            <p className="soft">
              表里要有“{needed.join("”“")}”一列{known.length > 0 ? `；${known.join("、")}有就读，没有也行` : ""}
              。别的列也会留着。
            </p>
            <Button kind="main">上传并预览</Button>
            <p className="soft">上传后先看预览，确认以后才会写进去。</p>
          </FormColumn>
        </Form>
      </Sheet>
    </Page>
  )
}
