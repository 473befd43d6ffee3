import { join } from "node:path"
import { addHours } from "date-fns"
import { inChunks, openDatabase } from "#db/client"
import { migrateDatabase } from "#db/migrate"
import { attendances } from "#db/schema/chamber"
import { motions } from "#db/schema/chamber-motions"
import { rounds } from "#db/schema/chamber-rounds"
import { agendaItems, meetings, participants } from "#db/schema/convening"
import { persons } from "#db/schema/people"
import { printPaper } from "#templates/print-paper"
import { createCommunity } from "~/people/founding"
import { startSession } from "~/people/sessions"
import { readArchiveKey } from "~/registry/archive-key"
import { presetOf } from "~/rulebook/presets"
import { freezeSnapshot } from "~/rulebook/rules"
import type { Installation } from "~/web/context"
import { newId } from "~/web/identifiers"

export type OpenVote = {
  meetingId: string
  motionId: string
  roundId: string
  seats: { participantId: string; token: string }[]
}
export type Hall = { slug: string; communityId: string; chairToken: string; votes: OpenVote[] }

/**
 * A database with so many meetings, each with a named round open and all its delegates seated at a tablet; then one more
 * for each of the other sizes.
 */
export async function fillHall(
  folder: string,
  howMany: number,
  delegates: number,
  otherSizes: readonly number[] = [],
): Promise<Hall> {
  const url = process.env.DATABASE_URL || join(folder, "yishi.db")
  await migrateDatabase(url)
  const db = await openDatabase(url)
  const installation: Installation = {
    db,
    now: () => new Date(),
    newId: () => newId(),
    publish: () => {},
    secret: Buffer.alloc(32),
    keyDir: join(folder, "round-keys"),
    archiveKey: readArchiveKey(folder),
    fontDir: null,
    print: printPaper,
    background: work => void work,
    publicOrigin: null,
  }
  const founding = {
    communityName: "振兴社区",
    shortName: "振社",
    subdistrict: "",
    contactPhone: "",
    administratorName: "甲一",
    loginName: "jiayi",
    password: "",
    device: "bench",
  }
  const made = await db.tx("founding", q => createCommunity(q, installation, founding, "no password"))
  const votes: OpenVote[] = []
  for (const size of [...Array<number>(howMany).fill(delegates), ...otherSizes])
    votes.push(await openVote(installation, made.communityId, made.personId, size))
  await db.close()
  return { slug: made.slug, communityId: made.communityId, chairToken: made.token, votes }
}

async function openVote(
  installation: Installation,
  communityId: string,
  chairId: string,
  delegates: number,
): Promise<OpenVote> {
  const now = new Date()
  const [meetingId, agendaItemId, motionId, roundId] = [newId(), newId(), newId(), newId()]
  const people = Array.from({ length: delegates }, (_, at) => ({ id: newId(), personId: newId(), name: `甲${at + 1}` }))
  const seats: OpenVote["seats"] = []
  await installation.db.tx("bench", async q => {
    for (const some of inChunks(people))
      await q.insert(persons).values(
        some.map(({ personId, name }) => ({
          communityId,
          id: personId,
          name,
          phone: null,
          gender: "unknown" as const,
          address: "",
          organization: "",
          gridId: null,
          note: "",
          createdAt: now,
          version: 1,
        })),
      )
    await q.insert(meetings).values({
      communityId,
      id: meetingId,
      year: 2026,
      sequence: null,
      title: "协商议事会",
      preset: "deliberation",
      state: "inSession",
      venueId: null,
      startsAt: now,
      endsAt: addHours(now, 2),
      chairPersonId: chairId,
      recorderPersonId: chairId,
      ruleSnapshot: freezeSnapshot(presetOf("deliberation")).text,
      ruleHash: "0".repeat(64),
      reasons: {},
      convenedAt: now,
      checkInOpenedAt: now,
      startedAt: now,
      closedAt: null,
      endReason: "",
      createdAt: now,
      createdBy: "bench",
      version: 1,
    })
    await q.insert(agendaItems).values({
      communityId,
      id: agendaItemId,
      meetingId,
      ordinal: 1,
      title: "活动室改造出新",
      topicId: null,
      proposalId: null,
      handling: "deliberate",
      minutes: 30,
    })
    for (const some of inChunks(people))
      await q.insert(participants).values(
        some.map(({ id, personId, name }) => ({
          communityId,
          id,
          meetingId,
          personId,
          name,
          standing: "entitled" as const,
          capacity: "resident" as const,
          organization: "",
          codeVersion: 1,
          notified: true,
        })),
      )
    for (const some of inChunks(people))
      await q.insert(attendances).values(
        some.map(({ id }) => ({
          communityId,
          meetingId,
          participantId: id,
          presence: "present" as const,
          firstArrivedAt: now,
          leftAt: null,
          reason: "",
        })),
      )
    await q.insert(motions).values({
      communityId,
      id: motionId,
      meetingId,
      agendaItemId,
      ordinal: 1,
      content: "同意按第一版方案改造悦园活动室",
      proposalId: null,
      createdAt: now,
      createdBy: "bench",
      version: 1,
    })
    await q.insert(rounds).values({
      communityId,
      id: roundId,
      meetingId,
      motionId,
      ordinal: 1,
      secret: false,
      state: "open",
      publicKey: null,
      openedAt: now,
      closedAt: null,
      proclaimedAt: null,
      annulledAt: null,
      annulReason: "",
      result: null,
      roll: null,
      ruleHash: "0".repeat(64),
    })
    for (const { id } of people) {
      const token = await startSession(q, now, {
        communityId,
        meetingId,
        participantId: id,
        device: "bench",
        expiresAt: addHours(now, 12),
      })
      seats.push({ participantId: id, token })
    }
  })
  return { meetingId, motionId, roundId, seats }
}
