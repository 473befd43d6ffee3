import type { ReportReceipt } from "~/intake/issues"
import { type ResidentEntry, reportByResident } from "~/intake/resident-reports"
import { done, type Result, refuse } from "~/law/result"
import { receiveObjection } from "~/records/objections"
import type { Ctx } from "~/web/context"
import { countAttempt } from "~/web/limits"

/** What strangers may send in within an hour: from one address, and to one community from all of them. */
const perAddress = 5
const perCommunity = 60
const windowMinutes = 60

/** Where it came from, and what stood in the field that no person sees. */
export type Sender = { address: string; website: string }

/**
 * Counted before anything is read. A filled honeypot is most likely a program; nothing is kept, and the sentence says so,
 * because a browser that fills forms by itself may have done it for a resident.
 * Refusals: filled_by_program, sent_too_often, board_too_busy.
 */
async function checkSender(ctx: Ctx, { address, website }: Sender): Promise<Result<null>> {
  if (website !== "") return refuse("filled_by_program")
  const now = ctx.now()
  const [ofAddress, ofCommunity] = await ctx.db.tx(`attempts:board:${ctx.community.id}`, async q => [
    await countAttempt(q, `board:address:${address}`, now, windowMinutes),
    await countAttempt(q, `board:community:${ctx.community.id}`, now, windowMinutes),
  ])
  if (ofAddress! > perAddress) return refuse("sent_too_often", { status: 429 })
  return ofCommunity! > perCommunity ? refuse("board_too_busy", { status: 429 }) : done(null)
}

/** 我要反映问题. For strangers: asks no permission. Refusals: those of `checkSender` and `reportByResident`. */
export async function sendReport(ctx: Ctx, sender: Sender, entry: ResidentEntry): Promise<Result<ReportReceipt>> {
  const checked = await checkSender(ctx, sender)
  return checked.ok ? reportByResident(ctx, entry) : checked
}

/** 提出异议 to a notice that hangs. For strangers: asks no permission. Refusals: those of `checkSender` and `receiveObjection`. */
export async function sendObjection(
  ctx: Ctx,
  sender: Sender,
  entry: { noticeId: string; name: string; phone: string; content: string },
): Promise<Result<{ followCode: string }>> {
  const checked = await checkSender(ctx, sender)
  return checked.ok ? receiveObjection(ctx, { ...entry, means: "board" }) : checked
}
