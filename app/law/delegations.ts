import {
  type AssemblyKind,
  type Delegation,
  delegations,
  type RepresentativeKind,
  representativeKinds,
} from "#db/words"

export { type Delegation, delegations, type RepresentativeKind, representativeKinds }

export type MemberKind = Delegation | RepresentativeKind | AssemblyKind

export const memberKindNames: Record<MemberKind, string> = {
  party: "党员",
  resident: "居民",
  property: "物业",
  ownersCommittee: "业委会",
  cppcc: "政协委员",
  department: "职能部门",
  partner: "共建单位",
  other: "其他",
  committeeMember: "居委会成员",
  residentRepresentative: "居民代表",
  partyMember: "党员",
  adultResident: "居民",
  householdDelegate: "户代表",
}

const synonyms: Record<Delegation | RepresentativeKind, readonly string[]> = {
  party: ["党员", "党代表", "在职党员", "党组织", "社区党员", "党员骨干", "党支部"],
  resident: ["居民", "居民群众", "群众", "住户", "业主", "普通居民", "利益相关居民"],
  property: ["物业", "物业公司", "物业企业", "物业服务企业", "物业服务公司", "物管", "物业方"],
  ownersCommittee: ["业委会", "业主委员会", "业委会成员", "业委会委员", "物管会", "物业管理委员会"],
  cppcc: ["政协委员", "政协", "县政协委员", "区政协委员", "市政协委员"],
  department: ["职能部门", "部门", "政府部门", "有关部门", "相关部门", "街道", "街道办", "街道办事处"],
  partner: ["共建单位", "驻社区单位", "驻区单位", "共驻共建单位", "联建单位", "包联单位", "挂钩单位"],
  other: ["其他", "其它", "其他方面", "特邀", "专家", "人大", "人大代表"],
  committeeMember: ["居委会成员", "居委会委员", "居委会", "居民委员会成员", "居委", "社区居委会成员"],
  residentRepresentative: ["居民代表", "居民小组代表", "居民组长", "居民小组长"],
}

const meanings = new Map<string, Delegation | RepresentativeKind>()
for (const kind of [...delegations, ...representativeKinds]) {
  for (const word of synonyms[kind]) meanings.set(word, kind)
}

/**
 * What a word in a list means: 党员代表, 物业公司, 业主委员会, 政协 … or null.
 * Asked for a delegation, 居民代表 is a resident delegate; asked for a representative, it is the member of the 居民代表会议.
 */
export function parseDelegation(text: string): Delegation | null {
  const word = bareWord(text)
  const kind = meanings.get(word.replace(/代表$/, "")) ?? meanings.get(word)
  if (kind === "residentRepresentative") return "resident"
  return isDelegation(kind) ? kind : null
}

export function parseRepresentativeKind(text: string): RepresentativeKind | null {
  const kind = meanings.get(bareWord(text))
  return kind !== undefined && !isDelegation(kind) ? kind : null
}

export function isDelegation(value: unknown): value is Delegation {
  return delegations.some(delegation => delegation === value)
}

export function isRepresentativeKind(value: unknown): value is RepresentativeKind {
  return representativeKinds.some(kind => kind === value)
}

/** 物业（某某公司） is 物业: what stands in brackets says which one, not what kind. */
function bareWord(text: string): string {
  const plain = text.normalize("NFKC").replace(/[\s、,.。;:·]/g, "")
  const outside = plain.replace(/[([【].*?[)\]】]/g, "")
  return (outside || plain.replace(/[()[\]【】]/g, "")).replace(/类$/, "")
}
