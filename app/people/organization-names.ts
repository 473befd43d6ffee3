import type { OrganizationKind } from "#db/schema/people-organizations"

/** In the order of lists. */
export const organizationKindNames: Record<OrganizationKind, string> = {
  propertyCompany: "物业公司",
  developer: "建设单位",
  department: "职能部门",
  ownersCommittee: "业委会",
  partyOrganization: "党组织",
  partner: "共建单位",
  other: "其他",
}

export const organizationKinds = Object.keys(organizationKindNames) as OrganizationKind[]
