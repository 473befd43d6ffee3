import { expect, test } from "vitest"
import {
  type Delegation,
  delegations,
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
