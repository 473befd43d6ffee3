import { href } from "react-router"
import type { TopicState } from "#db/schema/agenda"
import { TopicBadge } from "~/agenda/parts/TopicBadge"
import { topicStateNames } from "~/agenda/rules"
import { listTopicRows } from "~/agenda/topic-reading"
import { ButtonLink } from "~/ui/Button"
import { Empty } from "~/ui/Empty"
import { Page } from "~/ui/Page"
import { Sheet } from "~/ui/Sheet"
import { Cell, Row, RowHead, Table } from "~/ui/Table"
import { Tabs } from "~/ui/Tabs"
import { appContext } from "~/web/context"
import { orThrow } from "~/web/forms"
import type { Route } from "./+types/topics"

// The names stand in the order of the tabs.
const topicStates = Object.keys(topicStateNames) as TopicState[]

export async function loader({ context, url }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  const state = topicStates.find(one => one === url.searchParams.get("state")) ?? null
  return { ...orThrow(context, await listTopicRows(ctx, state)), state, community: ctx.community.name }
}

export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: `议题 - ${loaderData?.community ?? ""}议事驿站` }]

export default function Topics({ loaderData, params }: Route.ComponentProps) {
  const { rows, counts, total, state, mayEdit } = loaderData
  const list = href("/c/:community/topics", params)
  return (
    <Page
      title="议题"
      lead="要坐下来商量的事。有了方案，判断了程序，就能排进会议。"
      actions={
        mayEdit ? (
          <ButtonLink kind="main" to={href("/c/:community/topics/new", params)}>
            提出议题
          </ButtonLink>
        ) : null
      }
    >
      <Tabs
        label="议题到哪一步"
        items={[
          { to: list, label: "全部", count: total, current: state === null },
          ...topicStates.map(one => ({
            to: `${list}?state=${one}`,
            label: topicStateNames[one],
            count: counts[one],
            current: state === one,
          })),
        ]}
      />
      <Sheet title="议题列表" titleHidden flush className="sheet--tabbed">
        {rows.length === 0 ? (
          <Empty title="这里还没有议题">
            <p>先在“问题”里把要商量的分到“协商”，再来这里提出议题。</p>
          </Empty>
        ) : (
          <Table
            caption="议题，新的在前"
            columns={[
              { label: "议题" },
              { label: "程序" },
              { label: "问题", numeric: true },
              { label: "预算", numeric: true },
              { label: "提出日期" },
              { label: "到哪一步" },
            ]}
          >
            {rows.map(row => (
              <Row key={row.id}>
                <RowHead
                  to={href("/c/:community/topics/:topicId", { ...params, topicId: row.id })}
                  sub={[row.number, row.proposal].filter(Boolean).join("，")}
                >
                  {row.title}
                </RowHead>
                <Cell label="程序">{row.procedure || "还没有判断"}</Cell>
                <Cell label="问题" numeric>
                  {row.issueCount}个
                </Cell>
                <Cell label="预算" numeric>
                  {row.budget}
                </Cell>
                <Cell label="提出日期" className="nb">
                  {row.createdOn}
                </Cell>
                <Cell>
                  <TopicBadge state={row.state} outcome={row.outcome} returnOn={row.returnOn} />
                </Cell>
              </Row>
            ))}
          </Table>
        )}
      </Sheet>
    </Page>
  )
}
