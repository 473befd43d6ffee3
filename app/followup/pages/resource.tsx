import { Form, href } from "react-router"
import { resourceFieldNames } from "~/followup/claims/field-names"
import { doResourceForm, ResourcePageForm } from "~/followup/claims/resource-page-form"
import { readResource } from "~/followup/claims/views"
import { ProjectRows } from "~/followup/parts/ProjectRows"
import { ResourceFields } from "~/followup/parts/ResourceFields"
import { ResourceBadge } from "~/followup/parts/ResourceRows"
import { VersionField } from "~/people/parts/VersionField"
import { Log } from "~/registry/parts/Log"
import { readTimeline } from "~/registry/timeline"
import { Button } from "~/ui/Button"
import { ErrorSummary } from "~/ui/ErrorSummary"
import { Facts } from "~/ui/Facts"
import { field } from "~/ui/form-view"
import { Note } from "~/ui/Note"
import { Page } from "~/ui/Page"
import { Sheet } from "~/ui/Sheet"
import { TextArea } from "~/ui/TextArea"
import { appContext, serverContext } from "~/web/context"
import { invalid, orThrow, readForm, reply } from "~/web/forms"
import type { Route } from "./+types/resource"

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  const resource = orThrow(context, await readResource(ctx, params.resourceId))
  const words = context.get(serverContext).auditWords
  return {
    resource,
    timeline: await readTimeline(ctx, words, [{ kind: "resource", ids: [resource.resourceId] }]),
    isSaved: url.searchParams.has("saved"),
    community: ctx.community.name,
  }
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const read = await readForm(request, ResourcePageForm)
  if (!read.ok) return invalid(context, read)
  const result = await doResourceForm(context.get(appContext), params.resourceId, read.value)
  const to = `${href("/c/:community/resources/:resourceId", params)}?saved`
  return reply<unknown>(context, result, to, read.form)
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${loaderData?.resource.content ?? "资源"} - ${loaderData?.community ?? ""}议事驿站` },
]

export default function Resource({ loaderData, actionData, params }: Route.ComponentProps) {
  const { resource, timeline, isSaved } = loaderData
  const form = actionData?.form
  const formOf = (intent: string) => (form?.values.intent === intent ? form : undefined)
  return (
    <Page
      title={resource.content}
      lead={<ResourceBadge state={resource.state} />}
      crumbs={[{ label: "双向认领", to: href("/c/:community/claims", params) }, { label: resource.number }]}
      summary={
        <>
          <ErrorSummary form={form} order={[...resourceFieldNames, "reason"]} />
          {isSaved && !form ? <Note kind="ok" live title="已保存。" /> : null}
        </>
      }
    >
      <div className="stack-l">
        <Sheet title="资源">
          <Facts
            items={[
              { label: "编号", value: resource.number },
              { label: "单位", value: resource.provider },
              { label: "联系人", value: resource.contactName },
              { label: "联系电话", value: resource.contactPhone },
              { label: "期限", value: resource.until },
              { label: "停止提供", value: resource.ended, note: resource.endReason },
            ]}
          />
        </Sheet>
        {resource.projects.length > 0 ? (
          <Sheet title="用在哪些项目" flush>
            <ProjectRows projects={resource.projects} community={params.community} />
          </Sheet>
        ) : null}
        {resource.canEdit ? (
          <Sheet title="修改">
            <details open={Boolean(formOf("edit"))}>
              <summary>改内容、联系人或期限</summary>
              <Form method="post" className="stack">
                <VersionField form={formOf("edit")} version={resource.version} />
                <ResourceFields
                  form={formOf("edit")}
                  providers={resource.providers}
                  known={{ ...resource, until: resource.untilDay ?? "" }}
                />
                <Button name="intent" value="edit">
                  保存
                </Button>
              </Form>
            </details>
            <details open={Boolean(formOf("end"))}>
              <summary>不再提供</summary>
              <Form method="post" className="stack">
                <p className="small soft">已经认领的项目照常进行，以后认领需求时不再列出。</p>
                <TextArea label="原因" rows={2} maxLength={500} {...field(formOf("end"), "reason")} required />
                <Button name="intent" value="end">
                  停止提供
                </Button>
              </Form>
            </details>
          </Sheet>
        ) : null}
        <Log entries={timeline} />
      </div>
    </Page>
  )
}
