import { type AgendaFacts, agendaTemplate } from "#templates/agenda"
import { type DebateRulesFacts, debateRulesTemplate } from "#templates/debate-rules"
import type { Template } from "#templates/print-paper"
import { type SignInSheetFacts, signInSheetTemplate } from "#templates/sign-in-sheet"
import {
  findTopic,
  listFieldworks,
  listPartyReviews,
  listProposals,
  listRoutings,
  listTopicIssues,
  listWordingsInForce,
} from "~/agenda/store"
import { listProxies } from "~/chamber/attendance/proxy-store"
import { listSignatures } from "~/chamber/attendance/signature-store"
import { findMeetingFor } from "~/chamber/meeting-access"
import type { AgendaItem } from "~/convening/store"
import { civilDateOf } from "~/law/civil-date"
import { done, type Result } from "~/law/result"
import type { DocumentDraft } from "~/registry/documents"
import type { Ctx } from "~/web/context"
import { agendaFacts, type ItemMatter } from "./agenda-facts"
import { debateRulesFacts } from "./debate-rules-facts"
import { listAddresses } from "./meeting-paper-store"
import { meetingInWords } from "./meeting-words"
import { readRecorded } from "./papers"
import { entitledOf, type RecordedMeeting } from "./recorded-meeting"
import { signInFacts } from "./sign-in-facts"

/** What the table of the office hands out of a meeting. Each draft refuses: not_found, forbidden. */
async function readAtDesk(ctx: Ctx, meetingId: string): Promise<Result<RecordedMeeting>> {
  const allowed = await findMeetingFor(ctx, meetingId, "meeting:desk")
  return allowed.ok ? readRecorded(ctx, meetingId) : allowed
}

/** 签到表: empty before the meeting, with what came in once people come. */
export async function draftSignInSheet(ctx: Ctx, meetingId: string): Promise<Result<DocumentDraft<SignInSheetFacts>>> {
  const read = await readAtDesk(ctx, meetingId)
  if (!read.ok) return read
  const recorded = read.value
  const q = ctx.db.read
  const people = recorded.participants.map(one => one.personId)
  const addresses = await listAddresses(q, ctx.community.id, people)
  const proxies = await listProxies(q, ctx.community.id, meetingId)
  const facts = signInFacts(recorded, {
    signatures: await listSignatures(q, ctx.community.id, meetingId),
    proxies: proxies.filter(proxy => proxy.revokedAt === null),
    addresses: new Map(addresses.map(one => [one.id, one.address])),
  })
  return done(draftOf("signInSheet", recorded, "签到表", facts, signInSheetTemplate))
}

/** 议事规则: from the rule that was frozen with the meeting. */
export async function draftDebateRules(ctx: Ctx, meetingId: string): Promise<Result<DocumentDraft<DebateRulesFacts>>> {
  const read = await readAtDesk(ctx, meetingId)
  if (!read.ok) return read
  const recorded = read.value
  const facts = debateRulesFacts({
    community: recorded.communityName,
    issuer: `${recorded.communityName}居民委员会`,
    meeting: meetingInWords(recorded),
    rule: recorded.rule,
    entitled: entitledOf(recorded).length,
  })
  return done(draftOf("debateRules", recorded, "议事规则", facts, debateRulesTemplate))
}

/** 议程和材料. */
export async function draftAgenda(ctx: Ctx, meetingId: string): Promise<Result<DocumentDraft<AgendaFacts>>> {
  const read = await readAtDesk(ctx, meetingId)
  if (!read.ok) return read
  const recorded = read.value
  const matters = new Map<string, ItemMatter>()
  for (const item of recorded.agenda) if (item.topicId) matters.set(item.id, await readMatter(ctx, item, item.topicId))
  return done(draftOf("agenda", recorded, "议程和材料", agendaFacts(recorded, matters), agendaTemplate))
}

async function readMatter(ctx: Ctx, item: AgendaItem, topicId: string): Promise<ItemMatter> {
  const q = ctx.db.read
  const communityId = ctx.community.id
  const wordings = await listProposals(q, communityId, [topicId])
  const sent = wordings.find(wording => wording.id === item.proposalId)
  const issues = await listTopicIssues(q, communityId, topicId)
  return {
    topic: await findTopic(q, communityId, topicId),
    proposal: sent ?? (await listWordingsInForce(q, communityId, [topicId])).get(topicId) ?? null,
    fieldwork: await listFieldworks(q, communityId, topicId),
    routing: (await listRoutings(q, communityId, [topicId])).get(topicId) ?? null,
    partyReview: (await listPartyReviews(q, communityId, [topicId])).get(topicId) ?? null,
    issues: issues.length,
    supporters: issues.reduce((sum, issue) => sum + issue.supporterCount, 0),
  }
}

/** A paper of the meeting itself, of the day it is called for. */
const draftOf = <Facts extends object>(
  kind: "signInSheet" | "debateRules" | "agenda",
  recorded: RecordedMeeting,
  title: string,
  facts: Facts,
  template: Template<Facts>,
): DocumentDraft<Facts> => ({
  kind,
  subject: { kind: "meeting", id: recorded.meeting.id },
  number: null,
  title: `${meetingInWords(recorded)}${title}`,
  fileName: `${meetingInWords(recorded)}${title}.pdf`,
  facts,
  template,
  date: civilDateOf(recorded.meeting.startsAt ?? recorded.meeting.createdAt),
})
