import { createHash } from "node:crypto"
import { proposals, topics } from "#db/schema/agenda"
import { attendances, type Presence } from "#db/schema/chamber"
import { motions } from "#db/schema/chamber-motions"
import { rounds } from "#db/schema/chamber-rounds"
import { type Stance, speeches } from "#db/schema/chamber-speaking"
import type { MeetingState } from "#db/schema/convening"
import { agendaItems, meetings, participants, venues } from "#db/schema/convening"
import { inChinese } from "~/law/chinese-numbers"
import type { MemberKind } from "~/law/delegations"
import { type Counts, countCast, decide } from "~/law/tally"
import { insertPerson } from "~/people/store"
import { presetOf } from "~/rulebook/presets"
import { decisionRule, freezeSnapshot } from "~/rulebook/rules"
import type { Ctx } from "~/web/context"
import type { World } from "../world"

export type Attender = {
  name: string
  capacity?: MemberKind
  standing?: "entitled" | "observer"
  presence?: Presence
  organization?: string
  leftAt?: Date
}

export type RecordedMotionInput = {
  content?: string
  secret?: boolean
  counts?: Partial<Counts>
  state?: "closed" | "proclaimed" | "annulled"
  handler?: string
  dueOn?: string | null
  budgetFen?: number | null
  /** Rounds before it that were annulled, with their reasons. */
  annulled?: string[]
  proposal?: boolean
}

export type MeetingOverInput = {
  state?: MeetingState
  sequence?: number
  preset?: "deliberation" | "representatives"
  attenders?: Attender[]
  speeches?: { by: string; stance?: Stance; gist: string }[]
  motions?: RecordedMotionInput[]
  itemTitle?: string
  handling?: "deliberate" | "report"
  /** Actors who hold the offices; the first test world's chair and recorder otherwise. */
  chair?: Ctx
  recorder?: Ctx
}

export type MeetingOver = { meetingId: string; roundIds: string[]; chair: Ctx; recorder: Ctx }

const twelve: Attender[] = [
  { name: "甲一", capacity: "party" },
  { name: "乙二", capacity: "party" },
  ...["丙三", "丁四", "戊五", "己六", "庚七", "辛八"].map(name => ({ name, capacity: "resident" as const })),
  { name: "壬九", capacity: "property", organization: "振兴物业服务有限公司" },
  { name: "癸十", capacity: "ownersCommittee" },
  { name: "子丑", capacity: "cppcc" },
  { name: "寅女士", capacity: "department", organization: "区住房和城乡建设局" },
]

/** Twelve delegates, ten of them present: the quorum of two thirds is there. */
export const tenOfTwelve: Attender[] = twelve.map((one, at) => ({
  ...one,
  presence: at < 10 ? "present" : at === 10 ? "excused" : "absent",
}))

