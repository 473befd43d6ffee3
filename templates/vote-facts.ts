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

export type NamedVote = { name: string; delegation: string; choice: string }
