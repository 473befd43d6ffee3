import { type Choice, choiceNames, choices } from "~/law/tally"
import { ChoiceMark } from "~/ui/Choice"
import { LampMark } from "~/ui/Lamp"

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

export type OptionVotesProps = {
  lines: readonly {
    key: string
    label: string
    votes: number
    whole: number
    chosen: boolean
    tied: boolean
    met: boolean
    /** 得7票，须7票，达到过半数. */
    words: string
  }[]
  /** 均不同意, 弃权, 未投 … after the options, each with its own word. */
  others: readonly { label: string; count: number }[]
}

/** What each option came to, in the order of the paper, with its light in words; what was chosen is said, never only shown. */
export function OptionVotes({ lines, others }: OptionVotesProps) {
  return (
    <>
      <table className="opts">
        <caption className="vh">各选项得票</caption>
        <tbody>
          {lines.map(line => (
            <tr key={line.key} className={line.chosen ? "is-chosen" : undefined}>
              <th scope="row">
                {line.label}
                {line.chosen ? <em>选定</em> : line.tied ? <em>得票相同</em> : null}
              </th>
              <td className="opts__n">
                <b>{line.votes}</b> / {line.whole}
              </td>
              <td>
                <LampMark state={line.met ? "met" : "not"} />
                <span>{line.words}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {others.length > 0 ? (
        <dl className="opts__others">
          {others.map(other => (
            <div key={other.label}>
              <dt>{other.label}</dt>
              <dd>{other.count}</dd>
            </div>
          ))}
        </dl>
      ) : null}
    </>
  )
}
