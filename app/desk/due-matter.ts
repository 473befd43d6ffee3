import { addDays, type CivilDate } from "~/law/civil-date"
import { dueWords, shortDate, waited } from "./day-words"

/** Something to be done: when, what, why it is mine, one verb. `to` begins below the community's address. */
export type DueMatter = {
  key: string
  when: string
  whenNote: string
  late: boolean
  /** The day it is owed by, or on which it takes place; null where none is set. */
  dueOn: CivilDate | null
  title: string
  /** Short facts, one after the other; empty ones are left out. */
  reasons: string[]
  to: string
  action: string
}

/**
 * Matters of one kind that wait for the same verb: how many, and the first of them: the one owed first, or the one that has
 * waited longest.
 */
export type Pile = {
  count: number
  first: { id: string; title: string; since: CivilDate; dueOn?: CivilDate | null } | null
}
export const emptyPile: Pile = { count: 0, first: null }

type PileWords = {
  key: string
  one: string
  many: (count: number) => string
  action: string
  /** What falls due on the day: 受理时限. */
  due?: string
}

/** One row for a pile: the matter itself while there is one, the list when there are more. */
export function duesOfPile(
  { count, first }: Pile,
  today: CivilDate,
  words: PileWords,
  to: { one: (id: string) => string; many: string },
): DueMatter[] {
  if (!first) return []
  const isOne = count === 1
  const when = first.dueOn
    ? dueWords(first.dueOn, today, words.due ?? "到期")
    : {
        when: waited(first.since, today),
        whenNote: isOne ? `${shortDate(first.since, today)}起` : "最早的一件",
        late: false,
        dueOn: null,
      }
  return [
    {
      key: words.key,
      ...when,
      title: isOne ? `${words.one}：${first.title}` : words.many(count),
      reasons: isOne ? [] : [`最早：${first.title}`],
      to: isOne ? to.one(first.id) : to.many,
      action: words.action,
    },
  ]
}

/** So many days ahead a matter lies on the desk; later ones wait below, counted. */
const daysInSight = 5

/**
 * Late first, the longest overdue in front; then today, then the next days; then what has no day. Within each, the order
 * given. What lies further ahead is kept apart.
 */
export function inOrder(dues: readonly DueMatter[], today: CivilDate): { now: DueMatter[]; later: DueMatter[] } {
  const last = addDays(today, daysInSight)
  const rank = (due: DueMatter) => (due.late ? 0 : due.dueOn === null ? 3 : due.dueOn <= today ? 1 : 2)
  const dayOf = (due: DueMatter) => (rank(due) === 1 ? "" : (due.dueOn ?? ""))
  const ordered = dues.toSorted((a, b) => rank(a) - rank(b) || compareText(dayOf(a), dayOf(b)))
  const isLater = (due: DueMatter) => !due.late && due.dueOn !== null && due.dueOn > last
  return { now: ordered.filter(due => !isLater(due)), later: ordered.filter(isLater) }
}

const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
