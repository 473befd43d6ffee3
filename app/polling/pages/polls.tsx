import { href } from "react-router"
import { PollBadge } from "~/polling/parts/PollBadge"
import { listPollRows } from "~/polling/reading"
import { ButtonLink } from "~/ui/Button"
import { Empty } from "~/ui/Empty"
import { Page } from "~/ui/Page"
import { Sheet } from "~/ui/Sheet"
import { Cell, Row, RowHead, Table } from "~/ui/Table"
import { appContext } from "~/web/context"
import { orThrow } from "~/web/forms"
import type { Route } from "./+types/polls"

export async function loader({ context }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  return { ...orThrow(context, await listPollRows(ctx)), community: ctx.community.name }
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `书面表决 - ${loaderData?.community ?? ""}议事驿站` },
]

type Rows = Route.ComponentProps["loaderData"]["running"]

export default function Polls({ loaderData, params }: Route.ComponentProps) {
  const { running, drafts, over, mayManage } = loaderData
  return (
    <Page
      title="书面表决"
      lead="业主共同决定、征求同意、推选和选举：发纸质票，收回以后录入、核对、计票。"
      actions={
        mayManage ? (
          <ButtonLink kind="main" to={href("/c/:community/polls/new", params)}>
            办书面表决
          </ButtonLink>
        ) : null
      }
    >
      <div className="stack-l">
        {running.length + drafts.length + over.length === 0 ? (
          <Empty title="还没有书面表决">
            {mayManage ? <p>议题判断出要走业主共同决定、征求同意，或者要推选楼栋长，就可以办。</p> : null}
          </Empty>
        ) : null}
        <PollList title="正在办" caption="正在办的书面表决" rows={running} community={params.community} />
        <PollList title="草稿" caption="还没公告的书面表决" rows={drafts} community={params.community} />
        <PollList title="办完的" caption="已公布和取消的书面表决，近的在前" rows={over} community={params.community} />
      </div>
    </Page>
  )
}

function PollList({
  title,
  caption,
  rows,
  community,
}: {
  title: string
  caption: string
  rows: Rows
  community: string
}) {
  if (rows.length === 0) return null
  return (
    <Sheet title={title} flush>
      <Table
        caption={caption}
        columns={[{ label: "表决" }, { label: "种类" }, { label: "收票时间" }, { label: "到哪一步" }]}
      >
        {rows.map(row => (
          <Row key={row.id}>
            <RowHead
              to={href("/c/:community/polls/:pollId", { community, pollId: row.id })}
              sub={row.number || `${row.by}起草`}
            >
              {row.title}
            </RowHead>
            <Cell label="种类">{row.kind}</Cell>
            <Cell label="收票">{row.when || "还没定"}</Cell>
            <Cell>
              <PollBadge state={row.state} />
            </Cell>
          </Row>
        ))}
      </Table>
    </Sheet>
  )
}
