import type { OptionBase, OptionCounts, OptionsDecision, OptionsRule } from "~/law/options"
import { type Bar, MORE_THAN_HALF, TWO_THIRDS_OR_MORE } from "~/law/threshold"

/**
 * Votes between options counted by hand. A row: what it shows | present/entitled | votes of a, b, c … |
 * ballots in the box: 均不同意, 弃权, 无效 | outcome and reason | chosen | tied | run-off among (- for nobody).
 */
export type OptionCase = {
  sentence: string
  article: string
  rule: OptionsRule
  keys: string[]
  attendance: { present: number; entitled: number }
  counts: OptionCounts
  outcome: OptionsDecision["outcome"]
  reason: OptionsDecision["reason"]
  chosen: string[]
  tied: string[]
  runOffAmong: string[]
}

export const moreThanTwoThirds: Bar = { part: [2, 3], over: true }
export const aThirdOrMore: Bar = { part: [1, 3] }

const ruleOf = (
  article: string,
  quorum: Bar | null,
  agreement: { bar: Bar; base: OptionBase },
  seats: number,
  runOff: Bar | null = null,
): OptionsRule => ({
  quorum: quorum && { label: "参加投票人数", bar: quorum, article },
  agreement: { label: "得票", ...agreement, article },
  runOff: runOff && { bar: runOff, article },
  seats,
})

const election = "居委会组织法第十九条（全体选民或者户代表）"
const byRepresentatives = "居委会组织法第十九条（居民代表）"
const secondRound = "居委会组织法第十九条（另行选举）"
const site = "本社区议事规则：三分之二以上代表到会，到会代表过半数选定"
const leader = "本社区议事规则：楼栋长由参加投票的户过半数推选"
const moreThanHalfOfCast = { bar: MORE_THAN_HALF, base: "cast" } as const

