import { deepFreeze } from "~/law/canonical-json"
import { partyAssembly, representatives, residents } from "~/rulebook/assembly-presets"
import { type PresetKey, presetKeys, type RuleSnapshot } from "~/rulebook/rules"
import { deliberation, jointSession, openTalk } from "~/rulebook/table-presets"

const presets: Record<PresetKey, RuleSnapshot> = deepFreeze({
  deliberation,
  residents,
  representatives,
  partyAssembly,
  jointSession,
  openTalk,
})

/** What the law says of a meeting, and what is proposed where it says nothing. */
export function presetOf(key: PresetKey): RuleSnapshot {
  return presets[key]
}

/** All presets in the order in which they are offered. */
export function listPresets(): RuleSnapshot[] {
  return presetKeys.map(presetOf)
}

export function isPresetKey(value: unknown): value is PresetKey {
  return presetKeys.some(key => key === value)
}
