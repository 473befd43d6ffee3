import type { Writer } from "#db/client"
import { type CountAnnouncementFacts, countAnnouncementTemplate } from "#templates/count-announcement"
import { type CountReportFacts, countReportTemplate } from "#templates/count-report"
import { type PaperRegisterFacts, paperRegisterTemplate } from "#templates/paper-register"
import type { Template } from "#templates/print-paper"
import { findMeetingFor } from "~/chamber/meeting-access"
import { newestHandCounts } from "~/chamber/paper/hand-counts"
import { listGivenSerials } from "~/chamber/paper/issue-times"
import { listOfficers } from "~/chamber/paper/officer-store"
import { listHandedPapers } from "~/chamber/paper/store"
import { readChallenges } from "~/chamber/rounds/challenge-view"
import { listCorrections } from "~/chamber/rounds/correction-store"
import { canonicalJson } from "~/law/canonical-json"
import { civilDateOf } from "~/law/civil-date"
import { applyMarks, type KnownToMasking, maskText } from "~/law/masking"
import { done, type Result, refuse } from "~/law/result"
import { choiceNames, choices } from "~/law/tally"
import type { DocumentDraft, NewDocument } from "~/registry/documents"
import type { Ctx } from "~/web/context"
import { type CountedRound, countAnnouncementFacts, countReportFacts } from "./count-facts"
import { readKnownToMasking } from "./edition-people"
import { paperRegisterFacts } from "./paper-register-facts"
import { readRecorded } from "./papers"
import { isSetAside, type RecordedMeeting, type RecordedMotion, type RecordedRound } from "./recorded-meeting"
import { matterInWords } from "./round-words"

type Key = { meetingId: string; roundId: string }
type Found = { recorded: RecordedMeeting; motion: RecordedMotion; round: RecordedRound }

/** A round of the meeting, for whoever sees to the count. Refusals: not_found, forbidden. */
async function findAtCount(ctx: Ctx, key: Key): Promise<Result<Found>> {
  const allowed = await findMeetingFor(ctx, key.meetingId, "meeting:desk")
  return allowed.ok ? findRecordedRound(ctx, key) : allowed
}

async function findRecordedRound(ctx: Ctx, { meetingId, roundId }: Key): Promise<Result<Found>> {
  const recorded = await readRecorded(ctx, meetingId)
  if (!recorded.ok) return recorded
  for (const motion of recorded.value.motions)
    for (const round of motion.rounds)
      if (round.id === roundId) return done({ recorded: recorded.value, motion, round })
  return refuse("not_found")
}

/** What is filed only while its facts still hold. */
type Draft<Facts extends object> = DocumentDraft<Facts> & Pick<NewDocument<Facts>, "stillHolds">

/**
 * 表决票发放回收登记表. Refusals: not_found, forbidden, no_papers_given; at filing papers_moved_meanwhile, where one was handed
 * out or came back while it was drawn: the newest register is how things are.
 */
export async function draftPaperRegister(ctx: Ctx, key: Key): Promise<Result<Draft<PaperRegisterFacts>>> {
  const found = await findAtCount(ctx, key)
  if (!found.ok) return found
  const { recorded, motion, round } = found.value
  const papers = await listHandedPapers(ctx.db.read, ctx.community.id, round.id)
  if (papers.length === 0) return refuse("no_papers_given", { status: 409 })
  const given = await listGivenSerials(ctx.db.read, round, papers.length)
  const facts = paperRegisterFacts(recorded, motion, round, papers, given)
  return done({
    ...draftOf("paperRegister", found.value, "表决票发放回收登记表", facts, paperRegisterTemplate),
    stillHolds: {
      lock: `meeting:${key.meetingId}`,
      check: async q => {
        const now = await listHandedPapers(q, ctx.community.id, round.id)
        return canonicalJson(now) === canonicalJson(papers)
          ? done(null)
          : refuse("papers_moved_meanwhile", { status: 409 })
      },
    },
  })
}

