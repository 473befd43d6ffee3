import { href, Link } from "react-router"
import { formatDate } from "~/law/civil-date"
import type { BoardNotice } from "~/records/public-board"
import { Badge } from "~/ui/Badge"

/** What hangs or hung, each with its period in words. */
export function NoticeCards({ notices, community }: { notices: BoardNotice[]; community: string }) {
  return (
    <ul className="notices">
      {notices.map(notice => (
        <li className="sheet" key={notice.noticeId}>
          <h3>
            <Link to={href("/c/:community/board/notices/:noticeId", { community, noticeId: notice.noticeId })}>
              {notice.title}
            </Link>
          </h3>
          <p className="soft notices__facts">
            <OutcomeBadge notice={notice} />
            <span className="nb">{notice.number}</span>
          </p>
          <p>
            <Period notice={notice} />
          </p>
          {notice.objections.received > 0 ? <p className="small soft">{objectionWords(notice)}</p> : null}
        </li>
      ))}
    </ul>
  )
}

/** 通过, 附条件通过, 先调研再议, 会议公告. */
export function OutcomeBadge({ notice }: { notice: Pick<BoardNotice, "kind" | "outcomeWord"> }) {
  const isPassed = notice.kind === "resolution" && notice.outcomeWord.endsWith("通过")
  return <Badge kind={isPassed ? "done" : "doing"}>{notice.outcomeWord}</Badge>
}

export function Period({
  notice,
}: {
  notice: Pick<BoardNotice, "until" | "daysLeft" | "isOver" | "postedOn" | "endedOn">
}) {
  if (notice.isOver)
    return (
      <>
        {formatDate(notice.postedOn)}公示，<span className="nb">{formatDate(notice.endedOn ?? notice.until)}结束</span>
      </>
    )
  return (
    <>
      公示到<b className="nb">{formatDate(notice.until)}</b>，
      <span className="nb">{notice.daysLeft === 0 ? "今天是最后一天" : `还有${notice.daysLeft}天`}</span>
    </>
  )
}

export const objectionWords = ({ objections }: Pick<BoardNotice, "objections">) =>
  objections.received === 0
    ? "还没有人提出异议。"
    : `收到异议${objections.received}条，已答复${objections.answered}条。`
