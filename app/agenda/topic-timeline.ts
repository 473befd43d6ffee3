import { readTimeline, type TimelineEntry } from "~/registry/timeline"
import type { Ctx } from "~/web/context"
import type { Sentences } from "~/web/refusals"
import type { TopicView } from "./topic-reading"

/** The life of a topic with that of its issues, newest first. That each of them went into it is told once, by its founding. */
export function readTopicTimeline(
  ctx: Ctx,
  words: Sentences,
  topic: Pick<TopicView, "id" | "issues" | "mayReadIssues">,
): Promise<TimelineEntry[]> {
  const { "issue.madeTopic": _, ...told } = words
  return readTimeline(ctx, told, [
    { kind: "topic", ids: [topic.id] },
    { kind: "issue", ids: topic.mayReadIssues ? topic.issues.map(issue => issue.id) : [] },
  ])
}
