import type { Reader } from "#db/client"
import { pollPresetOf } from "~/rulebook/poll-presets"
import { type PollPresetKey, type PollRule, readPollRule } from "~/rulebook/poll-rules"
import { presetOf } from "~/rulebook/presets"
import { type PresetKey, type RuleSnapshot, readSnapshot } from "~/rulebook/rules"
import { findRuleTextsInForce } from "~/rulebook/version-store"

/** The rule for a meeting called today: the version the community put in force, else the preset as shipped. */
export async function ruleInForce(q: Reader, communityId: string, preset: PresetKey): Promise<RuleSnapshot> {
  const texts = await findRuleTextsInForce(q, communityId, preset, [""])
  const text = texts.get("")
  return text === undefined ? presetOf(preset) : readSnapshot(text)
}

/** The rule for a poll announced today: the estate's own version first, then the community's, then the preset as shipped. */
export async function pollRuleInForce(
  q: Reader,
  communityId: string,
  preset: PollPresetKey,
  estateId: string | null,
): Promise<PollRule> {
  const texts = await findRuleTextsInForce(q, communityId, preset, estateId ? [estateId, ""] : [""])
  const text = (estateId ? texts.get(estateId) : undefined) ?? texts.get("")
  return text === undefined ? pollPresetOf(preset) : readPollRule(text)
}
