import { z } from "zod"
import { listProxies } from "~/chamber/attendance/proxy-store"
import { countPaperEntries } from "~/chamber/rounds/round-store"
import { done, type Result, refuse } from "~/law/result"
import type { Ctx } from "~/web/context"
import { readCountHead } from "./count-head"
import { nameOfficer, withdrawOfficer } from "./officers"
import {
  exchangePaper,
  fallBackToPaper,
  issuePapers,
  keepDuplicate,
  markMissing,
  markReturned,
  markReturnedBeforeEnd,
  reopenPapers,
  withdrawPaper,
} from "./papers"
import { printCountSheet } from "./printing-form"
import { canReopen, isDuplicate, paperStateNames, proxyEndOf } from "./rules"
import type { Handled } from "./settling"
import type { Paper } from "./store"
import { listVoters, mayGetPaper } from "./voters"

/** The page of a round's papers: who may have one, which are out, what became of the others. Refusals: not_found, forbidden. */
export async function readPapersPage(ctx: Ctx, key: { meetingId: string; roundId: string }) {
  const found = await readCountHead(ctx, key)
  if (!found.ok) return found
  const { head, round, papers } = found.value
  const voters = await listVoters(ctx.db.read, ctx.community.id, round)
  const mayReopen = canReopen(round, await countPaperEntries(ctx.db.read, ctx.community.id, round.id)).ok
  const proxies = await listProxies(ctx.db.read, ctx.community.id, round.meetingId)
  const withWhom = ({ participantId, handedToId }: Paper) => ({
    /** Who got it in the voter's place. */
    handedTo: voters.find(voter => voter.participantId === handedToId)?.name ?? "",
    /** Taken back, or its voter has come: the paper should end here, and the voter get another. */
    hasProxyEnded: proxyEndOf({ participantId, handedToId }, proxies) !== null,
  })
  return done({
    head,
    out: papers
      .filter(paper => paper.state === "issued")
      .map(paper => ({ serial: paper.serial, name: paper.name, ...withWhom(paper) })),
    settled: papers
      .filter(paper => paper.state !== "issued")
      .map(paper => ({
        serial: paper.serial,
        name: paper.name,
        stateName: isDuplicate(paper) ? "重复，不计" : paperStateNames[paper.state],
        mayReopen: mayReopen && (paper.state === "returned" || paper.state === "missing"),
      })),
    mayGet: voters
      .filter(voter => mayGetPaper(voter).ok)
      .map(({ participantId, name, holderName }) => ({
        value: participantId,
        label: holderName ? `${name}（${holderName}代）` : name,
      })),
    votedOnTablet: voters
      .filter(voter => voter.hasVoted && !voter.hasPaper)
      .map(({ participantId, name }) => ({ value: participantId, label: name })),
  })
}

const several = z
  .union([z.string(), z.array(z.string())])
  .default([])
  .transform(one => (Array.isArray(one) ? one : [one]).filter(text => text !== ""))
const serials = several.transform(all => all.map(Number).filter(Number.isInteger))

/** Naming and releasing 计票人, 监票人: on the papers' page and on that of the hands. */
export const officerIntents = [
  z.object({
    intent: z.literal("nameOfficer"),
    officerId: z.string().min(1, "请选推定谁"),
    office: z.enum(["counter", "scrutineer"], "请选计票人或监票人"),
  }),
  z.object({ intent: z.literal("withdrawOfficer"), officerId: z.string() }),
] as const

export type OfficerForm = z.output<(typeof officerIntents)[number]>

