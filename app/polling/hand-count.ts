import { done, type Result, refuse } from "~/law/result"

/** A count by hand as it is read off the counting sheet. */
export type HandCount = {
  issued: number
  returned: number
  notReturned: number
  invalid: number
  none: number
  abstain: number
  votes: Record<string, number>
}

/**
 * Every paper is accounted for: 发出 = 收回 + 未收回, and each valid paper marks at least one and at most as many as there
 * are seats, or 均不同意, or 弃权. Refusals: count_not_whole, count_over_roll, count_issued_unbalanced, count_unbalanced,
 * count_option_over.
 */
export function checkHandCount(
  count: HandCount,
  { keys, seats, entitled }: { keys: readonly string[]; seats: number; entitled: number },
): Result<HandCount> {
  const { issued, returned, notReturned, invalid, none, abstain } = count
  const votes = Object.fromEntries(keys.map(key => [key, count.votes[key] ?? 0]))
  const all = [issued, returned, notReturned, invalid, none, abstain, ...Object.values(votes)]
  if (all.some(number => !Number.isSafeInteger(number) || number < 0)) return refuse("count_not_whole")
  if (issued > entitled) return refuse("count_over_roll", { field: "issued", issued, entitled })
  if (issued !== returned + notReturned)
    return refuse("count_issued_unbalanced", { field: "issued", issued, returned, notReturned })
  const marking = returned - invalid - none - abstain
  const sum = Object.values(votes).reduce((total, one) => total + one, 0)
  if (marking < 0 || sum < marking || sum > marking * seats)
    return refuse("count_unbalanced", { field: "returned", returned, invalid, none, abstain, marking, sum, seats })
  const over = keys.find(key => (votes[key] ?? 0) > marking)
  if (over) return refuse("count_option_over", { field: `votes-${over}`, votes: votes[over], marking })
  return done({ ...count, votes })
}
