import type { Role } from "#db/schema/people"
import type { Delegation, RepresentativeKind } from "~/law/delegations"
import { createAccount } from "~/people/accounts"
import { appointDelegate } from "~/people/delegates"
import { registerGrid } from "~/people/grids"
import { changeOwnPassword } from "~/people/own-password"
import { registerPerson } from "~/people/persons"
import { enterRepresentative } from "~/people/representatives"
import { type Actor, type Ctx, stranger } from "~/web/context"
import type { DemoClock } from "./clock"
import { must } from "./must"

/** Everyone of the demo by name. The names count through the stems and the numbers: nobody is called so. */
export type DemoPeople = Record<string, string>

type Entry = {
  name: string
  phone: string
  gender: "female" | "male"
  address: string
  organization?: string
  grid?: string
}

const grids = [
  { name: "第一网格", scope: "银杏家园1至6栋" },
  { name: "第二网格", scope: "银杏家园7至12栋" },
  { name: "第三网格", scope: "悦园南区" },
  { name: "第四网格", scope: "悦园北区、二夜河沿线" },
]
const microGrids = [
  { name: "第一网格之一", parent: "第一网格", scope: "银杏家园1至3栋" },
  { name: "第二网格之一", parent: "第二网格", scope: "银杏家园7至9栋" },
]

const persons: Entry[] = [
  { name: "乙二", phone: "13900000002", gender: "female", address: "社区办公室", organization: "振兴社区居委会" },
  {
    name: "丁四",
    phone: "13900000004",
    gender: "male",
    address: "社区办公室",
    organization: "振兴社区",
    grid: "第一网格",
  },
  {
    name: "戊五",
    phone: "13900000005",
    gender: "female",
    address: "社区办公室",
    organization: "振兴社区居务监督委员会",
  },
  { name: "己六", phone: "13900000006", gender: "male", address: "云上街道办事处", organization: "云上街道" },
  { name: "丙三", phone: "13900000003", gender: "female", address: "悦园3栋", grid: "第三网格" },
  { name: "庚七", phone: "13900000007", gender: "male", address: "银杏家园12栋", grid: "第二网格" },
  { name: "辛八", phone: "13900000008", gender: "male", address: "银杏家园2栋", grid: "第一网格" },
  { name: "壬九", phone: "13900000009", gender: "female", address: "悦园5栋", grid: "第三网格" },
  { name: "癸十", phone: "13900000010", gender: "male", address: "悦园1栋", grid: "第四网格" },
  { name: "子一", phone: "13900000011", gender: "female", address: "银杏家园5栋", grid: "第一网格" },
  { name: "丑二", phone: "13900000012", gender: "male", address: "银杏家园9栋", grid: "第二网格" },
  { name: "寅三", phone: "13900000013", gender: "female", address: "悦园2栋", grid: "第三网格" },
  { name: "卯四", phone: "13900000014", gender: "male", address: "悦园物业服务中心", organization: "悦园物业" },
  { name: "辰五", phone: "13900000015", gender: "female", address: "银杏物业服务中心", organization: "银杏物业" },
  { name: "巳六", phone: "13900000016", gender: "male", address: "街道综合执法队", organization: "云上街道综合执法队" },
  { name: "午七", phone: "13900000017", gender: "female", address: "", organization: "市政协委员" },
  { name: "未八", phone: "13900000018", gender: "male", address: "银杏家园1栋", grid: "第一网格" },
  { name: "申九", phone: "13900000019", gender: "female", address: "银杏家园3栋", grid: "第一网格" },
  { name: "酉十", phone: "13900000020", gender: "male", address: "悦园4栋", grid: "第四网格" },
  { name: "戌一", phone: "13900000021", gender: "female", address: "银杏家园11栋", grid: "第二网格" },
  { name: "亥二", phone: "13900000022", gender: "male", address: "悦园6栋", grid: "第四网格" },
]

/** The deliberation table: 15 seats. */
const delegates: [string, Delegation, string][] = [
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

const representatives: [string, RepresentativeKind, string][] = [
  ["甲一", "committeeMember", ""],
  ["乙二", "committeeMember", ""],
  ["丙三", "residentRepresentative", "悦园第一居民小组"],
  ["庚七", "residentRepresentative", "银杏家园第四居民小组"],
  ["壬九", "residentRepresentative", "悦园第二居民小组"],
  ["子一", "residentRepresentative", "银杏家园第二居民小组"],
  ["丑二", "residentRepresentative", "银杏家园第三居民小组"],
  ["寅三", "residentRepresentative", "悦园第一居民小组"],
  ["戌一", "residentRepresentative", "银杏家园第四居民小组"],
  ["亥二", "residentRepresentative", "悦园第三居民小组"],
]

export const demoAccounts: { name: string; roles: Role[]; what: string }[] = [
  { name: "乙二", roles: ["secretary"], what: "社工：收问题、召集会议、记录" },
  { name: "丁四", roles: ["gridWorker"], what: "网格员：报问题" },
  { name: "卯四", roles: ["handler"], what: "承办人（悦园物业）" },
  { name: "丙三", roles: ["delegate"], what: "代表：平时看议题，开会用签到码入座" },
  { name: "戊五", roles: ["reviewer"], what: "复核人" },
  { name: "己六", roles: ["viewer"], what: "街道：只看" },
]

/** Grids, people, the deliberation table and the representatives. Returns everyone's person id by name. */
export async function fillRegisters(ctx: Ctx, clock: DemoClock): Promise<DemoPeople> {
  const then = clock.at(ctx, -60, "09:00")
  const gridIds: Record<string, string> = {}
  for (const grid of grids)
    gridIds[grid.name] = must(await registerGrid(then, { ...grid, parentId: null, leader: null })).gridId
  for (const { parent, ...grid } of microGrids)
    must(await registerGrid(then, { ...grid, parentId: gridIds[parent]!, leader: null }))

  const people: DemoPeople = { 甲一: ctx.actor.personId! }
  for (const { grid, organization = "", ...person } of persons) {
    const facts = { ...person, organization, gridId: grid ? gridIds[grid]! : null, note: "" }
    people[person.name] = must(await registerPerson(then, facts)).personId
  }
  for (const [name, delegation, organization] of delegates)
    must(
      await appointDelegate(then, {
        person: { personId: people[name]! },
        delegation,
        organization,
        since: clock.dayOf(-60),
      }),
    )
  for (const [name, kind, residentGroup] of representatives)
    must(
      await enterRepresentative(then, {
        person: { personId: people[name]! },
        kind,
        residentGroup,
        since: clock.dayOf(-60),
      }),
    )
  return people
}

/** One account for each role, all with the demo's password. Returns the actor behind each. */
export async function giveAccounts(
  ctx: Ctx,
  clock: DemoClock,
  people: DemoPeople,
  password: string,
): Promise<Record<string, Actor>> {
  const then = clock.at(ctx, -59, "10:00")
  const actors: Record<string, Actor> = {}
  for (const { name, roles } of demoAccounts) {
    const personId = people[name]!
    const given = must(await createAccount(then, { person: { personId }, loginName: name, phone: null, roles }))
    const signedIn = {
      sessionId: "",
      accountId: given.accountId,
      personId,
      homeCommunityId: ctx.community.id,
      name,
      mustChangePassword: true,
    }
    must(await changeOwnPassword(then, signedIn, { passwordNow: given.password, password }))
    actors[name] = { ...stranger, accountId: given.accountId, personId, name, roles }
  }
  return actors
}
