import type { LedgerColumn } from "#templates/ledger"
import { claimNumberOf } from "~/followup/claims/claiming"
import { resourceNumberOf } from "~/followup/claims/resources"
import { claimStateNames, isOpenClaim, resourceStateNames, resourceStateOf } from "~/followup/claims/rules"
import { listClaims, listResources, listWishesById, type Resource } from "~/followup/claims/store"
import { type CivilDate, civilDateOf, daysBetween } from "~/law/civil-date"
import type { Ctx } from "~/web/context"
import { type LedgerTable, numberOf } from "./issue-ledgers"
import type { LedgerPeriod } from "./kinds"
import { withoutNumbers } from "./plain-words"

const resourceColumns: LedgerColumn[] = [
  { name: "编号", width: 6.8, kind: "text" },
  { name: "单位", width: 10, kind: "text" },
  { name: "可供资源", width: 18, kind: "text" },
  { name: "联系人", width: 4.5, kind: "text" },
  { name: "联系电话", width: 7, kind: "text" },
  { name: "期限", width: 4.4, kind: "date" },
  { name: "用于项目", width: 3.5, kind: "count" },
  { name: "状态", width: 7, kind: "text" },
]

/** 资源清单: what was offered at any time of the period. For the office: it says whom to call. */
export async function readResourceLedger(ctx: Ctx, period: LedgerPeriod, today: CivilDate): Promise<LedgerTable> {
  const resources = (await listResources(ctx.db.read, ctx.community.id)).filter(one => wasOffered(one, period))
  const claims = await listClaims(ctx.db.read, ctx.community.id)
  const stateOf = (one: Resource) => resourceStateOf(one, today)
  const rows = resources.map(one => [
    resourceNumberOf(ctx, one),
    one.provider,
    withoutNumbers(one.content, ctx.community),
    one.contactName,
    one.contactPhone,
    one.until ?? "长期",
    claims.filter(claim => claim.resourceId === one.id && claim.state !== "ended").length,
    one.endReason
      ? withoutNumbers(`${resourceStateNames.ended}：${one.endReason}`, ctx.community)
      : resourceStateNames[stateOf(one)],
  ])
  const offered = resources.filter(one => stateOf(one) === "offered").length
  return { columns: resourceColumns, rows, totals: [`共${resources.length}项，现在可用${offered}项。`] }
}

function wasOffered(one: Resource, { from, to }: LedgerPeriod): boolean {
  const ended = one.endedAt ? civilDateOf(one.endedAt) : one.until
  return civilDateOf(one.createdAt) <= to && (ended === null || ended >= from)
}

const projectColumns: LedgerColumn[] = [
  { name: "编号", width: 6.6, kind: "text" },
  { name: "需求", width: 8.5, kind: "text" },
  { name: "资源", width: 8.5, kind: "text" },
  { name: "认领单位", width: 7, kind: "text" },
  { name: "怎么办", width: 8, kind: "text" },
  { name: "认领时间", width: 4.4, kind: "date" },
  { name: "时限", width: 4.4, kind: "date" },
  { name: "进度", width: 8.5, kind: "text" },
  { name: "状态", width: 4.5, kind: "text" },
  { name: "完成时间", width: 4.4, kind: "date" },
]

/** 项目清单: needs and resources brought together in the period, by whom, and how far. */
export async function readProjectLedger(ctx: Ctx, period: LedgerPeriod, today: CivilDate): Promise<LedgerTable> {
  const q = ctx.db.read
  const claims = (await listClaims(q, ctx.community.id)).filter(
    claim => claim.claimedOn >= period.from && claim.claimedOn <= period.to,
  )
  const needIds = claims.map(claim => claim.issueId)
  const needs = new Map((await listWishesById(q, ctx.community.id, needIds)).map(one => [one.id, one]))
  const resources = new Map((await listResources(q, ctx.community.id)).map(one => [one.id, one]))
  const plain = (text: string) => withoutNumbers(text, ctx.community)
  const rows = claims.map(claim => {
    const need = needs.get(claim.issueId)
    const resource = claim.resourceId ? resources.get(claim.resourceId) : undefined
    const late = isOpenClaim(claim.state) ? Math.max(0, daysBetween(claim.dueOn, today)) : 0
    return [
      claimNumberOf(ctx, claim),
      need ? plain(`${need.title}（${numberOf(ctx, need)}）`) : "",
      resource ? plain(`${resource.content}（${resourceNumberOf(ctx, resource)}）`) : "",
      claim.claimant,
      plain(claim.content),
      claim.claimedOn,
      claim.dueOn,
      plain(claim.endReason || claim.progress),
      late > 0 ? `${claimStateNames[claim.state]}，逾期${late}天` : claimStateNames[claim.state],
      claim.doneOn,
    ]
  })
  const states = (["claimed", "doing", "done", "ended"] as const).map(
    state => `${claimStateNames[state]}${claims.filter(claim => claim.state === state).length}个`,
  )
  return { columns: projectColumns, rows, totals: [`共${claims.length}个项目：${states.join("，")}。`] }
}
