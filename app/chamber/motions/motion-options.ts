import type { MotionOption } from "#db/schema/chamber-motions"
import { wordingName } from "~/agenda/rules"
import { done, type Result, refuse } from "~/law/result"

const fewest = 2
const most = 8
const longest = 60

/** What a ballot holds for each option, in the order of the paper. */
const keys = [..."abcdefgh"]

/** 均不同意 and 弃权 stand on every ballot by themselves. */
const always = ["均不同意", "弃权", "赞成", "反对"]

export type OptionsEntry = { options?: readonly string[]; seats?: number }

/**
 * 多选一: the options, one per line and blank ones dropped, and how many of them are wanted; none at all for a motion of 赞成,
 * 反对, 弃权. Refusals: options_too_few, options_too_many, option_too_long, option_reserved { label }, option_twice { label },
 * seats_not_fitting { most }, seats_without_options.
 */
export function checkOptions(input: OptionsEntry): Result<{ options: MotionOption[] | null; seats: number }> {
  const labels = (input.options ?? []).map(line => line.trim()).filter(Boolean)
  const seats = input.seats ?? 1
  if (labels.length === 0)
    return seats === 1 ? done({ options: null, seats }) : refuse("seats_without_options", { field: "options" })
  if (labels.length < fewest) return refuse("options_too_few", { field: "options", fewest })
  if (labels.length > most) return refuse("options_too_many", { field: "options", most })
  if (labels.some(label => [...label].length > longest)) return refuse("option_too_long", { field: "options", longest })
  const reserved = labels.find(label => always.includes(bare(label)))
  if (reserved) return refuse("option_reserved", { field: "options", label: reserved })
  const twice = labels.find((label, at) => labels.findIndex(other => bare(other) === bare(label)) < at)
  if (twice) return refuse("option_twice", { field: "options", label: twice })
  if (!Number.isInteger(seats) || seats < 1 || seats > labels.length)
    return refuse("seats_not_fitting", { field: "seats", most: labels.length })
  return done({ options: labels.map((label, at) => ({ key: keys[at]!, label })), seats })
}

const bare = (label: string): string => label.normalize("NFKC").replace(/[\p{P}\s]/gu, "")

type NamedProposal = { id: string; ordinal: number; version: number; content: string }

/** 方案第2稿：装在小广场… of a proposal, fit for a line of the paper. */
export function optionLabel(proposal: Omit<NamedProposal, "id">): string {
  const said = [...`${wordingName(proposal)}：${proposal.content.replace(/[。；，\s]+$/, "").replace(/\s+/g, "")}`]
  return said.length > longest ? `${said.slice(0, longest - 1).join("")}…` : said.join("")
}

/** 并列表决: the newest wording of each of a topic's proposals; of a single proposal, each of its wordings. */
export function proposalsSideBySide<T extends NamedProposal>(proposals: readonly T[]): T[] {
  const newest = new Map(proposals.map(proposal => [proposal.ordinal, proposal]))
  const listed = newest.size > 1 ? [...newest.values()] : [...proposals]
  return listed.length < fewest ? [] : listed.slice(-most)
}

/** An option that begins with a proposal's name stands for that proposal, however the rest of the line was shortened. */
export const withProposals = (
  options: MotionOption[] | null,
  proposals: readonly NamedProposal[],
): MotionOption[] | null =>
  options?.map(option => {
    const name = /^[^：:]+(?=[：:]|$)/.exec(option.label)?.[0].trim()
    const proposal = proposals.find(one => wordingName(one) === name)
    return proposal ? { ...option, proposalId: proposal.id } : option
  }) ?? null
