import type { Reader } from "#db/client"
import type { CountedBy } from "#db/schema/chamber-rounds"
import { listPeople } from "~/chamber/attendance/presence-view"
import { frozenRuleOf } from "~/chamber/meeting-access"
import { type MotionTerms, termsOf } from "~/chamber/motions/motion-terms"
import { findMotion } from "~/chamber/motions/store"
import { type ToldPapers, toldPapers } from "~/chamber/rounds/round-results"
import type { Round } from "~/chamber/rounds/round-store"
import { mannerName, roundStateNames } from "~/chamber/rounds/round-view"
import { findAgendaItem } from "~/chamber/store"
import type { Meeting } from "~/convening/store"
import { done, type Result, refuse } from "~/law/result"
import { may } from "~/people/permissions"
import type { Ctx } from "~/web/context"
import { findCount } from "./count-access"
import { listOfficers, type Officer } from "./officer-store"
import { type PaperProgress, progressOf } from "./rules"
import { listEntries, listPapers, type Paper } from "./store"
import { mayFallBack } from "./summary"

/** What every page of a round's count says above. */
export type CountHead = {
  meetingTitle: string
  /** 第1项　活动室改造，第1轮 */
  matter: string
  motion: string
  terms: MotionTerms
  options: { key: string; label: string }[] | null
  seats: number
  isElection: boolean
  secret: boolean
  /** 记名, 无记名, 举手. */
  manner: string
  means: Round["means"]
  medium: Round["medium"]
  isOpen: boolean
  stateName: string
  hasEnded: boolean
  officers: Officer[]
  /** Whom one may name: everyone in the room, observers too. */
  people: { value: string; label: string }[]
  progress: PaperProgress
  /** Once the round is closed. */
  balance: ToldPapers | null
  countedBy: CountedBy
  mayFallBack: boolean
  /** So few papers of a secret round that those at the count may guess whose they are; null where there are enough. */
  tooFew: { papers: number; needed: number } | null
  /** Whether the actor leads the meeting: where the way back goes. */
  isChair: boolean
}

type Found = { head: CountHead; round: Round; meeting: Meeting; papers: Paper[] }

/** Refusals: not_found, forbidden. */
export async function readCountHead(ctx: Ctx, key: { meetingId: string; roundId: string }): Promise<Result<Found>> {
  const found = await findCount(ctx, key.roundId)
  if (!found.ok) return found
  const { round, meeting } = found.value
  const q = ctx.db.read
  const motion = await findMotion(q, meeting.communityId, round.motionId)
  if (round.meetingId !== key.meetingId || !motion) return refuse("not_found")
  const item = await findAgendaItem(q, meeting.communityId, meeting.id, motion.agendaItemId)
  const papers = await listPapers(q, meeting.communityId, round.id)
  const progress = progressOf(papers, await listEntries(q, meeting.communityId, round.id), round.secret)
  const rule = frozenRuleOf(meeting)
  const { secretMinimum } = rule
  const inBox = progress.issued - progress.spoiled - progress.missing
  const head: CountHead = {
    meetingTitle: meeting.title,
    matter: `第${item?.ordinal ?? 1}项　${item?.title ?? ""}，第${round.ordinal}轮`,
    motion: motion.content,
    terms: termsOf(motion),
    options: motion.options?.map(({ key: value, label }) => ({ key: value, label })) ?? null,
    seats: motion.seats,
    isElection: motion.kind === "election",
    secret: round.secret,
    manner: mannerName(round),
    means: round.means,
    medium: round.medium,
    isOpen: round.state === "open",
    stateName: roundStateNames[round.state],
    hasEnded: round.votingEndedAt !== null,
    officers: await listOfficers(q, meeting.communityId, round.id),
    people: await listPresent(q, meeting),
    progress,
    balance: round.result && toldPapers(round, round.result, rule),
    countedBy: round.result?.countedBy ?? [],
    mayFallBack: mayFallBack(round),
    tooFew: round.secret && inBox > 0 && inBox < secretMinimum ? { papers: inBox, needed: secretMinimum } : null,
    isChair: may(ctx.actor, "meeting:chair", meeting),
  }
  return done({ head, round, meeting, papers })
}

async function listPresent(q: Reader, meeting: Meeting) {
  const people = await listPeople(q, meeting)
  return people
    .filter(one => one.presence === "present")
    .map(one => ({
      value: one.participantId,
      label: `${one.name}（${one.standing === "observer" ? "列席" : one.capacityName}）`,
    }))
}
