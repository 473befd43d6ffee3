/** What stands in place of a name that was blotted out (个人信息保护法第47条). */
export const blottedName = "已遮去"

/** What stands in the way of blotting someone out, as found; each with the words its sentence needs. */
export type BlottingHindrance =
  | { code: "person_already_blotted"; detail: Record<string, never> }
  | { code: "person_in_office"; detail: { offices: string } }
  | { code: "person_has_account"; detail: { name: string } }
  | { code: "person_in_meeting"; detail: { meetings: string } }
  | { code: "person_in_poll"; detail: { polls: string } }
  | { code: "person_awaits_answer"; detail: { numbers: string } }
  | { code: "person_owns_unit"; detail: { units: string } }

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
export function blottingHindrances(facts: BlottingFacts): BlottingHindrance[] {
  if (facts.isBlotted) return [{ code: "person_already_blotted", detail: {} }]
  const found: BlottingHindrance[] = []
  const inWords = (names: readonly string[]) => names.join("、")
  if (facts.runningOffices.length > 0)
    found.push({ code: "person_in_office", detail: { offices: inWords(facts.runningOffices) } })
  if (facts.hasEnabledAccount) found.push({ code: "person_has_account", detail: { name: facts.name } })
  if (facts.openMeetings.length > 0)
    found.push({ code: "person_in_meeting", detail: { meetings: inWords(facts.openMeetings) } })
  if (facts.openPolls.length > 0) found.push({ code: "person_in_poll", detail: { polls: inWords(facts.openPolls) } })
  if (facts.unansweredIssues.length > 0)
    found.push({ code: "person_awaits_answer", detail: { numbers: inWords(facts.unansweredIssues) } })
  // The owners' register must name its owners: who sells is struck there first.
  if (facts.ownedUnits.length > 0)
    found.push({ code: "person_owns_unit", detail: { units: inWords(facts.ownedUnits) } })
  return found
}
