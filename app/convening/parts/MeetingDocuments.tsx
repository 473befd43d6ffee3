import { Form, href } from "react-router"
import type { MeetingView } from "~/convening/meeting-reading"
import { Button } from "~/ui/Button"
import { Sheet } from "~/ui/Sheet"

/** The sheets of this meeting, each version a line, and what can still be printed. */
export function MeetingDocuments(props: { meeting: MeetingView; slips: string | null; community: string }) {
  const { meeting, slips, community } = props
  const hasNotice = meeting.documents.some(document => document.kind === "convocation" && document.format === "pdf")
  const { issueNotice, codes, draftAnnouncement } = meeting.may
  if (meeting.documents.length === 0 && !issueNotice && !codes && !draftAnnouncement) return null
  return (
    <Sheet title="文件" flush>
      <ul className="doclist">
        {meeting.documents.map(document => {
          const address = `/c/${community}/documents/${document.id}.${document.format}`
          const words = [
            document.format === "docx" ? "Word" : "",
            document.version > 1 ? `第${document.version}版` : "",
          ]
          const mark = words.filter(Boolean).join("，")
          const name = mark ? `${document.title}（${mark}）` : document.title
          return (
            <li key={document.id}>
              <a href={address}>{name}</a>
              <span>
                {document.on}印成　<a href={`${address}?download`}>下载</a>
              </span>
            </li>
          )
        })}
        {slips && codes ? (
          <li>
            <Form method="post" reloadDocument action={slips}>
              <Button kind="link">签到条</Button>
            </Form>
            <span>剪开发给代表，每人一条，含签到码</span>
          </li>
        ) : null}
      </ul>
      {issueNotice || draftAnnouncement ? (
        <div className="sheet__body stack">
          {issueNotice ? (
            <Form method="post">
              <Button wide>{hasNotice ? "重新印会议通知" : "印会议通知"}</Button>
            </Form>
          ) : null}
          {issueNotice ? (
            <Form method="post" reloadDocument>
              <Button wide name="intent" value="word">
                下载会议通知的Word版
              </Button>
              <p className="hint">在Word里改动的文字不会回到这里；定稿以这里为准。</p>
            </Form>
          ) : null}
          {draftAnnouncement ? (
            <Form method="post" action={href("/c/:community/notices", { community })}>
              <input type="hidden" name="kind" value="convocation" />
              <input type="hidden" name="subjectId" value={meeting.id} />
              <Button wide name="intent" value="draft">
                起草会议公告
              </Button>
              <p className="hint">张贴在公示栏上给居民看的，遮盖个人信息、另一个人核对放行以后打印。</p>
            </Form>
          ) : null}
        </div>
      ) : null}
    </Sheet>
  )
}