const sections: { article: string; rule: OptionsRule; rows: string }[] = [
  {
    article: election,
    rule: ruleOf(election, MORE_THAN_HALF, moreThanHalfOfCast, 3, aThirdOrMore),
    rows: `
      three seats, four candidates, three above half of the ballots | 300/500 | 200 180 160 120 | 300: 10 5 5 | decided chosen | a b c | - | -
      the order on the paper does not help: the last three are chosen | 300/500 | 120 160 180 200 | 300: 10 5 5 | decided chosen | d c b | - | -
      exactly half of the ballots is no 过半数: one seat is left, and the next two stand again | 300/500 | 200 180 150 100 | 300: 10 5 5 | partlyDecided seatsLeft | a b | - | c d
      151 of 300 are more than half | 300/500 | 200 180 151 100 | 300: 10 5 5 | decided chosen | a b c | - | -
      invalid ballots were cast: 150 of 300 stays half though only 290 are valid | 300/500 | 200 180 150 100 | 300: 0 0 10 | partlyDecided seatsLeft | a b | - | c d
      exactly half of the electors took part: no election | 250/500 | 200 180 160 100 | 250: 10 5 5 | notDecided quorumNotMet | - | - | -
      251 of 500 electors took part | 251/500 | 200 180 160 100 | 251: 10 5 5 | decided chosen | a b c | - | -
      the third seat is shared by two above half: nobody draws lots | 300/500 | 200 180 160 160 | 300: 10 5 5 | partlyDecided tied | a b | c d | c d
      two seats are shared by three | 300/500 | 200 160 160 160 | 300: 10 5 5 | partlyDecided tied | a | b c d | b c d
      all four have as many votes: nobody is chosen | 300/500 | 170 170 170 170 | 300: 10 5 5 | notDecided tied | - | a b c d | a b c d
      a tie above the line is no tie: both are chosen | 300/500 | 200 200 160 100 | 300: 10 5 5 | decided chosen | a b c | - | -
      a tie below half is no claim to the seat: both stand again | 300/500 | 200 180 140 140 | 300: 10 5 5 | partlyDecided seatsLeft | a b | - | c d
      one is chosen, two seats are left, the next three stand again | 300/500 | 200 140 130 120 | 300: 10 5 5 | partlyDecided seatsLeft | a | - | b c d
      nobody reaches half: all seats are voted on again | 300/500 | 140 130 120 110 | 300: 10 5 5 | notDecided noOptionReachedBar | - | - | a b c d
      of five the fifth need not stand again for one seat | 300/500 | 200 180 90 80 70 | 300: 10 5 5 | partlyDecided seatsLeft | a b | - | c d
      but does with as many votes as the fourth | 300/500 | 200 180 90 70 70 | 300: 10 5 5 | partlyDecided seatsLeft | a b | - | c d e
      most ballots agree with nobody; what the Act leaves is another round | 300/500 | 60 50 20 10 | 300: 190 20 5 | notDecided noneAgreed | - | - | a b c d
      nobody got a single vote: candidates are named anew, not the same again | 300/500 | 0 0 0 0 | 300: 290 5 5 | notDecided noneAgreed | - | - | -
      all abstain | 300/500 | 0 0 0 0 | 300: 0 300 0 | notDecided noOptionReachedBar | - | - | -
      all ballots invalid | 300/500 | 0 0 0 0 | 300: 0 0 300 | notDecided noOptionReachedBar | - | - | -
      the box is empty | 300/500 | 0 0 0 0 | 0: 0 0 0 | cannotBeCounted nothingToCount | - | - | -
      nobody is on the roll of electors | 0/0 | 0 0 0 0 | 0: 0 0 0 | cannotBeCounted nothingToCount | - | - | -
      more ballots than took part | 299/500 | 200 180 160 120 | 300: 10 5 5 | cannotBeCounted figuresContradict | - | - | -
      more took part than there are electors | 501/500 | 200 180 160 120 | 300: 10 5 5 | cannotBeCounted figuresContradict | - | - | -
      more marks than three on each ballot | 300/500 | 280 280 280 1 | 300: 10 5 5 | cannotBeCounted figuresContradict | - | - | -
      three marks on each ballot and no more | 300/500 | 280 280 279 1 | 300: 10 5 5 | decided chosen | a b c | - | -
      a candidate with more votes than ballots that name anyone | 300/500 | 281 100 100 100 | 300: 10 5 5 | cannotBeCounted figuresContradict | - | - | -
      fewer marks than ballots that mark someone | 300/500 | 100 100 50 29 | 300: 10 5 5 | cannotBeCounted figuresContradict | - | - | -
      as many marks as ballots that mark someone | 300/500 | 151 100 20 9 | 300: 10 5 5 | partlyDecided seatsLeft | a | - | b c d
      more invalid ballots than ballots | 300/500 | 0 0 0 0 | 10: 0 0 11 | cannotBeCounted figuresContradict | - | - | -
      均不同意, 弃权 and 无效 together are more than the box holds | 300/500 | 0 0 0 0 | 300: 150 100 51 | cannotBeCounted figuresContradict | - | - | -
    `,
  },
  {
    article: byRepresentatives,
    rule: ruleOf(byRepresentatives, moreThanTwoThirds, moreThanHalfOfCast, 1, aThirdOrMore),
    rows: `
      exactly two thirds of the representatives: 超过 demands one more | 40/60 | 30 10 | 40: 0 0 0 | notDecided quorumNotMet | - | - | -
      one more than two thirds | 41/60 | 30 11 | 41: 0 0 0 | decided chosen | a | - | -
      of 50 representatives 34 exceed two thirds | 34/50 | 18 16 | 34: 0 0 0 | decided chosen | a | - | -
      of 50 representatives 33 do not | 33/50 | 33 0 | 33: 0 0 0 | notDecided quorumNotMet | - | - | -
      21 of 41 ballots are more than half | 41/60 | 21 20 | 41: 0 0 0 | decided chosen | a | - | -
      21 of 42 are not, both stand again | 42/60 | 21 21 | 42: 0 0 0 | notDecided noOptionReachedBar | - | - | a b
      three candidates, the third stays behind | 45/60 | 20 15 8 | 45: 1 1 0 | notDecided noOptionReachedBar | - | - | a b
      one candidate without a rival reaches half | 45/60 | 40 | 45: 5 0 0 | decided chosen | a | - | -
      one candidate without a rival does not | 45/60 | 20 | 45: 25 0 0 | notDecided noneAgreed | - | - | a
    `,
  },
  {
    article: secondRound,
    rule: ruleOf(secondRound, MORE_THAN_HALF, { bar: aThirdOrMore, base: "cast" }, 1, aThirdOrMore),
    rows: `
      the first in the run-off with exactly a third of the ballots | 300/500 | 100 90 | 300: 60 40 10 | decided chosen | a | - | -
      one fewer than a third | 300/500 | 99 90 | 300: 61 40 10 | notDecided noOptionReachedBar | - | - | a b
      of a hundred ballots 34 are a third or more | 100/180 | 34 33 | 100: 20 10 3 | decided chosen | a | - | -
      of a hundred ballots 33 are not | 100/180 | 33 32 | 100: 20 10 5 | notDecided noOptionReachedBar | - | - | a b
      both reach a third, the one with more votes is chosen | 300/500 | 149 151 | 300: 0 0 0 | decided chosen | b | - | -
      both have as many: a tie again | 300/500 | 150 150 | 300: 0 0 0 | notDecided tied | - | a b | a b
      more ballots agree with nobody than with the first: the Act asks for a third, no more | 300/500 | 100 10 | 300: 190 0 0 | decided chosen | a | - | -
    `,
  },
  {
    article: site,
    rule: ruleOf(site, TWO_THIRDS_OR_MORE, { bar: MORE_THAN_HALF, base: "present" }, 1),
    rows: `
      two places for the bins, seven of twelve for the first | 12/18 | 7 3 | 12: 2 0 0 | decided chosen | a | - | -
      six of twelve are half | 12/18 | 6 4 | 12: 2 0 0 | notDecided noOptionReachedBar | - | - | -
      six to six | 12/18 | 6 6 | 12: 0 0 0 | notDecided noOptionReachedBar | - | - | -
      seven of twelve want neither place: the ballot lets them say so | 12/18 | 3 2 | 12: 7 0 0 | notDecided noneAgreed | - | - | -
      six of twelve want neither: no majority for that either | 12/18 | 4 2 | 12: 6 0 0 | notDecided noOptionReachedBar | - | - | -
      the most votes of three without half | 12/18 | 5 4 3 | 12: 0 0 0 | notDecided noOptionReachedBar | - | - | -
      whoever came and hands in nothing stays in the base | 12/18 | 6 0 | 6: 0 0 0 | notDecided noOptionReachedBar | - | - | -
      eleven of eighteen came | 11/18 | 11 0 | 11: 0 0 0 | notDecided quorumNotMet | - | - | -
      all abstain | 12/18 | 0 0 | 12: 0 12 0 | notDecided noOptionReachedBar | - | - | -
      one mark each: eleven marks on ten ballots | 12/18 | 7 4 | 10: 0 0 0 | cannotBeCounted figuresContradict | - | - | -
      one mark each: nine marks on ten ballots | 12/18 | 6 3 | 10: 0 0 0 | cannotBeCounted figuresContradict | - | - | -
    `,
  },
  {
    article: "本社区议事规则：有效票过半数选定两项",
    rule: ruleOf("本社区议事规则：有效票过半数选定两项", null, { bar: MORE_THAN_HALF, base: "valid" }, 2),
    rows: `
      two of four wishes, invalid ballots left out of the base | 20/30 | 9 8 3 2 | 20: 1 1 6 | decided chosen | a b | - | -
      均不同意 and 弃权 are valid and weigh in the base | 20/30 | 8 7 3 2 | 20: 4 2 4 | notDecided noOptionReachedBar | - | - | -
      only one reaches half, and no run-off is granted | 20/30 | 9 8 3 2 | 20: 2 2 4 | partlyDecided seatsLeft | a | - | -
      two share the second place and wait | 20/30 | 10 9 9 0 | 20: 1 1 4 | partlyDecided tied | a | b c | -
      two share the first place, both are in | 20/30 | 9 9 3 2 | 20: 1 1 4 | decided chosen | a b | - | -
      only invalid ballots: no valid ballot to take a share of | 20/30 | 0 0 0 0 | 20: 0 0 20 | cannotBeCounted nothingToCount | - | - | -
      as many options as places: both still need their half | 20/30 | 12 9 | 20: 1 1 0 | partlyDecided seatsLeft | a | - | -
      more places than options: one place stays empty | 20/30 | 12 | 20: 4 4 0 | partlyDecided seatsLeft | a | - | -
    `,
  },
  {
    article: leader,
    rule: ruleOf(leader, null, moreThanHalfOfCast, 1),
    rows: `
      a leader of the staircase by eleven of twenty households | 20/36 | 11 7 | 20: 1 1 0 | decided chosen | a | - | -
      ten of twenty | 20/36 | 10 8 | 20: 1 1 0 | notDecided noOptionReachedBar | - | - | -
      nobody came to the yard | 0/36 | 0 0 | 0: 0 0 0 | cannotBeCounted nothingToCount | - | - | -
    `,
  },
  {
    article: "本社区议事规则：全体代表过半数选定",
    rule: ruleOf("本社区议事规则：全体代表过半数选定", null, { bar: MORE_THAN_HALF, base: "members" }, 1),
    rows: `
      eight of fifteen members | 10/15 | 8 2 | 10: 0 0 0 | decided chosen | a | - | -
      seven of fifteen members, though of ten who came | 10/15 | 7 3 | 10: 0 0 0 | notDecided noOptionReachedBar | - | - | -
      eight of fifteen members want none of them | 10/15 | 1 1 | 10: 8 0 0 | notDecided noneAgreed | - | - | -
    `,
  },
]