/** 计票报告, once the result is out. Refusals: not_found, forbidden, count_not_out; at filing corrected_meanwhile. */
export async function draftCountReport(ctx: Ctx, key: Key): Promise<Result<Draft<CountReportFacts>>> {
  const found = await findAtCount(ctx, key)
  if (!found.ok) return found
  const counted = asCounted(found.value)
  if (!counted) return refuse("count_not_out", { status: 409 })
  const { round } = counted
  const facts = countReportFacts(counted, {
    challenges: await readChallenges(ctx.db.read, round),
    handCounts: round.means === "hands" ? await readHandCounts(ctx, round) : [],
  })
  return done({
    ...draftOf("countReport", found.value, "计票报告", facts, countReportTemplate),
    stillHolds: whileCorrectedAlike(ctx, key, round, true),
  })
}

/**
 * 计票结果公告, once the result is out and as long as it holds: counts alone, and what was written freely masked by rule. For
 * whoever sees to the count, and for who releases what hangs on the wall.
 * Refusals: not_found, forbidden, count_not_out, result_set_aside; at filing corrected_meanwhile too.
 */
export async function draftCountAnnouncement(ctx: Ctx, key: Key): Promise<Result<Draft<CountAnnouncementFacts>>> {
  const releasing = await findMeetingFor(ctx, key.meetingId, "edition:release")
  const found = await (releasing.ok ? findRecordedRound : findAtCount)(ctx, key)
  if (!found.ok) return found
  const { recorded, round } = found.value
  const facts = announcementFacts(ctx, found.value, await readKnownToMasking(ctx.db.read, ctx, recorded))
  if (!facts.ok) return facts
  return done({
    ...draftOf("countAnnouncement", found.value, "计票结果公告", facts.value, countAnnouncementTemplate),
    stillHolds: whileCorrectedAlike(ctx, key, round, false),
  })
}

/** What an announcement says. Refusals: count_not_out, result_set_aside. */
export function announcementFacts(
  { community }: Pick<Ctx, "community">,
  found: Found,
  known: KnownToMasking,
): Result<CountAnnouncementFacts> {
  const counted = asCounted(found)
  if (!counted) return refuse("count_not_out", { status: 409 })
  if (isSetAside(counted.round)) return refuse("result_set_aside", { status: 409 })
  const mask = (text: string) => applyMarks(text, maskText(text, known))
  return done(countAnnouncementFacts(counted, { mask, contactPhone: community.contactPhone }))
}

/**
 * A sheet drawn before a correction was signed lacks it. `holdsSetAside`: whether the sheet is also drawn of a result that was
 * set aside. Refusals: corrected_meanwhile, result_set_aside.
 */
const whileCorrectedAlike = (ctx: Ctx, key: Key, { corrections }: RecordedRound, holdsSetAside: boolean) => ({
  lock: `meeting:${key.meetingId}`,
  check: async (q: Writer): Promise<Result<null>> => {
    const all = await listCorrections(q, ctx.community.id, key.meetingId)
    const signed = all.filter(one => one.roundId === key.roundId && one.signedAt !== null)
    // Signed ones stay signed, so that as many are the same ones.
    if (signed.length === corrections.length) return done(null)
    if (!holdsSetAside && isSetAside({ corrections: signed })) return refuse("result_set_aside", { status: 409 })
    return refuse("corrected_meanwhile", { status: 409 })
  },
})

function asCounted({ recorded, motion, round }: Found): CountedRound | null {
  return round.state === "proclaimed" && round.result ? { recorded, motion, round, result: round.result } : null
}

async function readHandCounts(ctx: Ctx, round: RecordedRound): Promise<CountReportFacts["handCounts"]> {
  const officers = await listOfficers(ctx.db.read, ctx.community.id, round.id)
  const counts = await newestHandCounts(ctx.db.read, ctx.community.id, round.id)
  return counts.map(count => ({
    name: officers.find(one => one.participantId === count.counterId)?.name ?? "",
    words: choices.map(choice => `${choiceNames[choice]}${count[choice]}人`).join("，"),
  }))
}

/** A paper of one round, of the day its result came out. */
const draftOf = <Facts extends object>(
  kind: "paperRegister" | "countReport" | "countAnnouncement",
  { recorded, motion, round }: Found,
  title: string,
  facts: Facts,
  template: Template<Facts>,
): DocumentDraft<Facts> => {
  const whole = `${title}（${matterInWords(recorded, motion, round)}）`
  return {
    kind,
    subject: { kind: "round", id: round.id },
    number: null,
    title: whole,
    fileName: `${whole}.pdf`,
    facts,
    template,
    date: civilDateOf(round.proclaimedAt ?? round.openedAt),
  }
}
