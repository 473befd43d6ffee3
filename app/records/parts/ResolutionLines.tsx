import { Form, href, Link } from "react-router"
import type { ResolutionLine } from "~/records/views"
import { Badge } from "~/ui/Badge"
import { Button } from "~/ui/Button"
import { Sheet } from "~/ui/Sheet"

export type ResolutionLinesProps = {
  lines: ResolutionLine[]
  mayDraft: boolean
  address: { community: string; meetingId: string }
}

/** One resolution for each motion that was passed; those without one are offered to be drafted. */
export function ResolutionLines({ lines, mayDraft, address }: ResolutionLinesProps) {
  if (lines.length === 0) return null
  const isWanting = lines.some(line => line.state === "toDraft")
  return (
    <Sheet title="决议" id="resolutions" flush>
      <ul className="doclist">
        {lines.map(line => (
          <li key={line.roundId}>
            {line.state === "toDraft" ? (
              line.title
            ) : (
              <Link
                to={href("/c/:community/records/:meetingId/resolutions/:roundId", {
                  ...address,
                  roundId: line.roundId,
                })}
              >
                {line.title}
              </Link>
            )}
            <span>
              <PaperBadge state={line.state} /> {line.number}
            </span>
          </li>
        ))}
      </ul>
      {isWanting && mayDraft ? (
        <div className="sheet__body">
          <Form method="post" action={href("/c/:community/records/:meetingId/minutes", address)}>
            <Button wide name="intent" value="draftResolutions">
              起草决议
            </Button>
          </Form>
        </div>
      ) : null}
    </Sheet>
  )
}

export function PaperBadge({ state }: { state: "toDraft" | "draft" | "approved" }) {
  if (state === "approved") return <Badge kind="done">已核准</Badge>
  return state === "draft" ? <Badge kind="doing">草稿</Badge> : <Badge>待起草</Badge>
}
