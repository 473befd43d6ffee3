import { Link } from "react-router"
import { Sheet } from "~/ui/Sheet"

type Issue = { id: string; number: string; title: string; place: string; supporterCount: number }

/** The troubles a topic came from. */
export function TopicIssues({ issues, community, linked }: { issues: Issue[]; community: string; linked: boolean }) {
  return (
    <Sheet title="从这些问题来" flush>
      <ul className="doclist">
        {issues.map(issue => (
          <li key={issue.id}>
            {linked ? <Link to={`/c/${community}/issues/${issue.id}`}>{issue.title}</Link> : issue.title}
            <span>
              {[issue.number, issue.place, issue.supporterCount > 1 ? `${issue.supporterCount}人反映` : ""]
                .filter(Boolean)
                .join("，")}
              {linked ? (
                <>
                  {"　"}
                  <Link to={`/c/${community}/matters/${issue.id}`}>全过程</Link>
                </>
              ) : null}
            </span>
          </li>
        ))}
      </ul>
    </Sheet>
  )
}
