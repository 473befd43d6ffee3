import { venues } from "#db/schema/convening"
import { delegates, type persons, representatives } from "#db/schema/people"
import { aReadyTopic } from "#tests/agenda/factories"
import type { World } from "#tests/world"
import { convene } from "~/convening/convene"
import { draftMeeting, editMeeting, type MeetingEdit } from "~/convening/meetings"
import { findMeeting } from "~/convening/store"
import { instantOf } from "~/law/civil-date"
import { insertPerson } from "~/people/store"
import type { Ctx } from "~/web/context"

/** A person of the register, without an account. */
export async function aPerson(ctx: Ctx, overrides: Partial<typeof persons.$inferInsert> = {}): Promise<string> {
  const id = ctx.newId()
  await ctx.db.tx("person", q =>
    insertPerson(q, {
      communityId: ctx.community.id,
      id,
      name: "寅三",
      phone: null,
      gender: "unknown",
      address: "",
      organization: "",
      gridId: null,
      note: "",
      createdAt: ctx.now(),
      version: 1,
      ...overrides,
    }),
  )
  return id
}

type DelegateOverrides = Partial<typeof delegates.$inferInsert> & { name?: string }

/** A delegate of the table, a new person unless one is given. */
export async function aDelegate(ctx: Ctx, { name, ...overrides }: DelegateOverrides = {}) {
  const personId = overrides.personId ?? (await aPerson(ctx, name ? { name } : {}))
  const id = ctx.newId()
  await ctx.db.tx("delegate", q =>
    q.insert(delegates).values({
      communityId: ctx.community.id,
      id,
      delegation: "resident",
      organization: "",
      since: "2026-01-01",
      until: null,
      version: 1,
      ...overrides,
      personId,
    }),
  )
  return { id, personId }
}

/** A member of the 居民代表会议. */
export async function aRepresentative(ctx: Ctx, overrides: Partial<typeof representatives.$inferInsert> = {}) {
  const personId = await aPerson(ctx)
  const row = {
    communityId: ctx.community.id,
    id: ctx.newId(),
    personId,
    kind: "residentRepresentative" as const,
    residentGroup: "第一居民小组",
    since: "2026-01-01",
    until: null,
    version: 1,
    ...overrides,
  }
  await ctx.db.tx("representative", q => q.insert(representatives).values(row))
  return { personId }
}

export async function aVenue(ctx: Ctx, name = "一号议事点"): Promise<string> {
  const id = ctx.newId()
  await ctx.db.tx("venue", q =>
    q.insert(venues).values({ communityId: ctx.community.id, id, name, address: "银杏家园", capacity: 30, version: 1 }),
  )
  return id
}

type EditOverrides = Partial<MeetingEdit> & { preset?: string; title?: string }

/**
 * A draft that lacks nothing: 2026-10-15 14:30 to 16:00 (a week ahead), a venue and two delegates of its own, one ready
 * topic, the secretary in the chair and a reviewer at the record.
 */
export async function aDraft(world: World, { preset = "deliberation", title, ...overrides }: EditOverrides = {}) {
  const ctx = await world.as("secretary")
  const recorder = await world.as("reviewer")
  const drafted = await draftMeeting(ctx, { preset, title })
  if (!drafted.ok) throw new Error(drafted.code)
  const { meetingId } = drafted.value
  const edit: MeetingEdit = {
    meetingId,
    version: 1,
    venueId: overrides.venueId === undefined ? await aVenue(ctx, `议事点${meetingId.slice(-6)}`) : overrides.venueId,
    startsAt: instantOf("2026-10-15", "14:30"),
    endsAt: instantOf("2026-10-15", "16:00"),
    chairPersonId: ctx.actor.personId,
    recorderPersonId: recorder.actor.personId,
    agenda: overrides.agenda ?? [
      { id: null, title: "", topicId: await aReadyTopic(ctx), handling: "deliberate", minutes: 40 },
    ],
    entitledDelegateIds: overrides.entitledDelegateIds ?? [(await aDelegate(ctx)).id, (await aDelegate(ctx)).id],
    observerDelegateIds: [],
    reasons: {},
    ...overrides,
  }
  const saved = await editMeeting(ctx, edit)
  if (!saved.ok) throw new Error(saved.code)
  return { ctx, meetingId, edit: { ...edit, version: saved.value.version } }
}

/** A meeting whose notice went out. */
export async function aConvenedMeeting(world: World, overrides: EditOverrides = {}) {
  const draft = await aDraft(world, overrides)
  const convened = await convene(draft.ctx, { meetingId: draft.meetingId })
  if (!convened.ok) throw new Error(`${convened.code} ${JSON.stringify(convened.detail)}`)
  const meeting = await findMeeting(draft.ctx.db.read, draft.ctx.community.id, draft.meetingId)
  return { ...draft, meeting: meeting! }
}
