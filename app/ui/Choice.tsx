import { Link } from "react-router"
import { type Choice, choiceNames, choices } from "~/law/tally"

/** The marks of the Chinese ballot: ○ × △. */
export function ChoiceMark({ choice }: { choice: Choice }) {
  return (
    <svg viewBox="0 0 100 100" aria-hidden="true">
      {choice === "for" ? <circle cx="50" cy="50" r="40" /> : null}
      {choice === "against" ? <path d="M14 14l72 72M86 14L14 86" /> : null}
      {choice === "abstain" ? <path d="M50 13L92 86H8z" strokeLinejoin="miter" /> : null}
    </svg>
  )
}

export type ChoicesProps = {
  /** Heard before the three: 您的选择. */
  legend?: string
  /** Owners and the committee's assembly say 同意: pass other words. */
  words?: Record<Choice, string>
  /** As links: where each choice leads. Without it they are buttons that post `name` with for, against or abstain. */
  to?: (choice: Choice) => string
  name?: string
}

/** The three choices, alike in size, weight and border; nothing is chosen beforehand, and pressing one only leads to the check. */
export function Choices({ legend = "您的选择", words = choiceNames, to, name = "choice" }: ChoicesProps) {
  return (
    <fieldset className="choices">
      <legend className="vh">{legend}</legend>
      {choices.map(choice =>
        to ? (
          <Link key={choice} className={`choice choice--${choice}`} to={to(choice)}>
            <ChoiceMark choice={choice} />
            <span>{words[choice]}</span>
          </Link>
        ) : (
          <button key={choice} className={`choice choice--${choice}`} type="submit" name={name} value={choice}>
            <ChoiceMark choice={choice} />
            <span>{words[choice]}</span>
          </button>
        ),
      )}
    </fieldset>
  )
}

/** The choice as it was made, for the check page only. */
export function PickedChoice({ choice, word = choiceNames[choice] }: { choice: Choice; word?: string }) {
  return (
    <div className={`choice choice--${choice} choice--picked`}>
      <ChoiceMark choice={choice} />
      <span>{word}</span>
    </div>
  )
}

export type BallotOption = { key: string; label: string }

export type OptionChoicesProps = {
  options: readonly BallotOption[]
  /** How many may be marked. One: pressing an option leads to the check. Several: boxes, and a button that leads there. */
  seats: number
  /** Of several, those marked before: shown again when too many were. */
  marked?: readonly string[]
  /** 均不同意. */
  noneWord: string
  legend?: string
}

/** What the button under several boxes posts as `choice`; the boxes post `mark`. */
export const markedChoice = "marked"

/**
 * The options of one ballot, alike in size, weight and border, in the order of the paper; 均不同意 and 弃权 are always there.
 * Nothing is chosen beforehand, and pressing one only leads to the check.
 */
export function OptionChoices({ options, seats, marked = [], noneWord, legend = "您的选择" }: OptionChoicesProps) {
  const isMany = options.length > 3
  return (
    <div className={isMany ? "ballot ballot--many" : "ballot"}>
      <fieldset className="ballot__options">
        <legend className={seats === 1 ? "vh" : "ballot__most"}>{seats === 1 ? legend : `最多选${seats}项`}</legend>
        {options.map((option, at) =>
          seats === 1 ? (
            <button key={option.key} className="option" type="submit" name="choice" value={option.key}>
              <b aria-hidden="true">{at + 1}</b>
              <span>{option.label}</span>
            </button>
          ) : (
            <label key={option.key} className="option option--box">
              <input type="checkbox" name="mark" value={option.key} defaultChecked={marked.includes(option.key)} />
              <span>{option.label}</span>
            </label>
          ),
        )}
      </fieldset>
      <div className="ballot__others">
        <button className="option option--none" type="submit" name="choice" value="none">
          <ChoiceMark choice="against" />
          <span>{noneWord}</span>
        </button>
        <button className="option option--abstain" type="submit" name="choice" value="abstain">
          <ChoiceMark choice="abstain" />
          <span>{choiceNames.abstain}</span>
        </button>
        {seats === 1 ? null : (
          <button className="btn btn--main btn--big" type="submit" name="choice" value={markedChoice}>
            核对我选的
          </button>
        )}
      </div>
    </div>
  )
}

/** What was chosen of a ballot with options, for the check page only: one line for each option. */
export function PickedOptions({ labels, kind }: { labels: readonly string[]; kind: "options" | "none" | "abstain" }) {
  return (
    <ul className={`picked picked--${kind}`}>
      {labels.map(label => (
        <li key={label}>
          <ChoiceMark choice={kind === "options" ? "for" : kind === "none" ? "against" : "abstain"} />
          <span>{label}</span>
        </li>
      ))}
    </ul>
  )
}
