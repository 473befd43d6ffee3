import type { Role } from "#db/schema/people-accounts"
import type { Delegation, RepresentativeKind } from "~/law/delegations"

/**
 * Who is who in the demo. The names count through the stems, the branches and the numbers: nobody is called so, and the
 * telephones belong to nobody.
 */
export type DemoPerson = {
  name: string
  phone: string
  gender: "female" | "male"
  address: string
  organization?: string
  grid?: string
}

const woman = { gender: "female" as const }
const man = { gender: "male" as const }
const phone = (last: number) => `1390000${String(last).padStart(4, "0")}`

/** Those who work on the matters, and the delegates' table. The secretary 甲一 is there from the founding. */
export const officePeople: DemoPerson[] = [
  { name: "乙二", phone: phone(2), ...woman, address: "社区办公室", organization: "振兴社区居委会" },
  { name: "丁四", phone: phone(4), ...man, address: "社区办公室", organization: "振兴社区" },
  { name: "丁六", phone: phone(23), ...woman, address: "社区办公室", organization: "振兴社区" },
  { name: "戊五", phone: phone(5), ...woman, address: "社区办公室", organization: "振兴社区居务监督委员会" },
  { name: "己六", phone: phone(6), ...man, address: "云上街道办事处", organization: "云上街道" },
]

export const delegatePeople: DemoPerson[] = [
  { name: "丙三", phone: phone(3), ...woman, address: "悦园3栋", grid: "第三网格" },
  { name: "庚七", phone: phone(7), ...man, address: "银杏家园12栋", grid: "第二网格" },
  { name: "辛八", phone: phone(8), ...man, address: "银杏家园2栋", grid: "第一网格" },
  { name: "壬九", phone: phone(9), ...woman, address: "悦园5栋", grid: "第三网格" },
  { name: "癸十", phone: phone(10), ...man, address: "悦园1栋", grid: "第三网格" },
  { name: "子一", phone: phone(11), ...woman, address: "银杏家园5栋", grid: "第一网格" },
  { name: "丑二", phone: phone(12), ...man, address: "银杏家园9栋", grid: "第二网格" },
  { name: "寅三", phone: phone(13), ...woman, address: "悦园2栋", grid: "第三网格" },
  { name: "卯四", phone: phone(14), ...man, address: "悦园物业服务中心", organization: "悦园物业" },
  { name: "辰五", phone: phone(15), ...woman, address: "银杏物业服务中心", organization: "银杏物业" },
  { name: "巳六", phone: phone(16), ...man, address: "街道综合执法队", organization: "云上街道综合执法队" },
  { name: "午七", phone: phone(17), ...woman, address: "", organization: "市政协委员" },
  { name: "未八", phone: phone(18), ...man, address: "银杏家园1栋", grid: "第一网格" },
  { name: "申九", phone: phone(19), ...woman, address: "银杏家园3栋", grid: "第一网格" },
  { name: "亥二", phone: phone(22), ...man, address: "悦园12栋", grid: "第四网格" },
]

/** The deliberation table: 15 seats. */
export const delegateSeats: [name: string, delegation: Delegation, organization: string][] = [
  ["辛八", "party", "银杏家园党支部"],
  ["未八", "party", "银杏家园党支部"],
  ["癸十", "party", "悦园党支部"],
  ["丙三", "resident", ""],
  ["庚七", "resident", ""],
  ["壬九", "resident", ""],
  ["子一", "resident", ""],
  ["丑二", "resident", ""],
  ["申九", "ownersCommittee", "银杏家园业委会"],
  ["寅三", "ownersCommittee", "悦园业委会"],
  ["卯四", "property", "悦园物业"],
  ["辰五", "property", "银杏物业"],
  ["午七", "cppcc", "市政协"],
  ["巳六", "department", "云上街道综合执法队"],
  ["亥二", "other", "热心居民"],
]

export const representativeSeats: [name: string, kind: RepresentativeKind, residentGroup: string][] = [
  ["甲一", "committeeMember", ""],
  ["乙二", "committeeMember", ""],
  ["丙三", "residentRepresentative", "悦园第一居民小组"],
  ["庚七", "residentRepresentative", "银杏家园第四居民小组"],
  ["壬九", "residentRepresentative", "悦园第二居民小组"],
  ["子一", "residentRepresentative", "银杏家园第二居民小组"],
  ["丑二", "residentRepresentative", "银杏家园第三居民小组"],
  ["寅三", "residentRepresentative", "悦园第一居民小组"],
  ["辛八", "residentRepresentative", "银杏家园第一居民小组"],
  ["亥二", "residentRepresentative", "悦园第三居民小组"],
]

/** One account for each part in the stories; 甲一 has had one since the founding. */
export const demoAccounts: { name: string; roles: Role[]; what: string }[] = [
  { name: "乙二", roles: ["secretary"], what: "社工：收问题、召集会议、记录" },
  { name: "丁四", roles: ["gridWorker"], what: "网格员（银杏家园）：报问题、看履职清单" },
  { name: "丁六", roles: ["gridWorker"], what: "网格员（悦园）：报问题、看履职清单" },
  { name: "卯四", roles: ["handler"], what: "承办人（悦园物业）：签收、报进度、传照片" },
  { name: "辰五", roles: ["handler"], what: "承办人（银杏物业）" },
  { name: "丙三", roles: ["delegate"], what: "代表：平时看议题，开会用签到码入座" },
  { name: "戊五", roles: ["reviewer"], what: "复核人：核对公示版并放行、验收" },
  { name: "己六", roles: ["viewer"], what: "街道：只看" },
]

/** Four grids in two estates; each has its grid worker, and micro-grids below it with a resident in charge. */
export const demoGrids = [
  { name: "第一网格", scope: "银杏家园1至6栋", leader: "丁四" },
  { name: "第二网格", scope: "银杏家园7至12栋", leader: "丁四" },
  { name: "第三网格", scope: "悦园1至8栋", leader: "丁六" },
  { name: "第四网格", scope: "悦园9至16栋、二夜河沿线", leader: "丁六" },
]

export const demoMicroGrids = [
  { name: "第一网格之一", parent: "第一网格", scope: "银杏家园1至3栋", leader: "未八" },
  { name: "第一网格之二", parent: "第一网格", scope: "银杏家园4至6栋", leader: "子一" },
  { name: "第二网格之一", parent: "第二网格", scope: "银杏家园7至9栋", leader: "丑二" },
  { name: "第二网格之二", parent: "第二网格", scope: "银杏家园10至12栋", leader: "庚七" },
  { name: "第三网格之一", parent: "第三网格", scope: "悦园1至4栋", leader: "寅三" },
  { name: "第三网格之二", parent: "第三网格", scope: "悦园5至8栋", leader: "壬九" },
  { name: "第四网格之一", parent: "第四网格", scope: "悦园9至12栋", leader: "亥二" },
  { name: "第四网格之二", parent: "第四网格", scope: "悦园13至16栋、二夜河沿线", leader: "丙三" },
]

export const demoVenues = [
  { name: "一号议事点", address: "银杏家园议事亭", capacity: 30 },
  { name: "二号议事点", address: "银杏家园12栋旁架空层", capacity: 20 },
  { name: "三号议事点", address: "悦园党群服务站二楼", capacity: 24 },
  { name: "四号议事点", address: "二夜河睦邻亭", capacity: 20 },
]