/** A meeting that is over, with all that was recorded of it, written as the chamber leaves it. */
export async function aMeetingOver(world: World, input: MeetingOverInput = {}): Promise<MeetingOver> {
  const { installation, community } = world
  const communityId = community.id
  const newId = installation.newId
  const chair = input.chair ?? (await world.as("delegate"))
  const recorder = input.recorder ?? (await world.as("gridWorker"))
  const attenders = input.attenders ?? tenOfTwelve
  const rule = freezeSnapshot(presetOf(input.preset ?? "deliberation"))
  const [meetingId, venueId, itemId, topicId] = [newId(), newId(), newId(), newId()]
  const at = (time: string) => new Date(`2026-10-08T${time}:00.000+08:00`)
  const roundIds: string[] = []
  await installation.db.tx(`meeting:${meetingId}`, async q => {
    await q.insert(venues).values({
      communityId,
      id: venueId,
      name: `协商议事室${venueId.slice(-12)}`,
      address: "党群服务中心二楼",
      capacity: 40,
      version: 1,
    })
    await q.insert(meetings).values({
      communityId,
      id: meetingId,
      year: 2026,
      sequence: input.sequence ?? 3,
      title: `2026年第${inChinese(input.sequence ?? 3)}次协商议事会`,
      preset: input.preset ?? "deliberation",
      state: input.state ?? "closed",
      venueId,
      startsAt: at("14:30"),
      endsAt: at("16:30"),
      chairPersonId: chair.actor.personId,
      recorderPersonId: recorder.actor.personId,
      ruleSnapshot: rule.text,
      ruleHash: createHash("sha256").update(rule.text).digest("hex"),
      reasons: {},
      convenedAt: at("09:00"),
      checkInOpenedAt: at("14:00"),
      startedAt: at("14:30"),
      closedAt: at("16:05"),
      endReason: "",
      createdAt: at("09:00"),
      createdBy: "乙二",
      version: 1,
    })
    await q.insert(topics).values({
      communityId,
      id: topicId,
      year: 2026,
      sequence: (input.sequence ?? 3) + 100,
      title: "3号楼加装电梯",
      background: "",
      state: "scheduled",
      outcome: null,
      createdAt: at("09:00"),
      createdBy: "乙二",
      version: 1,
    })
    await q.insert(agendaItems).values({
      communityId,
      id: itemId,
      meetingId,
      ordinal: 1,
      title: input.itemTitle ?? "关于3号楼加装电梯的方案",
      topicId,
      proposalId: null,
      handling: input.handling ?? "deliberate",
      minutes: 30,
    })
    const ids = new Map<string, string>()
    for (const one of attenders) {
      const [personId, id] = [newId(), newId()]
      ids.set(one.name, id)
      await insertPerson(q, {
        communityId,
        id: personId,
        name: one.name,
        phone: null,
        gender: "unknown",
        address: "",
        organization: "",
        gridId: null,
        note: "",
        createdAt: at("09:00"),
        version: 1,
      })
      await q.insert(participants).values({
        communityId,
        id,
        meetingId,
        personId,
        name: one.name,
        standing: one.standing ?? "entitled",
        capacity: one.capacity ?? "resident",
        organization: one.organization ?? "",
        codeVersion: 1,
        notified: true,
      })
      const presence = one.presence ?? "present"
      if (presence === "absent") continue
      await q.insert(attendances).values({
        communityId,
        meetingId,
        participantId: id,
        presence,
        firstArrivedAt: presence === "excused" ? null : at("14:20"),
        leftAt: one.leftAt ?? null,
        reason: "",
      })
    }
    for (const [index, speech] of (input.speeches ?? [{ by: "丙三", gist: "采光要先说清楚" }]).entries()) {
      await q.insert(speeches).values({
        communityId,
        id: newId(),
        meetingId,
        agendaItemId: itemId,
        ordinal: index + 1,
        participantId: ids.get(speech.by)!,
        stance: speech.stance ?? "support",
        gist: speech.gist,
        at: new Date(at("14:40").getTime() + index * 60_000),
        version: 1,
      })
    }
    const entitled = attenders.filter(one => one.standing !== "observer")
    const present = entitled.filter(one => ["present", "left", undefined].includes(one.presence)).length
    for (const [index, motion] of (input.motions ?? [{}]).entries()) {
      const [motionId, proposalId] = [newId(), motion.proposal === false ? null : newId()]
      const content =
        motion.content ?? "同意《3号楼加装电梯方案（第二稿）》，由业委会组织签约，开工前由设计单位出具采光说明。"
      if (proposalId)
        await q.insert(proposals).values({
          communityId,
          id: proposalId,
          topicId,
          ordinal: index + 1,
          version: 1,
          content,
          budgetFen: motion.budgetFen === undefined ? 48_600_000 : motion.budgetFen,
          funding: "业主分担和财政补贴",
          handler: motion.handler ?? "业委会",
          dueOn: motion.dueOn === undefined ? "2026-12-31" : motion.dueOn,
          createdAt: at("09:00"),
          createdBy: "乙二",
        })
      await q.insert(motions).values({
        communityId,
        id: motionId,
        meetingId,
        agendaItemId: itemId,
        ordinal: index + 1,
        content,
        proposalId,
        createdAt: at("15:00"),
        createdBy: "丁四",
        version: 1,
      })
      const counts: Counts = { for: 7, against: 2, abstain: 1, invalid: 0, ...motion.counts }
      const decision = decide(counts, { present, entitled: entitled.length }, decisionRule(rule.snapshot))
      const roundOf = (ordinal: number, state: "closed" | "proclaimed" | "annulled", reason: string) => ({
        communityId,
        id: newId(),
        meetingId,
        motionId,
        ordinal,
        secret: motion.secret ?? true,
        state,
        publicKey: null,
        openedAt: at("15:10"),
        closedAt: at("15:20"),
        proclaimedAt: state === "proclaimed" ? at("15:25") : null,
        annulledAt: state === "annulled" ? at("15:25") : null,
        annulReason: reason,
        result: {
          counts,
          cast: countCast(counts),
          present,
          entitled: entitled.length,
          outcome: decision.outcome,
          tie: decision.tie,
          lights: decision.lights,
        },
        roll: [],
        ruleHash: "",
      })
      const annulled = (motion.annulled ?? []).map((reason, at) => roundOf(at + 1, "annulled", reason))
      const standing = roundOf(annulled.length + 1, motion.state ?? "proclaimed", "")
      for (const round of [...annulled, standing]) await q.insert(rounds).values(round)
      roundIds.push(standing.id)
    }
  })
  return { meetingId, roundIds, chair, recorder }
}
