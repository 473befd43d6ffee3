import type { Stance } from "#db/schema/chamber-speaking"
import { type Counts, countCast, decide } from "~/law/tally"
import type { RecordedMeeting, RecordedMotion, RecordedParticipant } from "~/records/recorded-meeting"
import { presetOf } from "~/rulebook/presets"
import { decisionRule } from "~/rulebook/rules"

const communityId = "community"
const at = (time: string) => new Date(`2026-10-08T${time}:00.000+08:00`)

export function aParticipant(name: string, overrides: Partial<RecordedParticipant> = {}): RecordedParticipant {
  return {
    communityId,
    id: `participant ${name}`,
    meetingId: "meeting",
    personId: `person ${name}`,
    name,
    standing: "entitled",
    capacity: "resident",
    organization: "",
    codeVersion: 1,
    notified: true,
    presence: "present",
    firstArrivedAt: overrides.presence === "absent" || overrides.presence === "excused" ? null : at("14:20"),
    leftAt: null,
    ...overrides,
  }
}

export function aMotion(
  input: {
    id?: string
    content?: string
    terms?: Partial<Pick<RecordedMotion, "effect" | "conditions" | "returnOn">>
    secret?: boolean
    counts?: Partial<Counts>
    present?: number
    entitled?: number
    proposal?: RecordedMotion["proposal"]
    /** States of its rounds, in order; one proclaimed round unless said otherwise. */
    states?: ("closed" | "proclaimed" | "annulled")[]
  } = {},
): RecordedMotion {
  const counts = { for: 7, against: 2, abstain: 1, invalid: 0, ...input.counts }
  const { present = 10, entitled = 12 } = input
  const decision = decide(counts, { present, entitled }, decisionRule(presetOf("deliberation")))
  return {
    id: input.id ?? "motion",
    agendaItemId: "item",
    ordinal: 1,
    kind: "matter",
    standing: "standing",
    standingReason: "",
    amendsMotionId: null,
    escalateTo: null,
    dissents: [],
    recommendations: [],
    content: input.content ?? "同意加装电梯。",
    effect: "agreed",
    conditions: null,
    returnOn: null,
    options: null,
    seats: 1,
    ...input.terms,
    proposal: input.proposal ?? null,
    rounds: (input.states ?? ["proclaimed"]).map((state, index) => ({
      communityId,
      id: `round ${index + 1} of ${input.id ?? "motion"}`,
      meetingId: "meeting",
      motionId: input.id ?? "motion",
      ordinal: index + 1,
      secret: input.secret ?? true,
      state,
      publicKey: null,
      openedAt: at("15:10"),
      closedAt: at("15:20"),
      proclaimedAt: state === "proclaimed" ? at("15:25") : null,
      annulledAt: state === "annulled" ? at("15:25") : null,
      annulReason: state === "annulled" ? "有一台平板没有收到表决页面" : "",
      result: {
        counts,
        cast: countCast(counts),
        present,
        entitled,
        outcome: decision.outcome,
        tie: decision.tie,
        lights: decision.lights,
      },
      roll: [],
      ruleHash: "",
      means: "ballots" as const,
      publicity: (input.secret ?? true) ? ("secret" as const) : ("open" as const),
      medium: "tablet" as const,
      hasCodes: false,
      lastCallAt: null,
      countdownUntil: null,
      votingEndedAt: null,
      corrections: [],
    })),
  }
}

export const aSpeech = (name: string, stance: Stance, gist: string) => ({
  id: `speech ${name}`,
  agendaItemId: "item",
  stance,
  gist,
  name,
  capacity: "resident" as const,
})

/** A meeting as it was recorded, in memory: one item, three residents present. */
export function aRecordedMeeting(overrides: Partial<RecordedMeeting> = {}): RecordedMeeting {
  return {
    communityName: "振兴社区",
    meeting: {
      communityId,
      id: "meeting",
      year: 2026,
      sequence: 3,
      title: "2026年第三次协商议事会",
      preset: "deliberation",
      state: "closed",
      venueId: "venue",
      startsAt: at("14:30"),
      endsAt: at("16:30"),
      bodyId: null,
      chairPersonId: null,
      recorderPersonId: null,
      ruleSnapshot: "",
      ruleHash: "",
      reasons: {},
      convenedAt: at("09:00"),
      checkInOpenedAt: at("14:00"),
      startedAt: at("14:31"),
      closedAt: at("16:05"),
      endReason: "",
      createdAt: at("09:00"),
      createdBy: "乙二",
      version: 1,
    },
    rule: presetOf("deliberation"),
    venue: { name: "协商议事室", address: "党群服务中心二楼" },
    chairName: "丑主持",
    recorderName: "乙二",
    agenda: [
      {
        communityId,
        id: "item",
        meetingId: "meeting",
        ordinal: 1,
        title: "关于3号楼加装电梯的方案",
        topicId: null,
        proposalId: null,
        handling: "deliberate",
        minutes: 30,
      },
    ],
    confirmedMinutes: [],
    recesses: [],
    participants: ["甲一", "乙二", "丙三"].map(name => aParticipant(name)),
    speeches: [],
    motions: [],
    ...overrides,
  }
}
