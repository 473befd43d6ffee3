/**
 * The words columns may hold where a rule needs them too. `db` imports nothing of `app` but types, so the tuples stand
 * here and `app/law` gives them their Chinese names.
 */
export const delegations = [
  "party",
  "resident",
  "property",
  "ownersCommittee",
  "cppcc",
  "department",
  "partner",
  "other",
] as const
export type Delegation = (typeof delegations)[number]

export const representativeKinds = ["residentRepresentative", "committeeMember"] as const
export type RepresentativeKind = (typeof representativeKinds)[number]

export const choices = ["for", "against", "abstain"] as const
export type Choice = (typeof choices)[number]
