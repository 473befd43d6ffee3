import type { PollAnnouncementFacts } from "#templates/poll-announcement"
import { findEstate } from "~/estates/estate-store"
import { civilDateOf } from "~/law/civil-date"
import { applyMarks, type KnownToMasking, maskText } from "~/law/masking"
import { done, type Result, refuse } from "~/law/result"
import { listPersons } from "~/people/register-store"
import type { Ctx } from "~/web/context"
import { announcementFacts } from "./announcement-facts"
import { ruleOfPoll } from "./announcing"
import { labelsOf } from "./counts"
import { scopeText } from "./reading"
import { readResult } from "./result-views"
import type { PollResult } from "./results"
import { listVoters, type Poll } from "./store"

/**
 * What the announcement says, once the result is proclaimed; what was written freely is masked by rule. Refusals: forbidden,
 * poll_not_proclaimed.
 */
export async function draftAnnouncement(
  ctx: Ctx,
  poll: Poll,
): Promise<Result<{ facts: PollAnnouncementFacts; day: string }>> {
  if (poll.state !== "proclaimed" || !poll.proclaimedAt) return refuse("poll_not_proclaimed", { status: 409 })
  const view = await readResult(ctx, poll.id)
  if (!view.ok) return view
  const rule = await ruleOfPoll(ctx.db.read, poll)
  const known = await readKnownToMasking(ctx, poll)
  const facts = announcementFacts({
    view: view.value,
    result: poll.result as unknown as PollResult,
    rule,
    labels: labelsOf(poll),
    community: ctx.community.name,
    counters: poll.counters.length,
    scrutineers: poll.scrutineers.length,
    mask: text => applyMarks(text, maskText(text, known)),
    scope: await publicScope(ctx, poll),
  })
  return done({ facts, day: civilDateOf(poll.proclaimedAt) })
}

/** Whole buildings are named; of single homes only how many they are. */
async function publicScope(ctx: Ctx, poll: Poll): Promise<string> {
  const estate = poll.estateId ? await findEstate(ctx.db.read, poll.communityId, poll.estateId) : null
  const homes = poll.scope?.unitIds.length ?? 0
  if (!poll.scope || homes === 0) return scopeText(ctx, poll, estate?.name ?? "")
  const buildings = await scopeText(ctx, { ...poll, scope: { ...poll.scope, unitIds: [] } }, estate?.name ?? "")
  return `${buildings}${poll.scope.buildingIds.length > 0 ? "和另外" : "的"}${homes}处房屋`
}

/** Everyone on the registers and on the roll; who stood for an office is to be announced by name. */
async function readKnownToMasking(ctx: Ctx, poll: Poll): Promise<KnownToMasking> {
  const q = ctx.db.read
  const { community } = ctx
  const candidates = new Set((poll.options ?? []).map(option => option.label))
  const estate = poll.estateId ? await findEstate(q, poll.communityId, poll.estateId) : null
  const ofRegister = (await listPersons(q, community.id)).map(person => ({
    name: person.name,
    gender: person.gender === "female" ? ("女" as const) : person.gender === "male" ? ("男" as const) : null,
  }))
  const ofRoll = (await listVoters(q, community.id, poll.id))
    .filter(voter => voter.personIds.length > 0)
    .flatMap(voter => voter.name.split("、"))
    .map(name => ({ name, gender: null }))
  return {
    people: [...ofRegister, ...ofRoll].map(one => ({ ...one, isPublicRole: candidates.has(one.name) })),
    places: [community.name, community.subdistrict, estate?.name ?? ""].filter(Boolean),
    phones: community.contactPhone ? [community.contactPhone] : [],
  }
}
