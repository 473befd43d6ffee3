import type { SettingChange } from "#db/schema/rulebook"
import { done, type Result, refuse } from "~/law/result"
import { meetingSettings } from "~/rulebook/meeting-settings"
import { pollPresetOf } from "~/rulebook/poll-presets"
import type { PollPresetKey, PollRule } from "~/rulebook/poll-rules"
import { pollSettings } from "~/rulebook/poll-settings"
import { branchRegulation } from "~/rulebook/preset-words"
import { presetOf } from "~/rulebook/presets"
import type { PresetKey, RuleSnapshot } from "~/rulebook/rules"
import type { SettingChoice, SettingDefinition, SettingKind } from "~/rulebook/setting-kinds"

export type AnyRule = RuleSnapshot | PollRule

/** One value of a rule for a page. */
export type Setting = {
  key: string
  label: string
  kind: SettingKind
  /** As it is stored in a change. */
  value: string
  valueText: string
  article: string
  /** What is offered; null where a number is typed or nothing can be changed. */
  choices: SettingChoice[] | null
  unit: string
  /** What an empty field means, where it may stay empty: 不限. */
  whenEmpty: string
  /** What whoever chooses must know; empty where the label says it all. */
  note: string
  /** What the law demands: stricter may be set, weaker not. Null where the law leaves it open. */
  floor: { value: string; valueText: string; article: string } | null
  /** What a change must cite; null where any source will do. */
  citation: string | null
}

const owners = ["participation", "agreement", "noticeDays", "proxies"]
const election = ["participation", "agreement", "agreementBase", "runOff", "rollDays", "noticeDays", "proxies"]
const assembly = ["partyStudy", "quorum", "agreement", "agreementBase", "tie", "noticeBoardDays"]

/** The values which are the law's and not the community's own. */
const statutory: Record<PresetKey | PollPresetKey, readonly string[]> = {
  deliberation: ["noticeBoardDays"],
  residents: [...assembly, "noticeDays", "noticeKind"],
  representatives: [...assembly, "composition"],
  partyAssembly: ["quorum", "agreement", "agreementBase", "tie"],
  jointSession: ["noticeBoardDays"],
  openTalk: ["noticeBoardDays"],
  ownersOrdinary: owners,
  ownersMajor: owners,
  allConcerned: ["proxies"],
  singleOwner: ["proxies"],
  selection: [],
  committeeElection: election,
  committeeElectionByRepresentatives: election,
}

/** Where the preset follows a practice which is stricter than what binds: what binds. */
const lowerFloors: Partial<Record<PresetKey | PollPresetKey, Record<string, { value: string; article: string }>>> = {
  partyAssembly: { quorum: { value: ">=1/2", article: `${branchRegulation}第十一条：须有半数以上有表决权的党员到会` } },
}

/** Every value of a rule with its source and what the law demands of it, in the order of the page. */
export function listSettings(rule: AnyRule): Setting[] {
  return rule.form === "meeting"
    ? settingsOf(rule, presetOf(rule.preset), meetingSettings)
    : settingsOf(rule, pollPresetOf(rule.preset), pollSettings)
}

function settingsOf<Rule extends AnyRule>(
  rule: Rule,
  preset: Rule,
  definitions: readonly SettingDefinition<Rule>[],
): Setting[] {
  return definitions.flatMap(definition => {
    const now = definition.read(rule)
    if (!now) return []
    const { key, label, kind, unit } = definition
    const isOffered = ({ value }: SettingChoice) => definition.isOffered?.(preset, value) ?? true
    return {
      key,
      label,
      kind,
      value: now.value,
      valueText: definition.words(now.value),
      article: now.article,
      choices: definition.choices ? withCurrent(definition.choices.filter(isOffered), definition, now.value) : null,
      unit,
      whenEmpty: definition.parse("") === "" ? definition.words("") : "",
      note: definition.note ?? "",
      floor: floorOf(definition, preset),
      citation: definition.citation?.hint ?? null,
    }
  })
}

/** A bar nobody put on the list is offered too where it is the one that holds. */
function withCurrent<Rule>(choices: SettingChoice[], { words }: SettingDefinition<Rule>, value: string) {
  return choices.some(choice => choice.value === value) ? choices : [...choices, { value, label: words(value) }]
}

function floorOf<Rule extends AnyRule>(definition: SettingDefinition<Rule>, preset: Rule): Setting["floor"] {
  if (!statutory[preset.preset].includes(definition.key)) return null
  const law = lowerFloors[preset.preset]?.[definition.key] ?? definition.read(preset)
  return law && { value: law.value, valueText: definition.words(law.value), article: law.article }
}

/**
 * The rule with other values, each with its own source. A value of the law may be made stricter, never weaker. Refusals, by
 * the field at fault (`value-<key>` or `article-<key>`): setting_unknown, setting_fixed, citation_missing,
 * setting_value_wrong, weaker_than_law, citation_not_enough.
 */
export function changeSettings<Rule extends AnyRule>(rule: Rule, changes: readonly SettingChange[]): Result<Rule> {
  const changed =
    rule.form === "meeting"
      ? changeEach<RuleSnapshot>(rule, presetOf(rule.preset), meetingSettings, changes)
      : changeEach<PollRule>(rule, pollPresetOf(rule.preset), pollSettings, changes)
  return changed as Result<Rule>
}

function changeEach<Rule extends AnyRule>(
  rule: Rule,
  preset: Rule,
  definitions: readonly SettingDefinition<Rule>[],
  changes: readonly SettingChange[],
): Result<Rule> {
  const wanted = new Map(changes.map(change => [change.key, change]))
  let changed = rule
  // In the order of the page and not as they came: whether there are working days hangs on there being days.
  for (const definition of definitions) {
    const change = wanted.get(definition.key)
    if (!change) continue
    const next = changeOne(changed, preset, definition, change)
    if (!next.ok) return next
    changed = next.value
    wanted.delete(definition.key)
  }
  const [unknown] = wanted.keys()
  if (unknown !== undefined) return refuse("setting_unknown", { key: unknown })
  return checkTogether(changed)
}

function changeOne<Rule extends AnyRule>(
  rule: Rule,
  preset: Rule,
  definition: SettingDefinition<Rule>,
  { key, value: typed, article: source }: SettingChange,
): Result<Rule> {
  const now = definition.read(rule)
  const [label, field] = [definition.label, `value-${key}`]
  if (!now) return refuse("setting_unknown", { key, field })
  if (definition.kind === "fixed") return refuse("setting_fixed", { label, article: now.article, field })
  const value = definition.parse(typed)
  if (value === null || definition.isOffered?.(preset, value) === false)
    return refuse("setting_value_wrong", { label, field })
  const floor = floorOf(definition, preset)
  if (floor && !definition.isAtLeast(value, floor.value))
    return refuse("weaker_than_law", { label, floor: floor.valueText, article: floor.article, field })
  const article = source.trim()
  if (!article) return refuse("citation_missing", { label, field: `article-${key}` })
  const { citation } = definition
  if (citation && value !== definition.read(preset)?.value && !citation.demanded.test(article))
    return refuse("citation_not_enough", {
      label,
      hint: citation.hint,
      article: citation.from,
      field: `article-${key}`,
    })
  return done(definition.write(rule, value, article))
}

/** What no value can say of itself alone. */
function checkTogether<Rule extends AnyRule>(rule: Rule): Result<Rule> {
  if (rule.form === "meeting") return done(rule)
  const { least, most } = rule.answerDays
  return least !== null && most !== null && least > most
    ? refuse("setting_value_wrong", { label: "收票最多", field: "value-answerDaysMost" })
    : done(rule)
}
