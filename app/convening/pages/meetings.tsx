import { href } from "react-router"
import { listMeetingRows } from "~/convening/meeting-reading"
import { MeetingBadge } from "~/convening/parts/MeetingBadge"
import { ButtonLink } from "~/ui/Button"
import { Empty } from "~/ui/Empty"
import { Page } from "~/ui/Page"
import { Sheet } from "~/ui/Sheet"
import { Cell, Row, RowHead, Table } from "~/ui/Table"
import { appContext } from "~/web/context"
import { orThrow } from "~/web/forms"
import type { Route } from "./+types/meetings"

export async function loader({ context }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  return { ...orThrow(context, await listMeetingRows(ctx)), community: ctx.community.name }
}

export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: `会议 - ${loaderData?.community ?? ""}议事驿站` }]

type Rows = Route.ComponentProps["loaderData"]["upcoming"]

export default function Meetings({ loaderData, params }: Route.ComponentProps) {
  const { upcoming, drafts, past, mayConvene, mayReadVenues } = loaderData
  return (
    <Page
      title="会议"
      actions={
        <>
          {mayReadVenues ? <ButtonLink to={href("/c/:community/venues", params)}>议事点</ButtonLink> : null}
          {mayConvene ? (
            <ButtonLink kind="main" to={href("/c/:community/meetings/new", params)}>
              召集会议
            </ButtonLink>
          ) : null}
        </>
      }
    >
      <div className="stack-l">
        {upcoming.length === 0 && drafts.length === 0 && past.length === 0 ? (
          <Empty title="还没有会议">{mayConvene ? <p>有了备好的议题，就可以召集会议。</p> : null}</Empty>
        ) : null}
        <MeetingList title="要开的会" caption="要开的会，先开的在前" rows={upcoming} community={params.community} />
        <MeetingList title="草稿" caption="还没发通知的会议" rows={drafts} community={params.community} isDraft />
        <MeetingList title="开过的会" caption="开过和取消的会，近的在前" rows={past} community={params.community} />
      </div>
    </Page>
  )
}

function MeetingList(props: { title: string; caption: string; rows: Rows; community: string; isDraft?: boolean }) {
  const { title, caption, rows, community, isDraft } = props
  if (rows.length === 0) return null
  return (
    <Sheet title={title} flush>
      <Table
        caption={caption}
        columns={[{ label: "会议" }, { label: "时间" }, { label: "地点" }, { label: "到哪一步" }]}
      >
        {rows.map(row => (
          <Row key={row.id}>
            <RowHead
              to={
                isDraft
                  ? href("/c/:community/meetings/:meetingId/edit", { community, meetingId: row.id })
                  : href("/c/:community/meetings/:meetingId", { community, meetingId: row.id })
              }
              sub={isDraft ? `${row.createdBy}起草` : undefined}
            >
              {row.title}
            </RowHead>
            <Cell label="时间">{row.when || (isDraft ? "还没定" : "")}</Cell>
            <Cell label="地点">{row.venue || (isDraft ? "还没定" : "")}</Cell>
            <Cell>
              <MeetingBadge state={row.state} />
            </Cell>
          </Row>
        ))}
      </Table>
    </Sheet>
  )
}
