import { done, type Result, refuse } from "~/law/result"

/** `from` has given the vote away, `to` casts it beside their own. */
export type ProxyGrant = { from: string; to: string }

/**
 * 委托: whether all grants of one vote may stand together. Nobody may be stood for unless the rule says so, nobody by more
 * than one, and whoever has given the own vote away cannot take another's: passing a mandate on needs its giver's consent
 * (民法典第169条). `barred` may not stand for others: candidates (居委会组织法第19条), or whoever must recuse themselves.
 * Refusals: proxy_not_granted, proxy_to_self { to }, proxy_barred { to }, proxy_twice { from }, proxy_passed_on { to },
 * proxy_too_many { to, most }.
 */
export function checkProxies(
  grants: readonly ProxyGrant[],
  rule: { most: number | null } | "none",
  barred: ReadonlySet<string>,
): Result<null> {
  if (grants.length === 0) return done(null)
  if (rule === "none") return refuse("proxy_not_granted")
  const givers = new Set<string>()
  const held = new Map<string, number>()
  for (const { from, to } of grants) {
    if (from === to) return refuse("proxy_to_self", { to })
    if (barred.has(to)) return refuse("proxy_barred", { to })
    if (givers.has(from)) return refuse("proxy_twice", { from })
    givers.add(from)
    held.set(to, (held.get(to) ?? 0) + 1)
  }
  for (const [to, count] of held) {
    if (givers.has(to)) return refuse("proxy_passed_on", { to })
    if (rule.most !== null && count > rule.most) return refuse("proxy_too_many", { to, most: rule.most })
  }
  return done(null)
}
