import type { BodyKind } from "#db/schema/people-organizations"
import type { PollPresetKey } from "~/rulebook/poll-rules"
import { civilCode, committeeAct } from "~/rulebook/preset-words"
import type { DraftFacts, Problem } from "./rules"

const problem = (code: string, detail: Record<string, unknown> = {}): Problem => ({ code, detail })

/**
 * Matters of which nobody is 列支范围外: who manages the estate, and by which rules, is never a question of some buildings.
 * Keys are answers of the routing tree.
 */
const ofAllOwners = new Set(["property", "covenant", "other", "ownersCommittee"])

/**
 * Whom a poll asks is the rule's to say and nobody's to pick. Owners are asked by whole buildings, where the local rule
 * allows less than all and the matter is one of money or of a part; the neighbours of a shop by whole buildings at least
 * (解释第11条), others beside them; one owner by his unit.
 */
export function scopeProblems({ rule, scope, matter }: DraftFacts): Problem[] {
  const [buildings, units] = [scope?.buildingIds.length ?? 0, scope?.unitIds.length ?? 0]
  if (rule.form === "owners") {
    if (scope === null) return []
    const { article } = rule.scope
    if (rule.scope.mode === "wholeEstate") return [problem("scope_not_allowed", { field: "buildings", article })]
    if (ofAllOwners.has(matter))
      return [problem("scope_all_owners", { field: "buildings", article: `${civilCode}第二百七十八条第一款` })]
    if (units > 0) return [problem("scope_picked_units", { field: "buildings" })]
    return buildings > 0 ? [] : [problem("poll_scope_missing", { field: "buildings" })]
  }
  if (rule.form === "election") return units > 0 ? [problem("scope_picked_units", { field: "buildings" })] : []
  if (rule.concerned === "singleOwner")
    return units === 1 && buildings === 0 ? [] : [problem("poll_one_unit", { field: "units" })]
  return buildings > 0 ? [] : [problem("poll_scope_missing", { field: "buildings" })]
}

/** Where only so many electors are known, and no roll of names. */
const countsElectors = ({ rule }: DraftFacts): boolean =>
  rule.form === "election" && rule.preset !== "committeeElectionByRepresentatives"

/** What the 推选 of neighbours may fill; all other bodies are chosen as their own Act says. */
const byNeighbours: readonly (BodyKind | null)[] = ["other", "residentsAssembly"]

/** Whether whoever this kind of poll chooses may become that. */
export function mayFill(preset: PollPresetKey, office: NonNullable<DraftFacts["office"]>): boolean {
  const isSelection = preset === "selection"
  if (office.kind === "buildingLeader") return isSelection
  return isSelection ? byNeighbours.includes(office.bodyKind) : office.bodyKind === "residentsCommittee"
}

/**
 * Who is chosen, and by whom: a 楼栋长 by his own building, the 居委会 by its election and by nobody chosen out of the
 * community. A number in the place of a roll is for elections that have none.
 */
export function electorProblems(facts: DraftFacts): Problem[] {
  const { rule, scope, office, electors } = facts
  const problems: Problem[] = []
  if (electors !== null && !countsElectors(facts)) problems.push(problem("electors_not_counted", { field: "electors" }))
  if (rule.form !== "election") return problems
  if (rule.preset !== "selection" && scope !== null)
    problems.push(problem("scope_of_community", { field: "electors", article: `${committeeAct}第十九条` }))
  if (!office) return problems
  if (!mayFill(rule.preset, office)) problems.push(problem("office_not_so_filled", { field: "office" }))
  if (
    office.kind === "buildingLeader" &&
    electors === null &&
    scope?.buildingIds.some(buildingId => buildingId !== office.buildingId)
  )
    problems.push(problem("scope_not_the_office", { field: "buildings" }))
  return problems
}
