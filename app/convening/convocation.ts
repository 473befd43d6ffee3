import { type ConvocationFacts, convocationTemplate } from "#templates/convocation"
import type { Template } from "#templates/print-paper"
import { convocationWordTemplate } from "#templates/word/convocation"
import { wordingName } from "~/agenda/rules"
import { listProposals, type Proposal } from "~/agenda/store"
import { formatYuan, inChinese } from "~/law/chinese-numbers"
import { civilDateOf, formatDate, formatTime, weekdayOf } from "~/law/civil-date"
import { done, type Result, refuse } from "~/law/result"
import { may } from "~/people/permissions"
import type { DocumentView } from "~/registry/document-store"
import { issueDocument } from "~/registry/documents"
import { drawUnfiled } from "~/registry/drawing"
import { verifyUrlOf } from "~/registry/verification"
import { mayPutToVote, type PresetKey, type RuleSnapshot } from "~/rulebook/rules"
import type { Ctx } from "~/web/context"
import { checkInUrl } from "./codes"
import { listPersonNamesById } from "./draft-store"
import { entitledText, groupByCapacity } from "./people-order"
import { ruleOfMeeting } from "./readiness"
import { isAwaitingPeople } from "./rules"
import { type AgendaItem, findMeeting, listAgendaItems, listParticipants, type Meeting } from "./store"
import { findVenue } from "./venue-store"

type Asked = { meetingId: string; origin: string | null }
type Convocation = { meeting: Meeting; facts: ConvocationFacts; date: string }

/** What the 会议通知 says, as it was frozen when the meeting was convened. Refusals: not_found, forbidden, not_convened. */
export async function readConvocation(ctx: Ctx, input: Asked): Promise<Result<Convocation>> {
  const meeting = await findMeeting(ctx.db.read, ctx.community.id, input.meetingId)
  if (!meeting) return refuse("not_found")
  if (!may(ctx.actor, "meeting:convene")) return refuse("forbidden")
  if (!isAwaitingPeople(meeting.state) || !meeting.convenedAt || !meeting.startsAt)
    return refuse("not_convened", { status: 409 })
  const facts = await convocationFacts(ctx, meeting, meeting.startsAt, meeting.convenedAt, input.origin)
  return done({ meeting, facts, date: civilDateOf(meeting.convenedAt) })
}

type Issued = Promise<Result<{ document: DocumentView; isNew: boolean }>>

/**
 * The 会议通知 as a sheet. `origin` is what the QR code on it points at; null where no other device could follow it.
 * Refusals: not_found, forbidden, not_convened, characters_missing.
 */
export const issueConvocation = (ctx: Ctx, input: Asked): Issued => issueAs(ctx, input, convocationTemplate)

/** The same notice as a Word file, to go on working with; kept like the sheet. Refusals: as of issuing it. */
export const issueConvocationWord = (ctx: Ctx, input: Asked): Issued => issueAs(ctx, input, convocationWordTemplate)

async function issueAs(ctx: Ctx, input: Asked, template: Template<ConvocationFacts>): Issued {
  const read = await readConvocation(ctx, input)
  if (!read.ok) return read
  const { meeting, facts, date } = read.value
  return issueDocument(ctx, {
    kind: "convocation",
    subject: { kind: "meeting", id: meeting.id },
    number: null,
    title: "会议通知",
    fileName: `${meeting.title}会议通知.${template.format}`,
    facts,
    template,
    date,
    verifyUrl: verifyUrlOf(ctx),
  })
}

/** The same sheet to look at; nothing is stored. Refusals: as of issuing it. */
export async function previewConvocation(ctx: Ctx, input: Asked): Promise<Result<Uint8Array>> {
  const read = await readConvocation(ctx, input)
  if (!read.ok) return read
  const { facts, date } = read.value
  return drawUnfiled(ctx, convocationTemplate, facts, { date, verifyUrl: verifyUrlOf(ctx) })
}

