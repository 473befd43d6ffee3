import { Link } from "react-router"
import type { LikeIssue } from "~/intake/like-issues"
import type { FieldState } from "~/ui/form-view"
import { RadioGroup } from "~/ui/RadioGroup"

/** The value of `decision` that enters a new issue in spite of what is like it; any other is the id of one to join. */
export const enterAnyway = "new"

/** Inside the form of a new issue: what it is like, and whether to join it. */
export function LikeIssues({
  likes,
  ledger,
  field,
}: {
  likes: readonly LikeIssue[]
  ledger: string
  field: FieldState
}) {
  return (
    <RadioGroup
      {...field}
      label="这件事怎么记"
      hint="是同一件事，就附议，不另立一条。"
      stacked
      options={[
        ...likes.map(like => ({
          value: like.issueId,
          label: `附议${like.number}`,
          hint: (
            <>
              <Link to={`${ledger}/${like.issueId}`}>{like.title}</Link>
              {`　${[like.place, `${like.supporterCount}人反映`, like.reason].filter(Boolean).join("，")}`}
            </>
          ),
        })),
        { value: enterAnyway, label: "不是同一件事，登记为新问题" },
      ]}
    />
  )
}
