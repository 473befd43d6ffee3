import { Form, href, Link } from "react-router"
import { z } from "zod"
import { listResolutionsToAssign } from "~/followup/assign-reading"
import { TaskRows } from "~/followup/parts/TaskRows"
import { type TaskTab, taskTabs } from "~/followup/rules"
import { listTaskRows } from "~/followup/task-views"
import { may } from "~/people/permissions"
import { Button, ButtonLink } from "~/ui/Button"
import { Empty } from "~/ui/Empty"
import { Note } from "~/ui/Note"
import { Page } from "~/ui/Page"
import { SelectField } from "~/ui/SelectField"
import { Sheet } from "~/ui/Sheet"
import { Tabs } from "~/ui/Tabs"
import { appContext } from "~/web/context"
import { orThrow } from "~/web/forms"
import type { Route } from "./+types/tasks"

/** A word of the address that means nothing is passed over. */
const Query = z.object({
  tab: z.enum(taskTabs).nullable().catch(null),
  handler: z.string().max(100).catch(""),
})

export async function loader({ url, context }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  const query = Query.parse({ tab: null, ...Object.fromEntries(url.searchParams) })
  const worksOnly = may(ctx.actor, "task:work") && !may(ctx.actor, "task:assign")
  const tab: TaskTab = query.tab ?? (worksOnly ? "mine" : "open")
  const list = orThrow(context, await listTaskRows(ctx, { tab, handler: query.handler || undefined }))
  return {
    ...list,
    tab,
    handler: query.handler,
    works: may(ctx.actor, "task:work"),
    readsLedgers: may(ctx.actor, "issue:read"),
    waiting: await listResolutionsToAssign(ctx),
    community: ctx.community.name,
  }
}

export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: `办理 - ${loaderData?.community ?? ""}议事驿站` }]

const tabNames: Record<TaskTab, string> = {
  mine: "我的",
  open: "在办",
  toSign: "待签收",
  doing: "办理中",
  blocked: "受阻",
  late: "逾期",
  toInspect: "待验收",
  finished: "已办结",
  all: "全部",
}

export default function Tasks({ loaderData, params }: Route.ComponentProps) {
  const { rows, counts, handlers, tab, handler, works, readsLedgers, waiting } = loaderData
  const list = href("/c/:community/tasks", params)
  const addressOf = (one: TaskTab) => `${list}?${new URLSearchParams({ tab: one, ...(handler ? { handler } : {}) })}`
  return (
    <Page
      title="办理"
      lead="决议和问题交到谁手里，办到哪一步。"
      actions={
        <>
          {works ? <ButtonLink to={href("/c/:community/tasks/duty", params)}>履职清单</ButtonLink> : null}
          <ButtonLink to={href("/c/:community/claims", params)}>双向认领</ButtonLink>
          {readsLedgers ? <ButtonLink to={href("/c/:community/ledgers", params)}>台账</ButtonLink> : null}
        </>
      }
      summary={
        waiting.length > 0 ? (
          <Note kind="act" title="有决议等待交办">
            {waiting.map(one => (
              <p key={one.resolutionId}>
                <Link to={`${href("/c/:community/tasks/new", params)}?resolution=${one.resolutionId}`}>
                  {one.title}
                </Link>
                ，{one.of}项中还有{one.waiting}项没有交办
              </p>
            ))}
          </Note>
        ) : null
      }
    >
      {handlers.length > 1 ? (
        <Form className="filter" method="get" role="search" aria-label="筛选" key={handler}>
          <input type="hidden" name="tab" value={tab} />
          <SelectField
            label="承办"
            name="handler"
            empty="全部承办单位和承办人"
            defaultValue={handler}
            options={handlers.map(name => ({ value: name, label: name }))}
          />
          <Button>筛选</Button>
        </Form>
      ) : null}
      <Tabs
        label="事项到哪一步"
        items={taskTabs
          .filter(one => one !== "mine" || works)
          .map(one => ({ to: addressOf(one), label: tabNames[one], count: counts[one], current: one === tab }))}
      />
      <Sheet title="事项列表" titleHidden flush className="sheet--tabbed">
        {rows.length === 0 ? (
          <Empty title="这里没有事项">
            <p>决议核准以后，或者问题分到“即办”“转办”以后，就可以交办。</p>
          </Empty>
        ) : (
          <TaskRows rows={rows} community={params.community} />
        )}
      </Sheet>
    </Page>
  )
}
