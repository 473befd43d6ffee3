import type { CastingVote, Counts, Decision, DecisionReason, DecisionRule } from "~/law/tally"
import { type Bar, MORE_THAN_HALF, TWO_THIRDS_OR_MORE } from "~/law/threshold"

/**
 * Meetings counted by hand. A row: what it shows | present/entitled, with -n for n recused | for:against:abstain:invalid,
 * with +for or +against for a casting vote | outcome and reason, as the law has them, written down before any program.
 */
export type MeetingCase = {
  sentence: string
  article: string
  rule: DecisionRule
  counts: Counts
  attendance: { present: number; entitled: number; recused: number }
  castingVote: CastingVote | undefined
  outcome: Decision["outcome"]
  reason: DecisionReason
}

const moreThanTwoThirds: Bar = { part: [2, 3], over: true }
const threeQuarters: Bar = { part: [3, 4] }
const half: Bar = { part: [1, 2] }

const quorumOf = (bar: Bar, article: string) => ({ label: "到会人数", bar, article })
const ruleOf = (
  article: string,
  quorum: Bar | null,
  bar: Bar,
  base: DecisionRule["agreement"]["base"],
  tie?: DecisionRule["tie"],
): DecisionRule => ({
  quorum: quorum && quorumOf(quorum, article),
  agreement: { label: "赞成人数", bar, base, article },
  ...(tie ? { tie } : {}),
})

const local = "本社区议事规则"

