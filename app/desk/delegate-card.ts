import { type DelegateCardFacts, delegateCardTemplate } from "#templates/delegate-card"
import { civilDateOf } from "~/law/civil-date"
import { type Result, refuse } from "~/law/result"
import type { AgreementBase } from "~/law/tally"
import { barInWords } from "~/law/threshold"
import { findDocument } from "~/registry/document-store"
import { issueDocument } from "~/registry/documents"
import { verifyUrlOf } from "~/registry/verification"
import { ruleInForce } from "~/rulebook/in-force"
import type { RuleSnapshot } from "~/rulebook/rules"
import type { Ctx } from "~/web/context"

/**
 * 代表须知卡 as a filed sheet, for every member to print; the same words give the same sheet back.
 * Refusals: not_found, characters_missing.
 */
export async function readDelegateCard(ctx: Ctx): Promise<Result<{ fileName: string; content: Uint8Array }>> {
  if (!ctx.actor.accountId) return refuse("not_found")
  const facts = cardFacts(ctx.community, await ruleInForce(ctx.db.read, ctx.community.id, "deliberation"))
  const issued = await issueDocument(ctx, {
    kind: "delegateCard",
    subject: { kind: "community", id: ctx.community.id },
    number: null,
    title: "代表须知",
    fileName: "代表须知.pdf",
    facts,
    template: delegateCardTemplate,
    date: civilDateOf(ctx.now()),
    verifyUrl: verifyUrlOf(ctx),
  })
  if (!issued.ok) return issued
  const document = await findDocument(ctx.db.read, ctx.community.id, issued.value.document.id)
  if (!document) return refuse("not_found")
  return { ok: true, value: { fileName: document.fileName, content: document.content } }
}

/** Everything the card says; what a rule sets is said as the rule sets it. */
export function cardFacts(
  community: Pick<Ctx["community"], "name" | "contactPhone">,
  rule: RuleSnapshot,
): DelegateCardFacts {
  const { minutes, times } = rule.speechLimit
  return {
    heading: `${community.name}${rule.meetingKind}代表须知`,
    issuer: `${community.name}居民委员会`,
    checkIn: [
      "扫签到条上的二维码，或者在平板上填姓名和8位签到码。看清是您的名字，再按“是我，签到”。",
      "中途离开、回来，在平板上按一下，或者告诉签到台。",
    ],
    speaking: [
      "主持人中立，不表态",
      "先举手，请到您再说",
      "面向主持人说话",
      "先说赞成反对，再说理由",
      `每次${minutes}分钟，一件事${times}次`,
      "别人说话，不打断",
      "不跑题",
      "对事不对人",
      "正反轮着说，没说过的先说",
      "一时只议一件事",
      "主持人叫停就停",
      "话说够了，再表决",
      "多数决定，少数意见照记",
    ],
    voting: [
      "平板变成表决页后，选一项，核对一遍，再投出。投出以后，本轮不能再改。选哪一项由您自己定，不用告诉别人。",
      ...votingTerms(rule),
    ],
    help: [
      "不会用、看不清、按错了，请举手或到签到台，工作人员来帮您。",
      community.contactPhone ? `会后有事，请打社区电话：${community.contactPhone}。` : "会后有事，请到社区办公室。",
    ],
  }
}

const agreementBases: Record<AgreementBase, string> = {
  present: "实到代表",
  members: "应到代表",
  cast: "收到的票",
  valid: "有效票",
  forAndAgainst: "赞成和反对的合计",
}

/** How many must be there, and how many for it; nothing where the rule has no vote. */
function votingTerms({ quorum, agreement }: RuleSnapshot): string[] {
  const needed = quorum ? `应到代表${barInWords(quorum.bar)}到会，才能表决` : ""
  const passing = agreement ? `${agreementBases[agreement.base]}${barInWords(agreement.bar)}赞成，才算通过` : ""
  const terms = [needed, passing].filter(Boolean).join("；")
  return terms ? [`${terms}。`] : []
}
