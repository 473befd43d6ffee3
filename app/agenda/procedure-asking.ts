import { answeredQuestions, nextQuestion } from "~/rulebook/routing"

/**
 * The questions as far as they are answered, what is kept of the answers, and what is asked next (null when nothing is open).
 * What was not asked on this way (an earlier answer was changed, or the address was written by hand) falls away.
 */
export function askedOf(given: Readonly<Record<string, string>>) {
  const asked = answeredQuestions(given)
  const answers: Record<string, string> = Object.fromEntries(asked.map(one => [one.key, one.value]))
  return { asked, answers, open: nextQuestion(answers) }
}