export const optionCases: OptionCase[] = sections.flatMap(({ article, rule, rows }) =>
  rows
    .trim()
    .split("\n")
    .map(row => readRow(row, article, rule)),
)

function listOf(text: string): string[] {
  return text === "-" ? [] : text.split(" ")
}

function readRow(row: string, article: string, rule: OptionsRule): OptionCase {
  const parts = row.split(" | ").map(part => part.trim())
  const [sentence = "", came = "", votes = "", box = "", result = "", chosen = "", tied = "", again = ""] = parts
  const [present, entitled] = came.split("/").map(Number)
  const [, cast, none, abstain, invalid] = (/^(\d+): (\d+) (\d+) (\d+)$/.exec(box) ?? []).map(Number)
  const [outcome, reason] = result.split(" ")
  if (parts.length !== 8 || cast === undefined || entitled === undefined) throw new Error(`not a case: ${row}`)
  const numbers = votes.split(" ").map(Number)
  const keys = numbers.map((_, at) => "abcde"[at]!)
  return {
    sentence,
    article,
    rule,
    keys,
    attendance: { present: present!, entitled },
    counts: {
      votes: Object.fromEntries(keys.map((key, at) => [key, numbers[at]!])),
      cast,
      none: none!,
      abstain: abstain!,
      invalid: invalid!,
    },
    outcome: outcome as OptionsDecision["outcome"],
    reason: reason as OptionsDecision["reason"],
    chosen: listOf(chosen),
    tied: listOf(tied),
    runOffAmong: listOf(again),
  }
}