export const PapersForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("issue"), participantId: several }),
  z.object({ intent: z.literal("fallBackToPaper") }),
  z.object({ intent: z.literal("return"), serial: serials }),
  z.object({ intent: z.literal("missing"), serial: serials }),
  z.object({ intent: z.literal("reopen"), serial: serials }),
  z.object({ intent: z.literal("exchange"), serial: serials }),
  z.object({ intent: z.literal("withdraw"), serial: serials }),
  z.object({ intent: z.literal("returnBeforeEnd"), serial: serials }),
  z.object({ intent: z.literal("duplicate"), duplicateId: z.string().min(1, "请选是谁交来的") }),
  ...officerIntents,
  printCountSheet,
  z.object({
    intent: z.literal("printBallotPapers"),
    /** 4,5; empty is every paper that is out. */
    serials: z
      .string()
      .regex(/^(\d{1,6}(,\d{1,6}){0,1999})?$/, "请刷新本页，再按一次打印")
      .default("")
      .transform(text => (text ? text.split(",").map(Number) : null)),
  }),
])

type Pressed = Exclude<z.output<typeof PapersForm>, { intent: "printCountSheet" | "printBallotPapers" }>

export async function pressOnOfficers(ctx: Ctx, roundId: string, form: OfficerForm): Promise<Result<null>> {
  const key = { roundId, participantId: form.officerId }
  if (form.intent === "withdrawOfficer") return withdrawOfficer(ctx, key)
  return atField(await nameOfficer(ctx, { ...key, office: form.office }), "officerId")
}

/** A page has several forms that choose somebody: the sentence stands at the one that was sent. */
const atField = <T>(result: Result<T>, field: string): Result<T> =>
  result.ok || result.detail.field === undefined ? result : { ...result, detail: { ...result.detail, field } }

/** What is to be printed now: the papers that were just handed out. Refusals: one_paper_at_a_time, and those of the use cases. */
export async function pressOnPapers(ctx: Ctx, roundId: string, form: Pressed): Promise<Result<{ toPrint: number[] }>> {
  const pressed = await press(ctx, roundId, form)
  if (!pressed.ok) return pressed
  const isIssued = form.intent === "issue" || form.intent === "fallBackToPaper" || form.intent === "exchange"
  return done({ toPrint: isIssued && pressed.value ? pressed.value.serials : [] })
}

async function press(ctx: Ctx, roundId: string, form: Pressed): Promise<Result<Handled | null>> {
  switch (form.intent) {
    case "issue":
      return issuePapers(ctx, { roundId, participantIds: form.participantId })
    case "fallBackToPaper":
      return fallBackToPaper(ctx, roundId)
    case "return":
      return markReturned(ctx, { roundId, serials: form.serial })
    case "missing":
      return markMissing(ctx, { roundId, serials: form.serial })
    case "reopen":
      return reopenPapers(ctx, { roundId, serials: form.serial })
    case "exchange":
    case "withdraw":
    case "returnBeforeEnd": {
      const [serial, ...others] = form.serial
      if (serial === undefined) return refuse("nothing_chosen", { field: "serial" })
      if (others.length > 0) return refuse("one_paper_at_a_time", { field: "serial" })
      return onOnePaper[form.intent](ctx, { roundId, serial })
    }
    case "duplicate":
      return atField(await keepDuplicate(ctx, { roundId, participantId: form.duplicateId }), "duplicateId")
    default:
      return pressOnOfficers(ctx, roundId, form)
  }
}

const onOnePaper = { exchange: exchangePaper, withdraw: withdrawPaper, returnBeforeEnd: markReturnedBeforeEnd } as const

/** What a page says after it was done. */
export const papersDone: Record<string, string> = {
  issue: "票已登记发出，请打印后交给本人。",
  fallBackToPaper: "已改用纸票，平板上已经投的照算。请打印后发给还没有投的人。",
  return: "已登记收回，请把票投进票箱。",
  returnBeforeEnd: "已登记为委托结束以前收回，记入操作记录。",
  missing: "已登记未收回。",
  reopen: "已改回在外面。票真正收回以后，请再登记一次。",
  exchange: "写坏的票已作废，换发的是新编号，请打印后交给本人。",
  withdraw: "这张票已作废，本人可以在平板上投，也可以另发一张。",
  duplicate: "已登记为重复票，请在票上写明编号，另放，不计入。",
  nameOfficer: "已登记。",
  withdrawOfficer: "已撤下。",
}
