import { type Choice, choiceNames, choices } from "~/law/tally"
import { ChoiceMark } from "~/ui/Choice"

export type VotesProps = {
  counts: Record<Choice, number>
  words?: Record<Choice, string>
  /** Ballots not handed in, or invalid, each with its own word. */
  others?: readonly { label: string; count: number }[]
}

/** The counted choices of a proclaimed round. Never shown before it is closed. */
export function Votes({ counts, words = choiceNames, others = [] }: VotesProps) {
  return (
    <dl className="votes">
      {choices.map(choice => (
        <div key={choice}>
          <dt>
            <ChoiceMark choice={choice} />
            {words[choice]}
          </dt>
          <dd>{counts[choice]}</dd>
        </div>
      ))}
      {others.map(other => (
        <div key={other.label}>
          <dt>{other.label}</dt>
          <dd>{other.count}</dd>
        </div>
      ))}
    </dl>
  )
}
