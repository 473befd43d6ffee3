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
