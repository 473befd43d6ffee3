import { href, Link } from "react-router"
import type { PollView } from "~/polling/reading"
import { Facts } from "~/ui/Facts"

/** What was fixed by the announcement, or is being drafted. */
export function PollFacts({ poll, community }: { poll: PollView; community: string }) {
  const topic = poll.topic
  return (
    <Facts
      items={[
        { label: "表决事项", value: poll.question ? <span className="prewrap">{poll.question}</span> : "" },
        {
          label: "议题",
          value: topic ? (
            <Link to={href("/c/:community/topics/:topicId", { community, topicId: topic.id })}>{topic.title}</Link>
          ) : (
            ""
          ),
        },
        { label: "表决范围", value: poll.scope, note: poll.figures.area ? `专有部分面积${poll.figures.area}` : null },
        { label: "候选人", value: poll.candidates.join("、"), note: poll.isByHand ? `名额${poll.seats}个` : null },
        { label: "当选以后", value: poll.office },
        { label: "公告", value: poll.announcedOn },
        { label: "收票", value: poll.span },
        { label: "计票人", value: poll.counters },
        { label: "监票人", value: poll.scrutineers },
        {
          label: "规程",
          value: poll.ruleName,
          note: poll.ruleHash ? `公告时已固定，校验码${poll.ruleHash.slice(0, 8)}` : "以公告那天的规程为准",
        },
      ]}
    />
  )
}
