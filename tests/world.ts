import { join } from "node:path"
import { onTestFinished } from "vitest"
import type { Role } from "#db/schema/people-accounts"
import { printPaper } from "#templates/print-paper"
import { createCommunity, type Founding } from "~/people/founding"
import { insertAccount, insertMemberships, insertPerson } from "~/people/store"
import { readArchiveKey } from "~/registry/archive-key"
import type { Actor, CommunityView, Ctx, Installation } from "~/web/context"
import { stranger } from "~/web/context"
import { newId } from "~/web/identifiers"
import { aDatabase, type TestDatabase } from "./test-database"

export type World = TestDatabase & {
  installation: Installation
  community: CommunityView
  /** What was published, in order. */
  published: string[]
  /** Set to let time pass. */
  clock: { now: Date }
  /** The context of someone with these roles in the community; the same person every time for the same roles. */
  as: (...roles: Role[]) => Promise<Ctx>
  /** The context of a delegate's tablet. */
  seated: (seat: NonNullable<Actor["seat"]>) => Ctx
  /** Someone who is not signed in. */
  asStranger: () => Ctx
  /** Waits for what went on after its answer was given. */
  settled: () => Promise<void>
}

/** Thursday, 2026-10-08, 09:00 in Shanghai. */
export const anOrdinaryMorning = new Date("2026-10-08T01:00:00.000Z")

const founding: Founding = {
  communityName: "振兴社区",
  shortName: "振社",
  subdistrict: "云上街道",
  contactPhone: "0500-0000001",
  administratorName: "甲一",
  loginName: "jiayi",
  password: "unused here",
  device: "电脑，Chrome",
}

const namesOfRoles: Record<Role, string> = {
  administrator: "甲一",
  secretary: "乙二",
  gridWorker: "丁四",
  handler: "卯四",
  delegate: "丙三",
  reviewer: "戊五",
  viewer: "己六",
}

/** The smallest world: an installation with one community on a database of its own, gone when the test is over. */
export async function aWorld(overrides: Partial<Founding> = {}): Promise<World> {
  const database = await aDatabase()
  onTestFinished(database.drop)
  const clock = { now: anOrdinaryMorning }
  const published: string[] = []
  const works: Promise<unknown>[] = []
  const installation: Installation = {
    db: database.db,
    now: () => clock.now,
    newId: () => newId(),
    publish: channel => published.push(channel),
    secret: Buffer.alloc(32, 7),
    keyDir: join(database.folder, "round-keys"),
    archiveKey: readArchiveKey(database.folder),
    fontDir: null,
    print: printPaper,
    background: work => works.push(work),
    publicOrigin: "https://yishi.example",
  }
  const community = await aCommunity(installation, overrides)
  const known = new Map<string, Actor>()
  const ctxOf = (actor: Actor): Ctx => ({ ...installation, actor, community })
  return {
    ...database,
    installation,
    community,
    clock,
    published,
    as: async (...roles) => {
      const key = roles.join()
      if (!known.has(key)) known.set(key, await aMember(installation, community, roles))
      return ctxOf(known.get(key)!)
    },
    seated: seat => ctxOf({ ...stranger, seat }),
    asStranger: () => ctxOf(stranger),
    settled: async () => void (await Promise.all(works.splice(0))),
  }
}

/** Another community of the same installation. */
export async function aCommunity(
  installation: Installation,
  overrides: Partial<Founding> = {},
): Promise<CommunityView> {
  const input = { ...founding, ...overrides }
  const made = await installation.db.tx("founding", q => createCommunity(q, installation, input, "no password"))
  return {
    id: made.communityId,
    slug: made.slug,
    name: input.communityName,
    shortName: input.shortName,
    subdistrict: input.subdistrict,
    contactPhone: input.contactPhone,
  }
}

/** A person with an account and these roles. */
export async function aMember(installation: Installation, community: CommunityView, roles: Role[]): Promise<Actor> {
  const [personId, accountId] = [installation.newId(), installation.newId()]
  const name = roles[0] ? namesOfRoles[roles[0]] : "辛八"
  await installation.db.tx("member", async q => {
    await insertPerson(q, {
      communityId: community.id,
      id: personId,
      name,
      phone: null,
      gender: "unknown",
      address: "",
      organization: "",
      gridId: null,
      note: "",
      createdAt: installation.now(),
      version: 1,
    })
    await insertAccount(q, {
      communityId: community.id,
      id: accountId,
      personId,
      loginName: `member-${accountId}`,
      phone: null,
      passwordHash: "no password",
      mustChangePassword: false,
      disabledAt: null,
      createdAt: installation.now(),
      version: 1,
    })
    await insertMemberships(
      q,
      roles.map(role => ({ communityId: community.id, accountId, role })),
    )
  })
  return { ...stranger, accountId, personId, name, roles }
}
