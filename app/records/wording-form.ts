import type { MinutesWording, ResolutionWording } from "#db/schema/records"
import { isRealDate } from "~/law/civil-date"
import { readQuantity } from "~/law/quantities"
import { minutesField, resolutionField } from "./rules"

/** What a form posted, by field name. */
export type Typed = Record<string, string | string[]>

type Item = ResolutionWording["items"][number]
type Part = keyof Item
/** How the fields of a list of items are called, and which there are: only a resolution counts quantities. */
export type Naming = ((part: Part, row: number) => string) & { parts: readonly Part[] }
type Read<Wording> = { wording: Wording; errors: Record<string, string> }

const most = { line: 200, paragraph: 1000, text: 8000 }

/** The decisions of one agenda item in the minutes. */
export const decisionNaming = (item: number): Naming =>
  Object.assign((part: Part, row: number) => minutesField.decision(part, item, row), {
    parts: ["content", "handler", "dueOn"] as const,
  })

/** The items of a resolution. */
export const itemNaming: Naming = Object.assign((part: Part, row: number) => resolutionField(part, row), {
  parts: ["content", "quantity", "handler", "dueOn"] as const,
})

const textOf = (typed: Typed, name: string): string => {
  const value = typed[name]
  // A browser posts line ends as CR LF; stored they would make every unchanged paragraph look changed.
  return ((Array.isArray(value) ? value[0] : value) ?? "").replace(/\r\n?/g, "\n").trim()
}

/** The rows of a list as they stand in the form. Their numbers are names only: a removed row leaves a gap. */
export function rowsOf(typed: Typed, naming: Naming): number[] {
  const pattern = new RegExp(`^${naming("content", 0).replace(/0$/, "")}(\\d{1,4})$`)
  return Object.keys(typed)
    .flatMap(name => pattern.exec(name)?.[1] ?? [])
    .map(Number)
    .sort((a, b) => a - b)
}

/** The form one row longer or shorter, everything else as it was typed: what 添一条 and 去掉 do without a script. */
export function withRows(typed: Typed, naming: Naming, change: "add" | { remove: number }): Typed {
  if (change === "add") {
    const next = (rowsOf(typed, naming).at(-1) ?? -1) + 1
    return { ...typed, ...Object.fromEntries(naming.parts.map(part => [naming(part, next), ""])) }
  }
  const gone = naming.parts.map(part => naming(part, change.remove))
  return Object.fromEntries(Object.entries(typed).filter(([name]) => !gone.includes(name)))
}

const fieldsOfItems = (items: readonly Item[], naming: Naming): [string, string][] =>
  items.flatMap((item, row) => naming.parts.map((part): [string, string] => [naming(part, row), item[part] ?? ""]))

function readItems(typed: Typed, naming: Naming, errors: Record<string, string>): Item[] {
  return rowsOf(typed, naming).map(row => {
    const quantity = naming.parts.includes("quantity") ? limited(typed, naming("quantity", row), most.line, errors) : ""
    const item: Item = {
      content: limited(typed, naming("content", row), most.paragraph, errors),
      handler: limited(typed, naming("handler", row), most.line, errors),
      dueOn: textOf(typed, naming("dueOn", row)),
      ...(quantity ? { quantity } : {}),
    }
    if (quantity && !readQuantity(quantity))
      errors[naming("quantity", row)] = "数量请写成“570米”“3组”这样的整数；不计数的空着"
    if (item.dueOn && !isRealDate(item.dueOn))
      errors[naming("dueOn", row)] = `“${item.dueOn}”不是日历上的日子，请改日期`
    return item
  })
}

function limited(typed: Typed, name: string, length: number, errors: Record<string, string>): string {
  const text = textOf(typed, name)
  if ([...text].length > length) errors[name] = `最多${length}个字`
  return text
}

/** The stored wording as the fields of its form. */
export function minutesTyped(wording: MinutesWording): Record<string, string> {
  return Object.fromEntries([
    ["opening", wording.opening],
    ...wording.items.flatMap((item, index): [string, string][] => [
      [`agendaItemId-${index}`, item.agendaItemId],
      [minutesField.gist(index), item.gist],
      [minutesField.dissent(index), item.dissent],
      ...fieldsOfItems(item.decisions, decisionNaming(index)),
    ]),
    ["closing", wording.closing],
  ])
}

export function readMinutesTyped(typed: Typed): Read<MinutesWording> {
  const errors: Record<string, string> = {}
  const items: MinutesWording["items"] = []
  for (let index = 0; textOf(typed, `agendaItemId-${index}`); index += 1) {
    items.push({
      agendaItemId: textOf(typed, `agendaItemId-${index}`),
      gist: limited(typed, minutesField.gist(index), most.text, errors),
      dissent: limited(typed, minutesField.dissent(index), most.text, errors),
      decisions: readItems(typed, decisionNaming(index), errors),
    })
  }
  const wording = {
    // It may hold what was confirmed, with the remarks.
    opening: limited(typed, "opening", most.text, errors),
    items,
    closing: limited(typed, "closing", most.text, errors),
  }
  return { wording, errors }
}

export function resolutionTyped(wording: ResolutionWording): Record<string, string> {
  return Object.fromEntries([
    ["title", wording.title],
    ["preamble", wording.preamble],
    ["conditions", (wording.conditions ?? []).join("\n")],
    ...fieldsOfItems(wording.items, itemNaming),
    ["money", wording.money ?? ""],
  ])
}

export function readResolutionTyped(typed: Typed): Read<ResolutionWording> {
  const errors: Record<string, string> = {}
  const conditions = limited(typed, "conditions", most.text, errors)
    .split("\n")
    .map(line => line.trim())
    .filter(Boolean)
  const money = limited(typed, "money", most.paragraph, errors)
  const wording: ResolutionWording = {
    title: limited(typed, "title", most.line, errors),
    preamble: limited(typed, "preamble", most.paragraph, errors),
    ...(conditions.length > 0 ? { conditions } : {}),
    items: readItems(typed, itemNaming, errors),
    ...(money ? { money } : {}),
  }
  return { wording, errors }
}

/** What a press on 添一条 (`addDecision-2`) or 去掉 (`removeDecision-2-0`) asks for; null for other presses. */
export function rowChange(intent: string): { naming: Naming; change: "add" | { remove: number } } | null {
  const [verb, ...numbers] = intent.split("-")
  const [first, second] = numbers.map(Number)
  if (numbers.some(number => !/^\d{1,4}$/.test(number))) return null
  if (verb === "addDecision" && first !== undefined) return { naming: decisionNaming(first), change: "add" }
  if (verb === "removeDecision" && first !== undefined && second !== undefined)
    return { naming: decisionNaming(first), change: { remove: second } }
  if (verb === "addItem") return { naming: itemNaming, change: "add" }
  if (verb === "removeItem" && first !== undefined) return { naming: itemNaming, change: { remove: first } }
  return null
}