const sections: { article: string; rule: DecisionRule; rows: string }[] = [
  {
    article: "居委会组织法第二十九条",
    rule: ruleOf("居委会组织法第二十九条", TWO_THIRDS_OR_MORE, MORE_THAN_HALF, "present"),
    rows: `
      exactly two thirds of fifteen came, six of ten agree | 10/15 | 6:4:0:0 | passed agreed
      one fewer than two thirds of fifteen came, all agree | 9/15 | 9:0:0:0 | notPassed quorumNotMet
      exactly two thirds of sixty came | 40/60 | 21:19:0:0 | passed agreed
      one fewer than two thirds of sixty came | 39/60 | 39:0:0:0 | notPassed quorumNotMet
      of a hundred 67 are two thirds or more | 67/100 | 34:33:0:0 | passed agreed
      of a hundred 66 are not, though 66% sounds like two thirds | 66/100 | 66:0:0:0 | notPassed quorumNotMet
      of 144 members 96 are exactly two thirds | 96/144 | 49:47:0:0 | passed agreed
      of 144 members 95 are not | 95/144 | 95:0:0:0 | notPassed quorumNotMet
      half of those present is no 过半数 | 10/15 | 5:5:0:0 | notPassed notEnoughAgreed
      half of those present against nobody is no 过半数 either | 10/15 | 5:0:5:0 | notPassed notEnoughAgreed
      more agree than disagree, but not more than half of those who came | 12/15 | 6:1:5:0 | notPassed notEnoughAgreed
      one more than half of those present | 12/15 | 7:5:0:0 | passed agreed
      an odd number present: six of eleven are more than half | 11/15 | 6:5:0:0 | passed agreed
      an odd number present: five of eleven are not | 11/15 | 5:4:2:0 | notPassed notEnoughAgreed
      whoever came and handed in nothing stays in the base | 11/15 | 5:0:0:0 | notPassed notEnoughAgreed
      six of eleven agree though five say nothing | 11/15 | 6:0:0:0 | passed agreed
      an invalid ballot is someone present who did not agree | 10/15 | 5:4:0:1 | notPassed notEnoughAgreed
      all abstain | 10/15 | 0:0:10:0 | notPassed notEnoughAgreed
      all ballots are invalid | 10/15 | 0:0:0:10 | notPassed notEnoughAgreed
      all are against | 10/15 | 0:10:0:0 | notPassed notEnoughAgreed
      everyone came and agrees | 15/15 | 15:0:0:0 | passed agreed
      0:0 is not passed and not voted down | 10/15 | 0:0:0:0 | cannotBeCounted nothingToCount
      nobody came | 0/15 | 0:0:0:0 | cannotBeCounted nothingToCount
      there is no member at all | 0/0 | 0:0:0:0 | cannotBeCounted nothingToCount
      the only member agrees | 1/1 | 1:0:0:0 | passed agreed
      two members, two thirds of two are two | 1/2 | 1:0:0:0 | notPassed quorumNotMet
      three members, two came, one agrees: half | 2/3 | 1:1:0:0 | notPassed notEnoughAgreed
      eleven ballots of ten people | 10/15 | 7:4:0:0 | cannotBeCounted moreBallotsThanPresent
      one invalid ballot too many | 10/15 | 6:4:0:1 | cannotBeCounted moreBallotsThanPresent
      sixteen present of fifteen members: observers were counted | 16/15 | 9:2:0:0 | cannotBeCounted morePresentThanEntitled
      quorum and agreement both fail: the quorum is told | 9/15 | 1:8:0:0 | notPassed quorumNotMet
      without a quorum and without a ballot nothing was put to the vote | 9/15 | 0:0:0:0 | cannotBeCounted nothingToCount
    `,
  },
  {
    article: "居委会组织法第二十七条",
    rule: ruleOf("居委会组织法第二十七条", MORE_THAN_HALF, MORE_THAN_HALF, "present"),
    rows: `
      half of all residents over eighteen is no 过半数 to meet | 600/1200 | 600:0:0:0 | notPassed quorumNotMet
      one more than half may meet and decide | 601/1200 | 301:300:0:0 | passed agreed
      a half rounded up would let exactly half of an even number meet: it does not | 50/100 | 50:0:0:0 | notPassed quorumNotMet
      of an odd number of households the larger half may meet | 51/101 | 26:25:0:0 | passed agreed
      of an odd number the smaller half may not | 50/101 | 50:0:0:0 | notPassed quorumNotMet
      exactly half of those who came agree | 602/1200 | 301:301:0:0 | notPassed notEnoughAgreed
      one in five, who could call a meeting under the Act of 1989, cannot hold one | 240/1200 | 240:0:0:0 | notPassed quorumNotMet
      the fewest who can decide: 301 of 1200 residents | 601/1200 | 301:0:300:0 | passed agreed
      300 of 1200 cannot | 601/1200 | 300:0:301:0 | notPassed notEnoughAgreed
      a show of hands in which most do not stir | 700/1200 | 340:12:0:0 | notPassed notEnoughAgreed
      300 who say nothing neither help nor hinder 301 who agree | 601/1200 | 301:0:0:0 | passed agreed
      two households, one came | 1/2 | 1:0:0:0 | notPassed quorumNotMet
      two households, both came, one agrees | 2/2 | 1:0:1:0 | notPassed notEnoughAgreed
      two households, both agree | 2/2 | 2:0:0:0 | passed agreed
      all households abstain | 60/100 | 0:0:60:0 | notPassed notEnoughAgreed
    `,
  },
  {
    article: "党员大会审议：三分之二以上党员到会，应到会党员过半数赞成",
    rule: ruleOf(
      "党员大会审议：三分之二以上党员到会，应到会党员过半数赞成",
      TWO_THIRDS_OR_MORE,
      MORE_THAN_HALF,
      "members",
    ),
    rows: `
      of thirty on the roll twenty came and sixteen agree | 20/30 | 16:4:0:0 | passed agreed
      fifteen of thirty agree, three quarters of those present, half of the roll | 20/30 | 15:5:0:0 | notPassed notEnoughAgreed
      nineteen came | 19/30 | 19:0:0:0 | notPassed quorumNotMet
      all who came agree, and that is just more than half of the roll | 20/30 | 20:0:0:0 | passed agreed
      sixteen agree though others abstain | 24/30 | 16:0:8:0 | passed agreed
      a majority of those present is not enough | 22/30 | 12:10:0:0 | notPassed notEnoughAgreed
      of 31 on the roll sixteen are more than half | 21/31 | 16:5:0:0 | passed agreed
      of 31 on the roll 21 are needed to meet, twenty are not enough | 20/31 | 20:0:0:0 | notPassed quorumNotMet
      everyone on the roll abstains | 30/30 | 0:0:30:0 | notPassed notEnoughAgreed
      a tie of the whole roll | 30/30 | 15:15:0:0 | notPassed notEnoughAgreed
      nobody is on the roll | 0/0 | 0:0:0:0 | cannotBeCounted nothingToCount
      three members, two came and agree: two thirds | 2/3 | 2:0:0:0 | passed agreed
    `,
  },
  {
    article: "业委会：过半数委员出席，全体委员过半数同意",
    rule: ruleOf("业委会：过半数委员出席，全体委员过半数同意", MORE_THAN_HALF, MORE_THAN_HALF, "members"),
    rows: `
      of seven four came, all four must agree | 4/7 | 4:0:0:0 | passed agreed
      of seven four came, three agree | 4/7 | 3:1:0:0 | notPassed notEnoughAgreed
      of seven three came | 3/7 | 3:0:0:0 | notPassed quorumNotMet
      of eight four came: half | 4/8 | 4:0:0:0 | notPassed quorumNotMet
      of eight five came and agree | 5/8 | 5:0:0:0 | passed agreed
      of nine all came, five to four | 9/9 | 5:4:0:0 | passed agreed
      of eight all came, four to four | 8/8 | 4:4:0:0 | notPassed notEnoughAgreed
    `,
  },
  {
    article: "本社区议事规则：三分之二以上代表到会，到会代表三分之二以上赞成",
    rule: ruleOf(
      "本社区议事规则：三分之二以上代表到会，到会代表三分之二以上赞成",
      TWO_THIRDS_OR_MORE,
      TWO_THIRDS_OR_MORE,
      "present",
    ),
    rows: `
      eight of twelve are exactly two thirds, 以上 includes the number | 12/15 | 8:4:0:0 | passed agreed
      seven of twelve are not | 12/15 | 7:5:0:0 | notPassed notEnoughAgreed
      twice as many for as against is not two thirds of those who came | 12/15 | 6:3:3:0 | notPassed notEnoughAgreed
      0:0 satisfies "at least twice as many for as against" and passes nothing | 12/15 | 0:0:0:0 | cannotBeCounted nothingToCount
      0:0 beside twelve abstentions passes nothing | 12/15 | 0:0:12:0 | notPassed notEnoughAgreed
      seven of eleven are 63.6% | 11/15 | 7:4:0:0 | notPassed notEnoughAgreed
      eight of eleven are 72.7% | 11/15 | 8:3:0:0 | passed agreed
      ten of ten came where fifteen belong: the quorum is exactly met | 10/15 | 7:3:0:0 | passed agreed
    `,
  },
  {
    article: "本社区议事规则：到会代表超过三分之二赞成",
    rule: ruleOf("本社区议事规则：到会代表超过三分之二赞成", null, moreThanTwoThirds, "present"),
    rows: `
      超过 does not include exactly two thirds (民法典第一千二百五十九条) | 12/15 | 8:4:0:0 | notPassed notEnoughAgreed
      nine of twelve exceed it | 12/15 | 9:3:0:0 | passed agreed
      eight of eleven exceed two thirds without touching it | 11/15 | 8:3:0:0 | passed agreed
      without a quorum rule two people may decide | 2/15 | 2:0:0:0 | passed agreed
    `,
  },
  {
    article: "本社区议事规则：有效票四分之三以上赞成",
    rule: ruleOf("本社区议事规则：有效票四分之三以上赞成", null, threeQuarters, "valid"),
    rows: `
      three quarters exactly | 12/15 | 9:3:0:0 | passed agreed
      one fewer than three quarters | 12/15 | 8:4:0:0 | notPassed notEnoughAgreed
      an abstention is a valid ballot | 12/15 | 8:0:4:0 | notPassed notEnoughAgreed
      invalid ballots are left out of the base | 12/15 | 6:2:0:4 | passed agreed
      only invalid ballots: there is nothing to take a share of | 12/15 | 0:0:0:12 | cannotBeCounted nothingToCount
    `,
  },
  {
    article: "本社区议事规则：赞成超过反对",
    rule: ruleOf("本社区议事规则：赞成超过反对", null, MORE_THAN_HALF, "forAndAgainst"),
    rows: `
      one for, nobody against, the rest abstain | 12/15 | 1:0:11:0 | passed agreed
      one each | 12/15 | 1:1:10:0 | notPassed notEnoughAgreed
      two to one | 12/15 | 2:1:0:0 | passed agreed
      all abstain: nobody took a side | 12/15 | 0:0:12:0 | cannotBeCounted nothingToCount
      0:0 with invalid ballots only | 12/15 | 0:0:0:3 | cannotBeCounted nothingToCount
      more are for than against and abstaining together, which is not asked here | 12/15 | 5:4:3:0 | passed agreed
      four to five | 12/15 | 4:5:3:0 | notPassed notEnoughAgreed
    `,
  },
  {
    article: "本社区议事规则：有效票过半数赞成",
    rule: ruleOf("本社区议事规则：有效票过半数赞成", null, MORE_THAN_HALF, "valid"),
    rows: `
      six of eleven valid ballots | 12/15 | 6:3:2:1 | passed agreed
      five of ten valid ballots | 12/15 | 5:3:2:2 | notPassed notEnoughAgreed
      more for than against, but abstentions are valid | 12/15 | 5:4:3:0 | notPassed notEnoughAgreed
      whoever handed in nothing is not in the base | 12/15 | 3:2:0:0 | passed agreed
      a single valid ballot decides where the rule asks for no more | 12/15 | 1:0:0:11 | passed agreed
    `,
  },
  {
    article: "本社区议事规则：收回票过半数赞成",
    rule: ruleOf("本社区议事规则：收回票过半数赞成", null, MORE_THAN_HALF, "cast"),
    rows: `
      invalid ballots are in the base | 12/15 | 6:3:2:1 | notPassed notEnoughAgreed
      seven of twelve ballots | 12/15 | 7:3:1:1 | passed agreed
      six of eleven ballots, one handed in nothing | 12/15 | 6:3:1:1 | passed agreed
      all ballots invalid: the base is not empty, nobody agreed | 12/15 | 0:0:0:12 | notPassed notEnoughAgreed
      no ballot came back | 12/15 | 0:0:0:0 | cannotBeCounted nothingToCount
    `,
  },
  {
    article: "本社区议事规则：到会代表半数以上赞成",
    rule: ruleOf("本社区议事规则：到会代表半数以上赞成", half, half, "present"),
    rows: `
      半数以上 includes the half, unlike 过半数 | 12/24 | 6:6:0:0 | passed agreed
      one fewer than half agrees | 12/24 | 5:7:0:0 | notPassed notEnoughAgreed
      one fewer than half came | 11/24 | 11:0:0:0 | notPassed quorumNotMet
    `,
  },
  {
    article: "居委会组织法第二十九条，回避",
    rule: ruleOf("居委会组织法第二十九条，回避", TWO_THIRDS_OR_MORE, MORE_THAN_HALF, "present"),
    rows: `
      two recused stay in the quorum: ten of fifteen | 10/15-2 | 6:2:0:0 | passed agreed
      two recused stay in the base: five of ten, not five of eight | 10/15-2 | 5:3:0:0 | notPassed notEnoughAgreed
      everyone who may vote agrees, and it is only half of those present | 10/15-5 | 5:0:0:0 | notPassed notEnoughAgreed
      one of the recused voted all the same | 10/15-2 | 6:3:0:0 | cannotBeCounted moreBallotsThanPresent
      an invalid ballot of a recused person is one too many as well | 10/15-2 | 6:2:0:1 | cannotBeCounted moreBallotsThanPresent
      all present are recused: nothing can be voted on | 10/15-10 | 0:0:0:0 | cannotBeCounted nothingToCount
      more recused than present | 10/15-11 | 0:0:0:0 | cannotBeCounted moreBallotsThanPresent
      whoever is recused cannot make the meeting fail its quorum | 10/15-1 | 9:0:0:0 | passed agreed
      without the recused the quorum would not have been there, and it still is | 10/15-3 | 7:0:0:0 | passed agreed
    `,
  },
  {
    article: `${local}：平票由主持人决定`,
    rule: ruleOf(`${local}：平票由主持人决定`, TWO_THIRDS_OR_MORE, MORE_THAN_HALF, "present", "chairDecides"),
    rows: `
      five to five of ten, the chair has not spoken: not passed | 10/15 | 5:5:0:0 | notPassed notEnoughAgreed
      five to five of ten, the chair decides for it: six of eleven | 10/15 | 5:5:0:0 +for | passed agreed
      five to five of ten, the chair decides against it | 10/15 | 5:5:0:0 +against | notPassed notEnoughAgreed
      five to five of eleven, one abstains: a second vote makes six of twelve, no majority | 11/15 | 5:5:1:0 +for | notPassed notEnoughAgreed
      five to five of eleven, one is silent: the chair speaks for nobody but himself | 11/15 | 5:5:0:0 +for | notPassed notEnoughAgreed
      five to five of eleven, one is recused | 11/15-1 | 5:5:0:0 +for | notPassed notEnoughAgreed
      six to four is no tie, nothing is left to decide | 10/15 | 6:4:0:0 +against | passed agreed
      four to six is no tie, the chair cannot save it | 10/15 | 4:6:0:0 +for | notPassed notEnoughAgreed
      five to four with one abstaining is no tie, though one vote is missing | 10/15 | 5:4:1:0 +for | notPassed notEnoughAgreed
      0:0 is no tie | 10/15 | 0:0:10:0 +for | notPassed notEnoughAgreed
      0:0 without a ballot is no tie either | 10/15 | 0:0:0:0 +for | cannotBeCounted nothingToCount
      a tie without a quorum is not decided by the chair | 8/15 | 4:4:0:0 +for | notPassed quorumNotMet
      a tie among more ballots than people is not decided by the chair | 9/15 | 5:5:0:0 +for | cannotBeCounted moreBallotsThanPresent
      a tie among more people than members is not decided by the chair | 16/15 | 8:8:0:0 +for | cannotBeCounted morePresentThanEntitled
    `,
  },
  {
    article: `${local}：赞成超过反对，平票由主持人决定`,
    rule: ruleOf(`${local}：赞成超过反对，平票由主持人决定`, null, MORE_THAN_HALF, "forAndAgainst", "chairDecides"),
    rows: `
      four to four beside four abstentions is a tie here, and the chair decides it | 12/15 | 4:4:4:0 +for | passed agreed
      one to one, and the chair | 2/15 | 1:1:0:0 +for | passed agreed
      four to four, the chair against it | 12/15 | 4:4:4:0 +against | notPassed notEnoughAgreed
      nobody took a side: the chair alone does not make a decision | 12/15 | 0:0:12:0 +for | cannotBeCounted nothingToCount
    `,
  },
  {
    article: `${local}：三分之二以上赞成，平票由主持人决定`,
    rule: ruleOf(`${local}：三分之二以上赞成，平票由主持人决定`, null, TWO_THIRDS_OR_MORE, "present", "chairDecides"),
    rows: `
      a tie of ten lacks two votes for two thirds: the chair's one does not bring it there | 10/15 | 5:5:0:0 +for | notPassed notEnoughAgreed
    `,
  },
  {
    article: "居委会组织法第二十九条，没有决定票",
    rule: ruleOf("居委会组织法第二十九条，没有决定票", TWO_THIRDS_OR_MORE, MORE_THAN_HALF, "present", "notPassed"),
    rows: `
      the Act grants no casting vote: five to five stays not passed whatever the chair says | 10/15 | 5:5:0:0 +for | notPassed notEnoughAgreed
    `,
  },
]

export const meetingCases: MeetingCase[] = sections.flatMap(({ article, rule, rows }) =>
  rows
    .trim()
    .split("\n")
    .map(row => readRow(row, article, rule)),
)

function readRow(row: string, article: string, rule: DecisionRule): MeetingCase {
  const [sentence = "", came = "", box = "", result = ""] = row.split(" | ").map(part => part.trim())
  const [, present, entitled, recused] = /^(\d+)\/(\d+)(?:-(\d+))?$/.exec(came) ?? []
  const [, yes, no, abstain, invalid, castingVote] = /^(\d+):(\d+):(\d+):(\d+)(?: \+(for|against))?$/.exec(box) ?? []
  const [outcome, reason] = result.split(" ")
  if (present === undefined || yes === undefined || reason === undefined) throw new Error(`not a case: ${row}`)
  return {
    sentence,
    article,
    rule,
    counts: { for: Number(yes), against: Number(no), abstain: Number(abstain), invalid: Number(invalid) },
    attendance: { present: Number(present), entitled: Number(entitled), recused: Number(recused ?? 0) },
    castingVote: castingVote as CastingVote | undefined,
    outcome: outcome as Decision["outcome"],
    reason: reason as DecisionReason,
  }
}
