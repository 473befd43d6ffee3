import { href, Link } from "react-router"
import type { DutyPerson } from "~/followup/duty-list"
import { Empty } from "~/ui/Empty"
import { Sheet } from "~/ui/Sheet"

/** Whose list to look at: everybody who has something to do. */
export function DutyPeople({ people, community }: { people: readonly DutyPerson[]; community: string }) {
  if (people.length === 0)
    return (
      <Sheet title="清单" titleHidden>
        <Empty title="现在没有人手上有要办的事">
          <p>交办出去的事项，和还没有办结的问题，会按承办人列在这里。</p>
        </Empty>
      </Sheet>
    )
  return (
    <Sheet title="看谁的清单" flush>
      <ul className="doclist">
        {people.map(person => (
          <li key={person.personId}>
            <Link to={`${href("/c/:community/tasks/duty", { community })}?person=${person.personId}`}>
              {person.name}
            </Link>
            <span>{countWords(person)}</span>
          </li>
        ))}
      </ul>
    </Sheet>
  )
}

/** 3件要办，1件逾期. */
export const countWords = ({ open, late }: Pick<DutyPerson, "open" | "late">): string =>
  `${open}件要办${late > 0 ? `，${late}件逾期` : ""}`
