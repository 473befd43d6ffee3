import type { BodyKind } from "#db/schema/people-organizations"

/** In the order of lists. */
export const bodyKindNames: Record<BodyKind, string> = {
  residentsCommittee: "居委会",
  supervisionCommittee: "居务监督委员会",
  ownersCommittee: "业委会",
  partyBranch: "党支部",
  residentsAssembly: "居民会议名册",
  other: "其他",
}

export const bodyKindHints: Record<BodyKind, string> = {
  residentsCommittee: "主任、副主任和委员，由居民选举产生",
  supervisionCommittee: "监督居务公开和财务，居委会成员不能兼任",
  ownersCommittee: "一个小区的业主委员会或物业管理委员会",
  partyBranch: "社区党组织的班子和党员名册，召开党员大会时用",
  residentsAssembly: "十八周岁以上居民或每户代表的名册，召开居民会议时用",
  other: "志愿队、议事小组等",
}

/** What a seat is called there most often; the form offers these. */
export const bodyPosts: Record<BodyKind, readonly string[]> = {
  residentsCommittee: ["主任", "副主任", "委员"],
  supervisionCommittee: ["主任", "委员"],
  ownersCommittee: ["主任", "副主任", "委员", "候补委员"],
  partyBranch: ["书记", "副书记", "组织委员", "宣传委员", "纪检委员", "党员"],
  residentsAssembly: ["居民", "户代表"],
  other: ["组长", "副组长", "成员"],
}
