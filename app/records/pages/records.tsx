import { href } from "react-router"
import { may } from "~/people/permissions"
import { PaperBadge } from "~/records/parts/ResolutionLines"
import { listMeetingPapers, type MeetingPapers, type PaperLine } from "~/records/records-list"
import { ButtonLink } from "~/ui/Button"
import { Empty } from "~/ui/Empty"
import { Page } from "~/ui/Page"
import { Sheet } from "~/ui/Sheet"
import { Cell, Row, RowHead, Table } from "~/ui/Table"
import { appContext } from "~/web/context"
import { orThrow } from "~/web/forms"
import type { Route } from "./+types/records"

export async function loader({ context }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  return {
    meetings: orThrow(context, await listMeetingPapers(ctx)),
    mayArchive: may(ctx.actor, "archive:read"),
    community: ctx.community.name,
  }
}

export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: `文书 - ${loaderData?.community ?? ""}议事驿站` }]

export default function Records({ loaderData, params }: Route.ComponentProps) {
  const { meetings, mayArchive } = loaderData
  return (
    <Page
      title="文书"
      lead="每次会议的纪要，和每项通过的事项的决议。"
      actions={mayArchive ? <ButtonLink to={href("/c/:community/archive", params)}>档案</ButtonLink> : null}
    >
      {meetings.length === 0 ? (
        <Empty title="还没有散会的会议">会议散会以后，纪要和决议在这里起草、核准和导出。</Empty>
      ) : (
        <div className="stack-l">
          {meetings.map(meeting => (
            <Papers key={meeting.meetingId} meeting={meeting} community={params.community} />
          ))}
        </div>
      )}
    </Page>
  )
}

function Papers({ meeting, community }: { meeting: MeetingPapers; community: string }) {
  return (
    <Sheet
      title={`${meeting.title}　${meeting.heldOn}`}
      more={{
        to: href("/c/:community/records/:meetingId/papers", { community, meetingId: meeting.meetingId }),
        label: (
          <>
            会议文书<span className="vh">：{meeting.title}</span>
          </>
        ),
      }}
      flush
    >
      <Table
        className="record-papers"
        caption={`${meeting.title}的文书`}
        columns={[{ label: "文书" }, { label: "状态" }, { label: "编号" }, { label: "PDF" }]}
      >
        {meeting.papers.map(paper => (
          <Row key={paper.key}>
            <RowHead to={addressOf(paper, community, meeting)}>{paper.title}</RowHead>
            <Cell label="状态">
              <PaperBadge state={paper.state} />
            </Cell>
            <Cell label="编号">{paper.number}</Cell>
            <Cell label="PDF">
              {paper.document ? (
                <a
                  href={href("/c/:community/documents/:documentId", {
                    community,
                    documentId: `${paper.document.id}.pdf`,
                  })}
                >
                  打开第{paper.document.version}版<span className="vh">{paper.title}</span>
                </a>
              ) : null}
            </Cell>
          </Row>
        ))}
      </Table>
    </Sheet>
  )
}

/** Where a paper is worked on or read; none for those who may see only that it is being written. */
function addressOf(paper: PaperLine, community: string, { meetingId, mayDraft }: MeetingPapers): string | undefined {
  if (paper.kind === "minutes")
    return paper.mayOpen ? href("/c/:community/records/:meetingId/minutes", { community, meetingId }) : undefined
  // A motion that was passed and has no resolution yet is drafted on the page of its meeting's minutes.
  if (paper.state === "toDraft" && mayDraft)
    return `${href("/c/:community/records/:meetingId/minutes", { community, meetingId })}#resolutions`
  if (!paper.mayOpen) return undefined
  return href("/c/:community/records/:meetingId/resolutions/:roundId", { community, meetingId, roundId: paper.roundId })
}
