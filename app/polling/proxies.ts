import type { ProxyGrant } from "~/law/proxies"
import type { Result } from "~/law/result"
import type { PollRule } from "~/rulebook/poll-rules"
import type { PollVoter } from "./store"

type Voter = Pick<PollVoter, "id" | "ordinal" | "name">

/** What the rule of proxies asks for. */
export const proxyRuleOf = ({ proxies }: Pick<PollRule, "proxies">): { most: number | null } | "none" =>
  "none" in proxies ? "none" : { most: proxies.most }

/**
 * Grants are written down by name. A proxy who is on the roll under that name, once, is that voter; what is refused is told
 * by names again.
 */
export function namedProxies(
  granted: readonly { voter: Voter; proxyName: string }[],
  voters: readonly Voter[],
  check: (grants: ProxyGrant[]) => Result<null>,
): Result<null> {
  const idOf = (name: string) => {
    const [one, other] = voters.filter(voter => voter.name === name)
    return one && !other ? one.id : name
  }
  const names = new Map(voters.map(voter => [voter.id, voter.name]))
  const checked = check(granted.map(({ voter, proxyName }) => ({ from: voter.id, to: idOf(proxyName) })))
  if (checked.ok) return checked
  const words = Object.fromEntries(
    Object.entries(checked.detail).map(([key, value]) => [key, names.get(String(value)) ?? value]),
  )
  return { ...checked, detail: { ...words, field: "proxyName" } }
}
