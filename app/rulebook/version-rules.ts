import type { SettingChange, VersionState } from "#db/schema/rulebook"
import { done, type Result, refuse } from "~/law/result"
import { isPollPresetKey, pollPresetOf } from "~/rulebook/poll-presets"
import { freezePollRule, type PollPresetKey } from "~/rulebook/poll-rules"
import { isPresetKey, presetOf } from "~/rulebook/presets"
import { freezeSnapshot, type PresetKey } from "~/rulebook/rules"
import { type AnyRule, changeSettings } from "~/rulebook/settings"

export type RulebookKey = PresetKey | PollPresetKey

export const stateNames: Record<VersionState, string> = {
  draft: "草稿",
  checked: "已核对",
  inForce: "启用",
  superseded: "被替代",
  withdrawn: "已撤回",
}

const moves: Record<VersionState, readonly VersionState[]> = {
  draft: ["checked", "withdrawn"],
  checked: ["inForce", "withdrawn"],
  // What two people put in force gives way to what two people checked, be it a version without any change: nobody falls back
  // on the preset alone on the eve of a vote.
  inForce: ["superseded"],
  superseded: [],
  withdrawn: [],
}

export const mayMove = (from: VersionState, to: VersionState): boolean => moves[from].includes(to)

export function isRulebookKey(value: unknown): value is RulebookKey {
  return isPresetKey(value) || isPollPresetKey(value)
}

/** What the law says of a procedure, and what is proposed where it says nothing. */
export function ruleAsShipped(preset: RulebookKey): AnyRule {
  return isPresetKey(preset) ? presetOf(preset) : pollPresetOf(preset)
}

/** What one community of owners resolves binds that estate alone, so each of their versions belongs to one. */
export function needsEstate(preset: RulebookKey): boolean {
  return ruleAsShipped(preset).form === "owners"
}

/** The whole rule as the changes make it, frozen, and its canonical text. Refusals: those of `changeSettings`. */
export function composeRule(
  preset: RulebookKey,
  changes: readonly SettingChange[],
): Result<{ rule: AnyRule; text: string }> {
  const changed = changeSettings(ruleAsShipped(preset), changes)
  if (!changed.ok) return changed
  const rule = changed.value
  if (rule.form !== "meeting") return done(freezePollRule(rule))
  const { snapshot, text } = freezeSnapshot(rule)
  return done({ rule: snapshot, text })
}

export type VersionFacts = { state: VersionState; draftedByAccountId: string; basis: string }

/** Only whoever drafts edits: a second hand would make the other's check a check of his own words. */
export function checkEditing(version: VersionFacts, accountId: string | null): Result<null> {
  if (version.state !== "draft") return refuse("version_fixed", { state: stateNames[version.state] })
  return version.draftedByAccountId === accountId ? done(null) : refuse("not_your_draft")
}

/** Another person compares the draft with its sources, and says so. */
export function checkChecking(version: VersionFacts, accountId: string | null, isConfirmed: boolean): Result<null> {
  if (!mayMove(version.state, "checked")) return refuse("version_fixed", { state: stateNames[version.state] })
  if (version.draftedByAccountId === accountId) return refuse("same_person_checks")
  if (!version.basis) return refuse("basis_missing")
  return isConfirmed ? done(null) : refuse("check_not_confirmed", { field: "confirmed" })
}
