import { formatMoney } from "~/law/chinese-numbers"
import { formatDate } from "~/law/civil-date"
import type { ProposalFacts } from "./agenda-view"

/** A proposal in short lines: 做什么, 花多少, 谁出钱, 谁来办, 哪天前. What was left open has no line. */
export function gistOf(proposal: ProposalFacts | null): { label: string; value: string }[] {
  if (!proposal) return []
  return [
    { label: "做什么", value: proposal.content },
    { label: "花多少", value: proposal.budgetFen === null ? "" : formatMoney(proposal.budgetFen) },
    { label: "谁出钱", value: proposal.funding },
    { label: "谁来办", value: proposal.handler },
    { label: "哪天前", value: proposal.dueOn ? formatDate(proposal.dueOn) : "" },
  ].filter(({ value }) => value)
}
