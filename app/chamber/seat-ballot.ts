import type { Reader } from "#db/client"
import { gatheredEach } from "#db/gathered"
import { canCast, canCorrect } from "~/chamber/rounds/rules"
import { done, type Result, refuse } from "~/law/result"
import type { RuleSnapshot } from "~/rulebook/rules"
import type { Ctx } from "~/web/context"
import { frozenRuleOf } from "./meeting-access"
import { findVoter, ownVoter, type Voter } from "./rounds/ballots"
import { listBallotFacts, type Round } from "./rounds/round-store"
import { currentRound } from "./rounds/round-view"
import { findSeatPlace, type Principal, readPrincipals, type SeatHolder, viewHolder } from "./seat-place"
import { type Matter, readMatter, readMatterNow, readTableNow } from "./tablet-reads"

export type BallotPaper = {
  me: SeatHolder
  /** Whose ballot it is: the seat's own, or that of somebody it stands for. */
  voter: { participantId: string; name: string; isPrincipal: boolean }
  roundId: string
  secret: boolean
  hasCodes: boolean
  matter: Matter
  hasVoted: boolean
  /** 改投: whether the rule lets a ballot of this round be changed before it is closed, and whether this one may be now. */
  isChangeable: boolean
  mayChange: boolean
  principals: Principal[]
  lastCallAt: Date | null
  countdownUntil: Date | null
  /** When this was read, by the server's clock. */
  readAt: Date
}

/**
 * What the delegate votes on, for the pages of choosing, checking and done. Once voted it is still shown, with `hasVoted`.
 * Refusals: not_seated, not_found, and those of `findVoter` and `canCast`.
 */
export async function readBallotPaper(
  ctx: Ctx,
  roundId: string,
  forParticipantId?: string,
): Promise<Result<BallotPaper>> {
  const found = await findSeatPlace(ctx)
  if (!found.ok) return found
  const { table, me } = found.value
  const { meeting } = table
  const q = ctx.db.read
  const round = table.rounds.find(one => one.id === roundId)
  if (!round || !ctx.actor.seat) return refuse("not_found")
  const voter = await findVoter(q, ctx, ctx.actor.seat, { roundId, forParticipantId })
  if (!voter.ok) return voter
  const matter = await readMatter(q, meeting.communityId, meeting.id, round.motionId)
  const principals = await readPrincipals(q, meeting, roundId, [me.participantId])
  const paper = paperOf({ rule: frozenRuleOf(meeting), round, matter }, me, voter.value, principals)
  return paper.ok ? done({ ...paper.value, readAt: ctx.now() }) : paper
}

/**
 * The ballot a seat is to cast now: of the round that is open, its own. Null where there is none. When a vote is opened,
 * all seats of the hall ask at once: one reading for those who ask together, of which each is told its own.
 */
export async function readOpenBallot(ctx: Ctx): Promise<BallotPaper | null> {
  const { seat } = ctx.actor
  if (!seat) return null
  const paper = await readOpenPapers(ctx.db.read, [ctx.community.id, seat.meetingId], seat.participantId)
  return paper?.ok && !paper.value.hasVoted ? { ...paper.value, readAt: ctx.now() } : null
}

type UnreadPaper = Omit<BallotPaper, "readAt">

/** Of the participants asked for, each one's own ballot in the round that is open. */
const readOpenPapers = gatheredEach(
  async (q: Reader, [communityId, meetingId]: [string, string], participantIds: readonly string[]) => {
    const papers = new Map<string, Result<UnreadPaper>>()
    const table = await readTableNow(q, communityId, meetingId)
    const round = currentRound(table?.rounds ?? [])
    if (!table || round?.state !== "open") return papers
    const { meeting } = table
    const vote = { rule: frozenRuleOf(meeting), round, matter: await readMatterNow(q, meeting, round.motionId) }
    const known = await listBallotFacts(q, communityId, { meetingId, roundId: round.id }, participantIds)
    const principals = await readPrincipals(q, meeting, round.id, participantIds)
    for (const [id, facts] of known) {
      const me = viewHolder({ ...facts, id }, facts.presence ?? undefined)
      papers.set(id, paperOf(vote, me, ownVoter(id, facts), principals))
    }
    return papers
  },
)

type Vote = { rule: RuleSnapshot; round: Round; matter: Matter | null }

/** Refusals: not_found, and those of `canCast` where the ballot is not in yet. */
function paperOf(
  { rule, round, matter }: Vote,
  me: SeatHolder,
  { participantId, castById, facts }: Voter,
  principals: ReadonlyMap<string, Principal[]>,
): Result<UnreadPaper> {
  const hasVoted = facts.earlierRequestKey !== null
  const may = canCast(facts)
  if (!may.ok && !hasVoted) return may
  if (!matter) return refuse("not_found")
  const isChangeable = canCorrect(rule, round).ok
  // What the principal cast before going is not the proxy's to change.
  const isForeign = castById !== null && facts.earlierCastById !== castById
  return done({
    me,
    voter: { participantId, name: facts.name, isPrincipal: participantId !== me.participantId },
    roundId: round.id,
    secret: round.secret,
    hasCodes: round.hasCodes,
    matter,
    hasVoted,
    isChangeable,
    mayChange: isChangeable && hasVoted && may.ok && !isForeign,
    principals: principals.get(me.participantId) ?? [],
    lastCallAt: round.lastCallAt,
    countdownUntil: round.countdownUntil,
  })
}
