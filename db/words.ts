/**
 * The words columns may hold where a rule needs them too. `db` imports nothing of `app` but types, so the tuples stand
 * here; `app/law` gives them their Chinese names, and the rooms take them from there.
 */

/** 代表类别: whom a delegate at the deliberation table speaks for. The order is the order of lists on screen and paper. */
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

/**
 * Members of the 居民代表会议: 居民委员会成员和居民代表 (居委会组织法第28条). They are not delegates of the table,
 * and the delegations above only attend that meeting as observers.
 */
export const representativeKinds = ["committeeMember", "residentRepresentative"] as const
export type RepresentativeKind = (typeof representativeKinds)[number]

/** 赞成, 反对, 弃权: the order of the ballot paper. */
export const choices = ["for", "against", "abstain"] as const
export type Choice = (typeof choices)[number]

/** What the passing of a motion means for its topic: 同意, 附条件同意, 待调研, 提交更高程序. */
export const motionEffects = ["agreed", "agreedWithConditions", "needsFieldwork", "escalated"] as const
export type MotionEffect = (typeof motionEffects)[number]

/** How someone came to a seat or an office: 推选, 委派, 邀请. */
export const chosenHows = ["elected", "appointed", "invited"] as const
export type ChosenHow = (typeof chosenHows)[number]

/**
 * Members of an assembly which is kept as a body with terms: 党员 of a 党员大会; 居民 or 户的代表 of a 居民会议
 * (居委会组织法第26、27条).
 */
export const assemblyKinds = ["partyMember", "adultResident", "householdDelegate"] as const
export type AssemblyKind = (typeof assemblyKinds)[number]

/** 四议两公开, in their order. */
export const chainSteps = [
  "branchProposal",
  "committeesDiscussion",
  "partyAssembly",
  "representativesDecision",
  "decisionPublished",
  "resultPublished",
] as const
export type ChainStep = (typeof chainSteps)[number]
