import type { SatisfactionLevel } from "#db/schema/intake"
import { channelNames } from "~/intake/channels"
import type { IssueView } from "~/intake/issue-views"
import { satisfactionNames } from "~/intake/rules"
import { formatDate } from "~/law/civil-date"
import { Badge } from "~/ui/Badge"
import { Facts } from "~/ui/Facts"
import { Segments } from "~/ui/Page"
import { Sheet } from "~/ui/Sheet"
import { type FollowAddress, FollowCode } from "./FollowCode"

const reopenedNote = ({ reopenedCount }: IssueView) => (reopenedCount > 0 ? `重新打开过${reopenedCount}次` : undefined)

const satisfactionWords = ({ level, comment }: { level: SatisfactionLevel; comment: string }) =>
  comment ? `${satisfactionNames[level]}，${comment}` : satisfactionNames[level]

/** What is known of an issue beside its story: facts, answers, how to follow it, who joined. */
export function IssueAside({ issue, follow }: { issue: IssueView; follow: FollowAddress | null }) {
  return (
    <>
      <Sheet title="基本情况">
        <Facts
          items={[
            { label: "编号", value: issue.number },
            { label: "处置理由", value: issue.triageReason },
            { label: "办理", value: issue.handler },
            {
              label: "答复时限",
              value: issue.answerDueOn,
              note: issue.daysLate > 0 ? <Badge kind="late">逾期{issue.daysLate}天</Badge> : undefined,
            },
            {
              label: issue.state === "closed" ? "用时" : "已过",
              value: issue.elapsedDays === 0 ? "不到一天" : `${issue.elapsedDays}天`,
              note: reopenedNote(issue),
            },
            { label: "地点", value: issue.place },
            { label: "网格", value: issue.gridName },
            { label: "提出人", value: issue.reporterName },
            { label: "电话", value: issue.reporterPhone },
            { label: "提出时间", value: formatDate(issue.reportedOn) },
            { label: "渠道", value: channelNames[issue.channel] },
            { label: "网格员", value: issue.collectorName },
            { label: "表上编号", value: issue.sourceNumber },
            { label: "备注", value: issue.note },
            ...Object.entries(issue.extra).map(([label, value]) => ({ label, value })),
          ]}
        />
      </Sheet>
      {issue.answers.length > 0 ? (
        <Sheet title="答复">
          <Facts
            items={issue.answers.map(answer => ({
              label: answer.kind === "first" ? "受理答复" : "办结答复",
              value: answer.content,
              note: [
                `${answer.answeredBy}，${answer.answeredAt}，${answer.means}`,
                answer.kind === "final" ? (answer.resolved ? "问题已解决" : "没能解决，已说明") : "",
                answer.satisfaction ? `提出人说：${satisfactionWords(answer.satisfaction)}` : "",
              ]
                .filter(Boolean)
                .join("。"),
            }))}
          />
        </Sheet>
      ) : null}
      {follow ? <FollowCode follow={follow} /> : null}
      {issue.supports.length > 0 ? (
        <Sheet title="附议的居民">
          <ul className="plain stack">
            {issue.supports.map(support => (
              <li key={support.id}>
                <Segments items={[support.name || "居民", support.phone, support.reportedOn]} />
                {support.content ? <p className="soft">{support.content}</p> : null}
              </li>
            ))}
          </ul>
        </Sheet>
      ) : null}
    </>
  )
}
