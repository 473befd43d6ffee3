/** One figure of a count, such as { label: "赞成", count: 31 }; what a column is called depends on the rule. */
export type VoteFigure = { label: string; count: number }

/** One threshold of a decision and whether it was reached. */
export type VoteLight = {
  /** 到会人数 / 赞成人数 */
  label: string
  numerator: number
  denominator: number
  /** The bar in words: 三分之二以上, 过半数. */
  bar: string
  met: boolean
}

/** One line of a vote on options, 均不同意 among them: what it got, of how many, what it needed and what became of it. */
export type OptionVote = {
  label: string
  votes: number
  /** Of how many; null of 均不同意, which needs no bar. */
  whole: number | null
  bar: string
  /** 选定, 得票相同, 未选定; empty of 均不同意. */
  standing: string
}

/** The options of a vote, with what they are measured against: 到会人数. */
export type OptionVotes = { base: string; lines: OptionVote[] }

export type NamedVote = { name: string; delegation: string; choice: string }
