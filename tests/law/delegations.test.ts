import { expect, test } from "vitest"
import {
  type Delegation,
  delegations,
  isDelegation,
  isRepresentativeKind,
  memberKindNames,
  parseDelegation,
  parseRepresentativeKind,
  representativeKinds,
} from "~/law/delegations"

test.each<[string, Delegation | null]>([
  ["党员代表", "party"],
  ["在职党员代表", "party"],
  ["党代表", "party"],
  ["居民", "resident"],
  ["居民代表", "resident"],
  ["物业公司", "property"],
  ["物业公司代表", "property"],
  ["物业（乙物业公司）", "property"],
  ["业主委员会", "ownersCommittee"],
  ["业委会代表", "ownersCommittee"],
  ["政协", "cppcc"],
  ["政协委员", "cppcc"],
  ["部门", "department"],
  ["职能部门代表", "department"],
  ["共建单位", "partner"],
  ["其他", "other"],
  ["人大代表", "other"],
  [" 党 员 ", "party"],
  ["（党员）", "party"],
  ["居民组长", "resident"],
  ["居民类", "resident"],
  ["类居民", null],
  ["代表党员", null],
  ["居委会成员", null],
  ["过路人", null],
  ["", null],
])("at the deliberation table %s is %s", (text, delegation) => {
  expect(parseDelegation(text)).toBe(delegation)
})

test.each([
  ["居民代表", "residentRepresentative"],
  ["居委会成员", "committeeMember"],
  ["居委会委员", "committeeMember"],
  ["居委会", "committeeMember"],
  ["居委", "committeeMember"],
  ["居民委员会成员", "committeeMember"],
  ["社区居委会成员", "committeeMember"],
  ["居民小组长", "residentRepresentative"],
  ["物业公司", null],
  ["党员代表", null],
])("居委会组织法28: in the 居民代表会议 %s is %s", (text, kind) => {
  expect(parseRepresentativeKind(text)).toBe(kind)
})

test("each delegation is understood by the name under which it is printed", () => {
  expect(delegations.map(delegation => parseDelegation(memberKindNames[delegation]))).toEqual([...delegations])
  expect(representativeKinds.map(kind => parseRepresentativeKind(memberKindNames[kind]))).toEqual([
    ...representativeKinds,
  ])
})

test("a delegation of the table is no member of the 居民代表会议, and neither is any other word", () => {
  expect(["party", "committeeMember", "residentRepresentative", "", null].map(isRepresentativeKind)).toEqual([
    false,
    true,
    true,
    false,
    false,
  ])
  expect(["party", "committeeMember", null].map(isDelegation)).toEqual([true, false, false])
})

test("members of an assembly are called by what makes them members (居委会组织法26、27)", () => {
  expect([memberKindNames.partyMember, memberKindNames.adultResident, memberKindNames.householdDelegate]).toEqual([
    "党员",
    "居民",
    "户代表",
  ])
})
