import { listHandedPapers } from "~/chamber/paper/store"
import { isAwaitingPeople } from "~/convening/rules"
import type { Meeting } from "~/convening/store"
import { type Refusal, refuse } from "~/law/result"
import { hashFacts } from "~/registry/drawing"
import type { Release } from "~/registry/releases"
import type { Ctx } from "~/web/context"
import { notReleased, readReleases } from "./announcement-release"
import { readKnownToMasking } from "./edition-people"
import { listEditionsOfMeeting } from "./edition-store"
import type { PaperKey, PaperRef } from "./meeting-paper-kinds"
import { findPassedRound, type RecordedMeeting, type RecordedRound } from "./recorded-meeting"
import { announcementFacts } from "./round-sheets"
import { matterInWords } from "./round-words"
import { isOver } from "./rules"
import { findMinutes, listResolutions } from "./store"

/** A paper there could be of this meeting. `subjectId` is null while there is nothing it could be filed under. */
export type PossiblePaper = {
  ref: PaperRef
  about: string
  subjectId: string | null
  waitsFor: Refusal | null
  hasDraft?: boolean
  /** Of an announcement that may be looked over: of which wording, and how far its release is. */
  release?: Release & { factsHash: string }
}

/** In the order in which an office files them, each with what it waits for. */
export async function listPossiblePapers(ctx: Ctx, recorded: RecordedMeeting): Promise<PossiblePaper[]> {
  const { meeting } = recorded
  const over = isOver(meeting.state)
  const whole = (key: PaperKey, waitsFor: Refusal | null = null): PossiblePaper => ({
    ref: { key, of: null },
    about: "",
    subjectId: meeting.id,
    waitsFor,
  })
  const minutes = await findMinutes(ctx.db.read, ctx.community.id, meeting.id)
  const minutesWait = !over
    ? refuse("meeting_not_over", { status: 409 })
    : !minutes
      ? refuse("minutes_not_drafted", { status: 409 })
      : notApproved(minutes)
  const ofMinutes = (key: PaperKey): PossiblePaper => ({
    ...whole(key, minutesWait),
    subjectId: minutes?.id ?? null,
    hasDraft: minutes !== null,
  })
  return [
    whole("convocation", isAwaitingPeople(meeting.state) ? null : refuse("notice_time_over", { status: 409 })),
    whole("debateRules"),
    whole("agenda"),
    whole("signInSheet"),
    ...(await listOfRounds(ctx, recorded)),
    whole("record", over ? null : refuse("meeting_not_over", { status: 409 })),
    ofMinutes("minutes"),
    ofMinutes("briefMinutes"),
    ...(await listOfResolutions(ctx, recorded)),
    ...(await listOfEditions(ctx, meeting)),
  ]
}

const notApproved = ({ state }: { state: string }) =>
  state === "approved" ? null : refuse("not_approved", { status: 409 })

/** 表决票, 登记表 and 计票单 of rounds in which paper or hands were counted; report and announcement of every one that counts. */
async function listOfRounds(ctx: Ctx, recorded: RecordedMeeting): Promise<PossiblePaper[]> {
  const possible: PossiblePaper[] = []
  const known = await readKnownToMasking(ctx.db.read, ctx, recorded)
  const releaseOf = await readReleases(ctx.db.read, ctx.community.id, recorded.meeting.id)
  for (const motion of recorded.motions)
    for (const round of motion.rounds) {
      if (round.state === "annulled") continue
      const about = matterInWords(recorded, motion, round)
      const paperOf = (key: PaperKey, waitsFor: Refusal | null): PossiblePaper => ({
        ref: { key, of: round.id },
        about,
        subjectId: round.id,
        waitsFor,
      })
      const handed = await listHandedPapers(ctx.db.read, ctx.community.id, round.id)
      const hasPapers = round.means === "ballots" && (round.medium !== "tablet" || handed.length > 0)
      if (hasPapers) {
        const isOut = handed.some(paper => paper.state === "issued")
        possible.push(paperOf("ballotPapers", isOut ? null : refuse("no_papers_out", { status: 409 })))
        possible.push(paperOf("paperRegister", handed.length > 0 ? null : refuse("no_papers_given", { status: 409 })))
      }
      if (hasPapers || round.means === "hands") possible.push(paperOf("countSheet", null))
      possible.push(paperOf("countReport", resultWait(round)))
      const facts = announcementFacts(ctx, { recorded, motion, round }, known)
      if (!facts.ok) possible.push(paperOf("countAnnouncement", facts))
      else {
        const factsHash = hashFacts(facts.value)
        const release = { ...releaseOf(round.id, factsHash), factsHash }
        const waits = release.state === "released" ? null : notReleased(release)
        possible.push({ ...paperOf("countAnnouncement", waits), hasDraft: true, release })
      }
    }
  return possible
}

const resultWait = (round: RecordedRound) =>
  round.state === "proclaimed" && round.result ? null : refuse("count_not_out", { status: 409 })

async function listOfResolutions(ctx: Ctx, recorded: RecordedMeeting): Promise<PossiblePaper[]> {
  const resolutions = await listResolutions(ctx.db.read, ctx.community.id, [recorded.meeting.id])
  const rounds = recorded.motions.flatMap(motion => motion.rounds.filter(round => findPassedRound(recorded, round.id)))
  return rounds.map(round => {
    const resolution = resolutions.find(one => one.roundId === round.id)
    const motion = recorded.motions.find(one => one.id === round.motionId)
    return {
      ref: { key: "resolution", of: round.id },
      about: resolution?.wording.title || motion?.content || "",
      subjectId: resolution?.id ?? null,
      waitsFor: !isOver(recorded.meeting.state)
        ? refuse("meeting_not_over", { status: 409 })
        : resolution
          ? notApproved(resolution)
          : refuse("resolution_not_drafted", { status: 409 }),
      hasDraft: resolution !== undefined,
    }
  })
}

/** 公示 of the meeting and of what it decided: each edition that was not withdrawn. */
async function listOfEditions(ctx: Ctx, meeting: Meeting): Promise<PossiblePaper[]> {
  const editions = await listEditionsOfMeeting(ctx.db.read, ctx.community.id, meeting.id)
  const standing = editions.filter(edition => edition.state !== "withdrawn")
  return standing.flatMap(edition =>
    (["publicNotice", "noticePoster"] as const).map(key => ({
      ref: { key, of: edition.id },
      about: edition.inner.title,
      subjectId: edition.id,
      waitsFor: edition.state === "released" ? null : refuse("edition_not_released", { status: 409 }),
    })),
  )
}
