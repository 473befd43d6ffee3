import type { BodyKind } from "#db/schema/people-organizations"
import type { ChosenHow } from "#db/words"
import { registerBody } from "~/people/bodies"
import { seatInBody } from "~/people/body-terms"
import { recordConsent } from "~/people/consents"
import { registerResidentGroup } from "~/people/resident-groups"
import type { Ctx } from "~/web/context"
import type { DemoClock } from "./clock"
import { must } from "./must"
import { foundedOn, type PersonIds } from "./registers"

type DemoBody = {
  kind: BodyKind
  name: string
  estate?: string
  chosenHow: ChosenHow
  basis: string
  seats: [name: string, post: string][]
}

const demoBodies: DemoBody[] = [
  {
    kind: "residentsCommittee",
    name: "振兴社区居民委员会",
    chosenHow: "elected",
    basis: "居民委员会换届选举结果公告",
    seats: [
      ["甲一", "主任"],
      ["乙二", "委员"],
    ],
  },
  {
    kind: "supervisionCommittee",
    name: "振兴社区居务监督委员会",
    chosenHow: "elected",
    basis: "居民代表会议推选",
    seats: [["戊五", "主任"]],
  },
  {
    kind: "ownersCommittee",
    name: "银杏家园业委会",
    estate: "银杏家园",
    chosenHow: "elected",
    basis: "业主共同决定",
    seats: [["申九", "主任"]],
  },
  {
    kind: "partyBranch",
    name: "银杏家园党支部",
    chosenHow: "elected",
    basis: "党员大会选举",
    seats: [
      ["辛八", "书记"],
      ["未八", "党员"],
      ["癸十", "党员"],
    ],
  },
]

const demoGroups = [
  { name: "银杏家园第一居民小组", households: 46, leader: "辛八", scope: "银杏家园1至3栋" },
  { name: "银杏家园第二居民小组", households: 44, leader: "子一", scope: "银杏家园4至6栋" },
  { name: "银杏家园第三居民小组", households: 42, leader: "丑二", scope: "银杏家园7至9栋" },
  { name: "银杏家园第四居民小组", households: 40, leader: "庚七", scope: "银杏家园10至12栋" },
  { name: "悦园第一居民小组", households: 72, leader: "寅三", scope: "悦园1至4栋" },
  { name: "悦园第二居民小组", households: 48, leader: "壬九", scope: "悦园5至8栋" },
  { name: "悦园第三居民小组", households: 45, leader: "亥二", scope: "悦园9至16栋" },
]

/** Who sits in which body and since when, the residents' groups, and what some delegates agreed to. */
export async function fillBodies(
  secretary: Ctx,
  clock: DemoClock,
  personIds: PersonIds,
  estateIds: Record<string, string>,
): Promise<void> {
  const ctx = clock.at(secretary, foundedOn + 3, "10:00")
  const since = clock.dayOf(foundedOn)
  for (const { seats, estate, kind, name, chosenHow, basis } of demoBodies) {
    const estateId = estate ? estateIds[estate]! : null
    const { bodyId } = must(await registerBody(ctx, { kind, name, estateId, note: "" }))
    for (const [person, post] of seats)
      must(
        await seatInBody(ctx, {
          ...{ bodyId, post, chosenHow, basis, since, until: null },
          person: { personId: personIds[person]! },
        }),
      )
  }
  for (const { leader, ...group } of demoGroups)
    must(await registerResidentGroup(ctx, { ...group, leader: { personId: personIds[leader]! } }))
  for (const name of ["丙三", "庚七", "辛八"])
    must(
      await recordConsent(ctx, {
        ...{ personId: personIds[name]!, kind: "eSigning", given: true, means: "paper", note: "" },
        saidOn: clock.dayOf(foundedOn + 3),
      }),
    )
}
