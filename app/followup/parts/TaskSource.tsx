import { href, Link } from "react-router"
import type { TaskView } from "~/followup/task-reading"
import { ButtonLink } from "~/ui/Button"
import { Facts } from "~/ui/Facts"
import { Note } from "~/ui/Note"
import { Sheet } from "~/ui/Sheet"

/** Where it comes from, and the way there. */
export function TaskSource({ task, community }: { task: TaskView; community: string }) {
  const { resolution, issue, topic } = task.source
  return (
    <Sheet title="来源">
      <Facts
        items={[
          { label: "交办单", value: task.number },
          {
            label: "决议",
            value: resolution ? (
              <Way
                to={
                  resolution.mayRead
                    ? href("/c/:community/records/:meetingId/resolutions/:roundId", { community, ...resolution })
                    : null
                }
              >
                {resolution.title}
              </Way>
            ) : null,
            note: resolution ? `${resolution.number}第${task.itemOrdinal}项` : null,
          },
          {
            label: "问题",
            value: issue ? (
              <Way to={issue.mayRead ? href("/c/:community/issues/:issueId", { community, issueId: issue.id }) : null}>
                {issue.title}
              </Way>
            ) : null,
            note: issue?.number,
          },
          {
            label: "议题",
            value: topic ? (
              <Link to={href("/c/:community/topics/:topicId", { community, topicId: topic.id })}>{topic.title}</Link>
            ) : null,
            note: topic?.number,
          },
          { label: "交办", value: `${task.assigned.by}，${task.assigned.day}` },
        ]}
      />
    </Sheet>
  )
}

function Way({ to, children }: { to: string | null; children: string }) {
  return to ? <Link to={to}>{children}</Link> : children
}

/** The proposers wait for their final answer; it is written at the issue, never by itself. */
export function ToAnswer({ task, community }: { task: TaskView; community: string }) {
  if (task.toAnswer.length === 0) return null
  return (
    <Note kind="act" title="事情办好了，请答复提出人">
      {task.toAnswer.map(issue => (
        <p key={issue.id}>
          <ButtonLink kind="go" to={href("/c/:community/issues/:issueId", { community, issueId: issue.id })}>
            答复“{issue.title}”
          </ButtonLink>
        </p>
      ))}
    </Note>
  )
}
