import { type Bar, barInWords } from "~/law/threshold"
import { local } from "~/rulebook/preset-words"

export type SettingKind = "bar" | "choice" | "number" | "fixed"
export type SettingChoice = { value: string; label: string }

/** One value of a rule, as it is read, worded, checked and written again. `value` is its text in a stored change. */
export type SettingDefinition<Rule> = {
  key: string
  label: string
  kind: SettingKind
  /** Null where this rule has no such value. */
  read(rule: Rule): { value: string; article: string } | null
  words(value: string): string
  /** The canonical text of what was typed, null where it cannot be read. */
  parse(text: string): string | null
  /** Whether a value binds at least as hard as another, in every case that can come up. */
  isAtLeast(value: string, floor: string): boolean
  write(rule: Rule, value: string, article: string): Rule
  /** What is offered; numbers are typed. */
  choices: readonly SettingChoice[] | null
  /** After a number: 天. */
  unit: string
  /** What whoever chooses must know, beside the field. */
  note?: string
  /** Whether a value that can be read may be chosen under this rule at all; every one where nothing is said. */
  isOffered?(rule: Rule, value: string): boolean
  /** Where a change has to cite a certain kind of source: what it must match, in words, and why the law does not do. */
  citation?: { demanded: RegExp; hint: string; from: string }
}

type Parts<Rule> = Pick<SettingDefinition<Rule>, "key" | "label" | "read" | "write"> & {
  citation?: SettingDefinition<Rule>["citation"]
  note?: string
}

const barPattern = /^(>=|>)([1-9]\d{0,2})\/([1-9]\d{0,2})$/

/** `>=2/3` or `>1/2`; null where it is no share that can be reached. */
export function parseBar(text: string): Bar | null {
  const found = barPattern.exec(text.trim())
  if (!found) return null
  const [numerator, denominator, over] = [Number(found[2]), Number(found[3]), found[1] === ">"]
  if (numerator > denominator || (over && numerator === denominator)) return null
  return over ? { part: [numerator, denominator], over: true } : { part: [numerator, denominator] }
}

export const barText = ({ part: [numerator, denominator], over }: Bar) =>
  `${over ? ">" : ">="}${numerator}/${denominator}`

/**
 * Whether whatever reaches `bar` also reaches `floor`, however large the whole: a larger share does, and at the same share
 * “超过” does where the other says “以上”. Exact: the fractions are cross-multiplied.
 */
export function isBarAtLeast(bar: Bar, floor: Bar): boolean {
  const mine = bar.part[0] * floor.part[1]
  const its = floor.part[0] * bar.part[1]
  return mine === its ? Boolean(bar.over) || !floor.over : mine > its
}

/** The bars people use. */
const barChoices: readonly SettingChoice[] = [
  ">=1/3",
  ">=1/2",
  ">1/2",
  ">=3/5",
  ">=2/3",
  ">2/3",
  ">=3/4",
  ">=4/5",
  ">=1/1",
].map(value => ({ value, label: barInWords(parseBar(value)!) }))

export const barSetting = <Rule>(parts: Parts<Rule>): SettingDefinition<Rule> => ({
  ...parts,
  kind: "bar",
  words: value => barInWords(parseBar(value)!),
  parse: text => {
    const bar = parseBar(text)
    return bar && barText(bar)
  },
  isAtLeast: (value, floor) => isBarAtLeast(parseBar(value)!, parseBar(floor)!),
  choices: barChoices,
  unit: "",
})

/** One of a few. They stand in the order in which they grow stricter, unless none binds harder than another. */
export const choiceSetting = <Rule>(
  parts: Parts<Rule> & { choices: readonly SettingChoice[] },
): SettingDefinition<Rule> => ({
  ...parts,
  kind: "choice",
  words: value => parts.choices.find(choice => choice.value === value)?.label ?? value,
  parse: text => parts.choices.find(choice => choice.value === text.trim())?.value ?? null,
  isAtLeast: (value, floor) => rank(parts.choices, value) >= rank(parts.choices, floor),
  unit: "",
})

const rank = (choices: readonly SettingChoice[], value: string) => choices.findIndex(choice => choice.value === value)

/** A whole number; more is stricter. With `none`, an empty field means that, in these words. */
export const numberSetting = <Rule>(
  parts: Parts<Rule> & { unit: string; least: number; most: number; none?: string; zero?: string },
): SettingDefinition<Rule> => ({
  ...parts,
  kind: "number",
  words: value => {
    if (value === "") return parts.none ?? ""
    return value === "0" && parts.zero ? parts.zero : `${value}${parts.unit}`
  },
  parse: text => {
    const plain = text.normalize("NFKC").trim()
    if (plain === "") return parts.none === undefined ? null : ""
    if (!/^\d{1,4}$/.test(plain)) return null
    const number = Number(plain)
    return number >= parts.least && number <= parts.most ? String(number) : null
  },
  isAtLeast: (value, floor) => Number(value) >= Number(floor),
  choices: null,
})

/** What no rule of a community may set otherwise: shown with its source, never changed. */
export const fixedSetting = <Rule>(
  parts: Pick<SettingDefinition<Rule>, "key" | "label" | "read">,
): SettingDefinition<Rule> => ({
  ...parts,
  kind: "fixed",
  words: value => value,
  parse: () => null,
  isAtLeast: () => false,
  write: rule => rule,
  choices: null,
  unit: "",
})

/** The new source beside the one that still holds; a mere “法律未规定” gives way to it. */
export function addArticle(known: string, added: string): string {
  if (known === local) return added
  return known.split("；").includes(added) ? known : `${known}；${added}`
}
