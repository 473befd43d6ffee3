import { checkProxies } from "~/law/proxies"
import type { Result } from "~/law/result"
import type { PollRule } from "~/rulebook/poll-rules"
import type { PollVoter } from "./store"

type Voter = Pick<PollVoter, "id" | "ordinal" | "name">

/** What the rule of proxies asks for. */
const proxyRuleOf = ({ proxies }: Pick<PollRule, "proxies">): { most: number | null } | "none" =>
  "none" in proxies ? "none" : { most: proxies.most }

/** However it is spaced or typed: one more blank makes no other person. */
const plain = (name: string): string => name.normalize("NFKC").replace(/\s/g, "")

/**
 * Grants are written down by name, and so is whoever may not stand for others. A proxy who is on the roll under that name,
 * once, is that voter; what is refused is told by names again. Refusals: those of `checkProxies`.
 */
export function checkNamedProxies(
  granted: readonly { voter: Voter; proxyName: string }[],
  voters: readonly Voter[],
  rule: PollRule,
  barred: Iterable<string> = [],
): Result<null> {
  const idOf = (typed: string) => {
    const name = plain(typed)
    const [one, other] = voters.filter(voter => plain(voter.name) === name)
    return one && !other ? one.id : name
  }
  const names = new Map(voters.map(voter => [voter.id, voter.name]))
  const grants = granted.map(({ voter, proxyName }) => ({ from: voter.id, to: idOf(proxyName) }))
  const checked = checkProxies(grants, proxyRuleOf(rule), new Set([...barred].map(idOf)))
  if (checked.ok) return checked
  const words = Object.fromEntries(
    Object.entries(checked.detail).map(([key, value]) => [key, names.get(String(value)) ?? value]),
  )
  return { ...checked, detail: { ...words, field: "proxyName" } }
}

/**
 * Who took papers of an unnamed election for another: whoever takes the paper votes with it. A roll of homes goes by its
 * doors: one who owns none of them may live behind one, and each paper more is another's.
 */
export function takenForOthers<Line extends Pick<PollVoter, "name" | "unitIds">>(
  lines: readonly { voter: Line; taker: string }[],
): { voter: Line; proxyName: string }[] {
  const isOwn = ({ voter, taker }: { voter: Line; taker: string }) =>
    voter.name.split("、").some(name => plain(name) === plain(taker))
  const taken = lines.filter(({ taker }) => plain(taker) !== "")
  const settled = new Set(taken.filter(isOwn).map(({ taker }) => plain(taker)))
  return taken.flatMap(line => {
    if (isOwn(line)) return []
    const name = plain(line.taker)
    if (line.voter.unitIds.length > 0 && !settled.has(name)) {
      settled.add(name)
      return []
    }
    return [{ voter: line.voter, proxyName: line.taker.trim() }]
  })
}
