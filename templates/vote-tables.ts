import type { Sheet } from "./page"
import { addTable } from "./page-table"
import type { NamedVote, OptionVotes, VoteFigure, VoteLight } from "./vote-facts"

/** The figures of one count in one row: 应到 实到 投票 赞成 反对 弃权 … */
export function addVoteFigures(sheet: Sheet, figures: readonly VoteFigure[], keepWithNext: boolean): void {
  if (!figures.length) return
  addTable(
    sheet,
    figures.map(({ label }) => ({ head: label, width: 1 })),
    [figures.map(({ count }) => String(count))],
    { summary: "表决票数", keepWithNext },
  )
}

/** What was counted against what, and the bar it had to reach: numerator and denominator, never a percentage alone. */
export function addVoteLights(sheet: Sheet, lights: readonly VoteLight[], joined: boolean): void {
  if (!lights.length) return
  addTable(
    sheet,
    [
      { head: "判定事项", width: 1, align: "left" },
      { head: "实际数", width: "fit" },
      { head: "总数", width: "fit" },
      { head: "应达到", width: "fit" },
      { head: "结论", width: "fit" },
    ],
    lights.map(({ label, numerator, denominator, bar, met }) => [
      label,
      String(numerator),
      String(denominator),
      bar,
      met ? "达到" : "未达到",
    ]),
    { summary: "表决结果判定", joined },
  )
}

/** 选项得票: what each option got, against what, and which was chosen. */
export function addOptionVotes(
  sheet: Sheet,
  options: OptionVotes | undefined,
  joined: boolean,
  keepWithNext: boolean,
): void {
  if (!options) return
  addTable(
    sheet,
    [
      { head: "选项", width: 1, align: "left" },
      { head: "得票", width: "fit" },
      { head: options.base, width: "fit" },
      { head: "应达到", width: "fit" },
      { head: "结论", width: "fit" },
    ],
    options.lines.map(({ label, votes, whole, bar, standing }) => [
      label,
      String(votes),
      whole === null ? "" : String(whole),
      bar,
      standing,
    ]),
    { summary: "选项得票", joined, keepWithNext },
  )
}

/** Who chose what in a named vote, two people to a row. */
export function addNamedVotes(sheet: Sheet, votes: readonly NamedVote[]): void {
  if (!votes.length) return
  const half = Math.ceil(votes.length / 2)
  const cells = (index: number) => {
    const vote = votes[index]
    return vote ? [String(index + 1), vote.name, vote.delegation, vote.choice] : ["", "", "", ""]
  }
  const columns = [
    { head: "序号", width: "fit" },
    { head: "姓名", width: 1 },
    { head: "代表类别", width: "fit" },
    { head: "表决", width: "fit" },
  ] as const
  addTable(
    sheet,
    [...columns, ...columns],
    Array.from({ length: half }, (_, index) => [...cells(index), ...cells(index + half)]),
    { summary: "记名表决情况" },
  )
}
