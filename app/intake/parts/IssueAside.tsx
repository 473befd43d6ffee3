import { channelNames } from "~/intake/channels"
import type { IssueView } from "~/intake/issue-views"
import { formatDate } from "~/law/civil-date"
import { Facts } from "~/ui/Facts"
import { Sheet } from "~/ui/Sheet"

/** What is known of an issue beside its story: facts, answers, who joined. */
export function IssueAside({ issue }: { issue: IssueView }) {
  return (
    <>
      <Sheet title="基本情况">
        <Facts
          items={[
            { label: "编号", value: issue.number },
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
              ]
                .filter(Boolean)
                .join("。"),
            }))}
          />
        </Sheet>
      ) : null}
      {issue.supports.length > 0 ? (
        <Sheet title="附议的居民">
          <ul className="plain stack">
            {issue.supports.map(support => (
              <li key={support.id}>
                {support.name || "居民"}
                <span className="soft">{[" ", support.phone, support.reportedOn].filter(Boolean).join("　")}</span>
                {support.content ? <p className="soft">{support.content}</p> : null}
              </li>
            ))}
          </ul>
        </Sheet>
      ) : null}
    </>
  )
}
