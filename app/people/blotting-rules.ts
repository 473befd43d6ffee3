import { type Refusal, refuse } from "~/law/result"

/** What stands in place of a name that was blotted out (个人信息保护法第47条). */
export const blottedName = "已遮去"

/** What is known of someone when their blotting is asked for; names as people read them. */
export type BlottingFacts = {
  isBlotted: boolean
  name: string
  runningOffices: readonly string[]
  hasEnabledAccount: boolean
  openMeetings: readonly string[]
  openPolls: readonly string[]
  unansweredIssues: readonly string[]
  ownedUnits: readonly string[]
}

/** Everything that must be settled first, in the order in which it is told. */
export function blottingHindrances(facts: BlottingFacts): Refusal[] {
  if (facts.isBlotted) return [refuse("person_already_blotted")]
  const { name, runningOffices, hasEnabledAccount, openMeetings, openPolls, unansweredIssues, ownedUnits } = facts
  const inWords = (names: readonly string[]) => names.join("、")
  const found: Refusal[] = []
  if (runningOffices.length > 0) found.push(refuse("person_in_office", { offices: inWords(runningOffices) }))
  if (hasEnabledAccount) found.push(refuse("person_has_account", { name }))
  if (openMeetings.length > 0) found.push(refuse("person_in_meeting", { meetings: inWords(openMeetings) }))
  if (openPolls.length > 0) found.push(refuse("person_in_poll", { polls: inWords(openPolls) }))
  if (unansweredIssues.length > 0) found.push(refuse("person_awaits_answer", { numbers: inWords(unansweredIssues) }))
  // The owners' register must name its owners: who sells is struck there first.
  if (ownedUnits.length > 0) found.push(refuse("person_owns_unit", { units: inWords(ownedUnits) }))
  return found
}