async function convocationFacts(
  ctx: Ctx,
  meeting: Meeting,
  startsAt: Date,
  convenedAt: Date,
  origin: string | null,
): Promise<ConvocationFacts> {
  const { community, db } = ctx
  const rule = await ruleOfMeeting(db.read, meeting)
  const issuer = `${community.name}居民委员会`
  const day = civilDateOf(startsAt)
  const venue = meeting.venueId ? await findVenue(db.read, community.id, meeting.venueId) : null
  const officers = [meeting.chairPersonId, meeting.recorderPersonId].filter(id => id !== null)
  const names = new Map((await listPersonNamesById(db.read, community.id, officers)).map(one => [one.id, one.name]))
  const people = await listParticipants(db.read, community.id, meeting.id)
  const items = await listAgendaItems(db.read, community.id, meeting.id)
  const wordings = await readWordings(ctx, items)
  const called = `${meeting.year}年第${inChinese(meeting.sequence ?? 1)}次${rule.meetingKind}`
  const until = meeting.endsAt ? `至${formatTime(meeting.endsAt)}` : ""
  return {
    community: community.name,
    name: `${community.name}${rule.meetingKind}${rule.meetingKind.endsWith("会议") ? "" : "会议"}通知`,
    number: "",
    issuer,
    issuedOn: formatDate(civilDateOf(convenedAt)),
    title: `关于召开${called}的通知`,
    addressee: addressees[rule.preset],
    opening: `现定于${formatDate(day)}召开${community.name}${called}，请准时参加。有关事项通知如下：`,
    time: `${formatDate(day)}（${weekdayOf(day)}）${formatTime(startsAt)}${until}`,
    venue: venue ? [venue.name, venue.address && `（${venue.address}）`].filter(Boolean).join("") : "",
    convener: issuer,
    chair: names.get(meeting.chairPersonId ?? "") ?? "",
    agenda: items.map(item => agendaOnPaper(item, wordings, rule)),
    participants: groupByCapacity(people, "entitled").map(({ delegation, people }) => ({ delegation, people })),
    ...participantsLabels[rule.preset],
    observers: groupByCapacity(people, "observer").map(({ delegation, people }) => ({ delegation, people })),
    quorum: quorumOnPaper(rule, people.filter(one => one.standing === "entitled").length),
    proxies: `不能到会的，请在会前向联系人请假${proxiesOnPaper(rule)}`,
    shortNoticeReason: meeting.reasons.notice ?? "",
    contact: names.get(meeting.recorderPersonId ?? "") ?? "",
    telephone: community.contactPhone || "社区办公室",
    attachments: items.flatMap(item => {
      const wording = item.proposalId ? wordings.get(item.proposalId) : undefined
      return wording && isAnnex(wording) ? [`${item.title}（${wordingName(wording)}）`] : []
    }),
    delivery: "当面送达或者电话通知",
    meetingUrl: origin ? checkInUrl(origin, community.slug, meeting.id) : null,
    withReplySlip: true,
  }
}

function proxiesOnPaper(rule: RuleSnapshot): string {
  if (!mayPutToVote(rule)) return ""
  if (rule.proxies === "none") return "。本次会议不接受委托表决"
  return `。要委托他人表决的，请写书面委托，由到会的代表带来签到台登记，一人最多代${rule.proxies.most}人`
}

/** The wordings the notice was sent with, whatever was written since. */
async function readWordings(ctx: Ctx, items: AgendaItem[]) {
  const all = await listProposals(
    ctx.db.read,
    ctx.community.id,
    items.flatMap(item => item.topicId ?? []),
  )
  const sent = new Set(items.map(item => item.proposalId))
  return new Map(all.filter(wording => sent.has(wording.id)).map(wording => [wording.id, wording]))
}

/** A proposal up to this long is printed whole; a longer one goes out as an annex. */
const longestSummary = 400
const isAnnex = (wording: Proposal) => Array.from(wording.content).length > longestSummary

/** Whom the notice greets. */
const addressees: Record<PresetKey, string> = {
  deliberation: "各位代表",
  residents: "各位居民",
  representatives: "各位居民代表、居民委员会成员",
  partyAssembly: "各位党员",
  jointSession: "各参会单位、各位代表",
  openTalk: "各位代表",
}

/** Who makes up the meeting; the table's delegates are 代表, as the sheet says by itself. */
const participantsLabels: Record<PresetKey, { participantsLabel?: string }> = {
  deliberation: {},
  residents: { participantsLabel: "参加人员" },
  representatives: { participantsLabel: "组成人员" },
  partyAssembly: { participantsLabel: "党员" },
  jointSession: { participantsLabel: "参加人员" },
  openTalk: { participantsLabel: "参加人员" },
}

/** Who votes; whether a vote is named or secret is the chair's to say when it is opened. */
const voters: Record<RuleSnapshot["entitledFrom"], string> = {
  delegates: "到会代表表决",
  representatives: "到会组成人员表决",
  body: "到会人员表决",
}
const methodOf = (item: AgendaItem, rule: RuleSnapshot): string => {
  if (item.handling === "deliberate") return voters[rule.entitledFrom]
  return item.handling === "consult" ? "听取意见，不表决" : ""
}

function agendaOnPaper(item: AgendaItem, wordings: Map<string, Proposal>, rule: RuleSnapshot) {
  const wording = item.proposalId ? wordings.get(item.proposalId) : undefined
  return {
    heading: item.title,
    summary: wording ? summaryOf(wording) : "",
    method: methodOf(item, rule),
  }
}

function summaryOf(wording: Proposal): string {
  const flat = inOneLine(wording.content)
  const content = isAnnex(wording)
    ? `${Array.from(flat)
        .slice(0, longestSummary / 2)
        .join("")}……详见附件`
    : flat
  const facts = [
    wording.budgetFen === null ? "" : `预算${formatYuan(wording.budgetFen)}`,
    wording.funding && `出资：${wording.funding}`,
    wording.handler && `承办：${wording.handler}`,
    wording.dueOn ? `${formatDate(wording.dueOn)}前办完` : "",
  ].filter(Boolean)
  const sentence = /[。；！？]$/.test(content) ? content : `${content}。`
  return facts.length > 0 ? `${sentence}${facts.join("，")}。` : sentence
}

/** Lines of a proposal one after the other; a line without a mark at its end gets one. */
const inOneLine = (text: string): string =>
  text
    .split(/\s*\n\s*/)
    .map(line => line.trim())
    .filter(Boolean)
    .map((line, at, all) => (at === all.length - 1 || /[，。；：、！？]$/.test(line) ? line : `${line}；`))
    .join("")

const quorumOnPaper = (rule: RuleSnapshot, entitled: number): string =>
  `${entitledText(rule, entitled)}${rule.quorum ? `，依据${rule.quorum.article}` : ""}`
