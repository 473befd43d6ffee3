import type { OwnersReason, SilenceMode } from "~/law/owners-vote"
import type { OwnersClass } from "./owners-cases"

export type Group = "for" | "against" | "abstain" | "invalid" | "silent" | "undelivered"
/** So many papers that say this, each with so much area in cm². */
export type Papers = readonly [group: Group, heads: number, areaEach: number]
export type InvalidMode = "notParticipating" | "participating"

export type PapersCase = {
  article: string
  name: string
  cls: OwnersClass
  silence: SilenceMode
  invalid: InvalidMode
  papers: readonly Papers[]
  /** By the returned papers alone. */
  strict: OwnersReason
  /** By the estate's rule: what counts. */
  reason: OwnersReason
  hangsOnInvalid: boolean
}

type Numbers = Partial<Record<Group, number>>
/** Everyone owns 100 m², so heads and area say the same. */
const alike = (numbers: Numbers): Papers[] =>
  (Object.entries(numbers) as [Group, number][]).map(([group, heads]) => [group, heads, 1_000_000])

const code = "民法典278第2款"
const strictly = (
  name: string,
  papers: readonly Papers[],
  reason: OwnersReason,
  more: { invalid?: InvalidMode; hangs?: true; cls?: OwnersClass } = {},
): PapersCase => ({
  article: code,
  name,
  cls: more.cls ?? "B",
  silence: "notParticipating",
  invalid: more.invalid ?? "notParticipating",
  papers,
  strict: reason,
  reason,
  hangsOnInvalid: more.hangs ?? false,
})
const bySilence =
  (silence: SilenceMode, article: string) =>
  (
    name: string,
    papers: readonly Papers[],
    [strict, reason]: readonly [strict: OwnersReason, byRule: OwnersReason],
    more: { invalid?: InvalidMode; hangs?: true; cls?: OwnersClass } = {},
  ): PapersCase => ({
    article,
    name,
    cls: more.cls ?? "B",
    silence,
    invalid: more.invalid ?? "notParticipating",
    papers,
    strict,
    reason,
    hangsOnInvalid: more.hangs ?? false,
  })
const majority = bySilence("withMajority", "业主大会议事规则，参照2009指导规则26(2)")
const abstaining = bySilence("abstain", "业主大会议事规则")

// Of 60 owners 40 must take part; of 40 more than 20 must agree, or 30 in class A.
export const returnedCases: PapersCase[] = [
  strictly("21 of 40 returned papers agree", alike({ for: 21, against: 19, silent: 20 }), "agreed"),
  strictly("20 against 20 is a tie and does not pass", alike({ for: 20, against: 20, silent: 20 }), "notEnoughAgreed"),
  strictly("everyone abstains: all took part, nobody agrees", alike({ abstain: 60 }), "notEnoughAgreed"),
  strictly(
    "an abstention takes part and weighs against",
    alike({ for: 20, abstain: 20, silent: 20 }),
    "notEnoughAgreed",
  ),
  strictly("21 agree, 19 abstain, nobody objects", alike({ for: 21, abstain: 19, silent: 20 }), "agreed"),
  strictly("abstentions make up the two thirds", alike({ for: 39, abstain: 1, silent: 20 }), "agreed"),
  strictly("no paper came back", alike({ silent: 60 }), "tooFewTookPart"),
  strictly("no paper was delivered", alike({ undelivered: 60 }), "tooFewTookPart"),
  strictly("39 papers came back", alike({ for: 39, silent: 21 }), "tooFewTookPart"),
  strictly("what was not delivered stays in the whole", alike({ for: 39, undelivered: 21 }), "tooFewTookPart"),
  strictly("the roll is empty", [], "nothingToCount"),
  strictly("everyone agrees", alike({ for: 60 }), "agreed"),
  strictly("everyone refuses", alike({ against: 60 }), "notEnoughAgreed"),
  strictly("exactly three quarters agree to a major matter", alike({ for: 30, against: 10, silent: 20 }), "agreed", {
    cls: "A",
  }),
  strictly("one fewer than three quarters", alike({ for: 29, against: 11, silent: 20 }), "notEnoughAgreed", {
    cls: "A",
  }),
  // 40 heads of 60, but 40 of 240 m².
  strictly(
    "the silent own most of the area",
    [
      ["for", 40, 10_000],
      ["silent", 20, 100_000],
    ],
    "tooFewTookPart",
  ),
  // 21 heads of 30 took part; 1000 of 1011 m² agree, but 10 of 21 heads.
  strictly(
    "the owners of nearly all the area are outvoted by heads",
    [
      ["for", 10, 1_000_000],
      ["against", 11, 10_000],
      ["silent", 9, 10_000],
    ],
    "notEnoughAgreed",
  ),
  // 20 of 21 heads agree, with 20 of 1020 m².
  strictly(
    "the many small owners are outvoted by area",
    [
      ["for", 20, 10_000],
      ["against", 1, 10_000_000],
      ["silent", 9, 10_000],
    ],
    "notEnoughAgreed",
  ),
  strictly("paper 40 is invalid and does not take part", alike({ for: 39, invalid: 1, silent: 20 }), "tooFewTookPart", {
    hangs: true,
  }),
  strictly("paper 40 is invalid and takes part: 39 of 40", alike({ for: 39, invalid: 1, silent: 20 }), "agreed", {
    invalid: "participating",
    hangs: true,
  }),
  strictly(
    "with an invalid paper half agree, without it too few took part",
    alike({ for: 20, against: 19, invalid: 1, silent: 20 }),
    "notEnoughAgreed",
    { invalid: "participating" },
  ),
  strictly(
    "invalid papers that take part make 21 of 42",
    alike({ for: 21, against: 19, invalid: 2, silent: 18 }),
    "notEnoughAgreed",
    { invalid: "participating", hangs: true },
  ),
  strictly(
    "invalid papers that do not leave 21 of 40",
    alike({ for: 21, against: 19, invalid: 2, silent: 18 }),
    "agreed",
    { hangs: true },
  ),
  strictly("all papers are invalid and none takes part", alike({ invalid: 60 }), "tooFewTookPart"),
  strictly("all papers are invalid and all take part", alike({ invalid: 60 }), "notEnoughAgreed", {
    invalid: "participating",
  }),
  strictly("an invalid paper that changes nothing is not made much of", alike({ for: 50, invalid: 10 }), "agreed"),
]

export const majorityCases: PapersCase[] = [
  // domain.md 1.e, 闵行 case 2: 995 + 1071 = 2066 agree of 995 + 27 + 125 + 1071 = 2218; 1147 of 2261 without the clause.
  majority(
    "闵行 2021, 2261 votes: passed by the clause, too few without it",
    alike({ for: 995, against: 27, abstain: 125, silent: 1071, undelivered: 43 }),
    ["tooFewTookPart", "agreed"],
  ),
  // Case 1: 703 of 1291 came back, 417 agree; 417 + 584 = 1001 of 1287. That the other 286 refuse is the worst reading.
  majority(
    "闵行 2021, 1291 votes: 703 came back, and only the clause carries it",
    alike({ for: 417, against: 286, silent: 584, undelivered: 4 }),
    ["tooFewTookPart", "agreed"],
  ),
  majority(
    "闵行, 1291 votes, as a major matter: 4004 ≥ 3861",
    alike({ for: 417, against: 286, silent: 584, undelivered: 4 }),
    ["tooFewTookPart", "agreed"],
    { cls: "A" },
  ),
  majority("the majority refuses, and silence joins it", alike({ for: 10, against: 20, silent: 30 }), [
    "tooFewTookPart",
    "notEnoughAgreed",
  ]),
  majority("a tie has no majority to join", alike({ for: 15, against: 15, silent: 30 }), [
    "tooFewTookPart",
    "tooFewTookPart",
  ]),
  majority("most abstained: there is no side to join", alike({ for: 10, against: 5, abstain: 15, silent: 30 }), [
    "tooFewTookPart",
    "tooFewTookPart",
  ]),
  majority("as many abstain as agree: no majority", alike({ for: 14, against: 12, abstain: 14, silent: 20 }), [
    "notEnoughAgreed",
    "notEnoughAgreed",
  ]),
  majority(
    "heads say yes, area says no",
    [
      ["for", 20, 10_000],
      ["against", 10, 50_000],
      ["silent", 30, 10_000],
    ],
    ["tooFewTookPart", "tooFewTookPart"],
  ),
  majority(
    "heads say yes, area is a tie",
    [
      ["for", 20, 10_000],
      ["against", 10, 20_000],
      ["silent", 30, 10_000],
    ],
    ["tooFewTookPart", "tooFewTookPart"],
  ),
  majority(
    "heads are a tie, area says yes",
    [
      ["for", 15, 20_000],
      ["against", 15, 10_000],
      ["silent", 30, 10_000],
    ],
    ["tooFewTookPart", "tooFewTookPart"],
  ),
  majority("what was never delivered joins nobody", alike({ for: 20, undelivered: 40 }), [
    "tooFewTookPart",
    "tooFewTookPart",
  ]),
  majority("20 agree and 20 delivered papers join them: 40 of 40", alike({ for: 20, silent: 20, undelivered: 20 }), [
    "tooFewTookPart",
    "agreed",
  ]),
  majority("one delivered paper too few for two thirds", alike({ for: 20, silent: 19, undelivered: 21 }), [
    "tooFewTookPart",
    "tooFewTookPart",
  ]),
  majority("everything came back, so there is no silence to add", alike({ for: 40, against: 20 }), [
    "agreed",
    "agreed",
  ]),
  majority("nothing came back, so there is no majority", alike({ silent: 60 }), ["tooFewTookPart", "tooFewTookPart"]),
  majority(
    "with the silent 26 of 40 agree: not three quarters",
    alike({ for: 20, against: 14, silent: 6, undelivered: 20 }),
    ["tooFewTookPart", "notEnoughAgreed"],
    { cls: "A" },
  ),
  majority(
    "with the silent exactly 30 of 40 agree",
    alike({ for: 20, against: 10, silent: 10, undelivered: 20 }),
    ["tooFewTookPart", "agreed"],
    { cls: "A" },
  ),
  majority("what passes strictly passes by the clause", alike({ for: 30, against: 12, silent: 18 }), [
    "agreed",
    "agreed",
  ]),
  majority(
    "28 of 40 fall short strictly, 48 of 60 by the clause",
    alike({ for: 28, against: 12, silent: 20 }),
    ["notEnoughAgreed", "agreed"],
    { cls: "A" },
  ),
  majority(
    "14 lead 13 and 13, so the lead is a majority of no more than a third",
    alike({ for: 14, against: 13, abstain: 13, silent: 20 }),
    ["notEnoughAgreed", "agreed"],
  ),
  // Took part: 20 + 10 + 10 of 60, and 30 of those 40 agree; without the invalid ones 30 of 60 took part.
  majority(
    "invalid papers carry the turnout beside the silent",
    alike({ for: 20, invalid: 10, silent: 10, undelivered: 20 }),
    ["tooFewTookPart", "agreed"],
    { invalid: "participating", hangs: true },
  ),
  // 35 of 40 heads and 1520 of 1525 m² agree, 40 of 60 and 1525 of 1545 took part.
  majority(
    "the silent bring most of the area",
    [
      ["for", 20, 10_000],
      ["against", 5, 10_000],
      ["silent", 15, 1_000_000],
      ["undelivered", 20, 10_000],
    ],
    ["tooFewTookPart", "agreed"],
  ),
  majority("the roll is empty", [], ["nothingToCount", "nothingToCount"]),
]

export const abstainingCases: PapersCase[] = [
  abstaining(
    "21 agree, 19 delivered papers are abstentions: 21 of 40",
    alike({ for: 21, silent: 19, undelivered: 20 }),
    ["tooFewTookPart", "agreed"],
  ),
  abstaining("20 of 40 is half", alike({ for: 20, silent: 20, undelivered: 20 }), [
    "tooFewTookPart",
    "notEnoughAgreed",
  ]),
  abstaining("40 agree, 20 are silent", alike({ for: 40, silent: 20 }), ["agreed", "agreed"]),
  abstaining(
    "silence brings down what passes strictly: 25 of 40, then 25 of 60",
    alike({ for: 25, against: 15, silent: 20 }),
    ["agreed", "notEnoughAgreed"],
  ),
  abstaining(
    "and in a major matter: 30 of 40, then 30 of 60",
    alike({ for: 30, against: 10, silent: 20 }),
    ["agreed", "notEnoughAgreed"],
    { cls: "A" },
  ),
  abstaining("what was never delivered does not abstain", alike({ undelivered: 60 }), [
    "tooFewTookPart",
    "tooFewTookPart",
  ]),
  abstaining("all were reached and all are silent", alike({ silent: 60 }), ["tooFewTookPart", "notEnoughAgreed"]),
  abstaining(
    "exactly three quarters beside the silent",
    alike({ for: 30, silent: 10, undelivered: 20 }),
    ["tooFewTookPart", "agreed"],
    { cls: "A" },
  ),
  abstaining(
    "one fewer beside the silent",
    alike({ for: 29, silent: 11, undelivered: 20 }),
    ["tooFewTookPart", "notEnoughAgreed"],
    { cls: "A" },
  ),
  abstaining("one delivered paper too few for two thirds", alike({ for: 21, silent: 18, undelivered: 21 }), [
    "tooFewTookPart",
    "tooFewTookPart",
  ]),
  abstaining(
    "either reading of the invalid paper fails, so nothing hangs on it",
    alike({ for: 20, silent: 19, invalid: 1, undelivered: 20 }),
    ["tooFewTookPart", "tooFewTookPart"],
  ),
  abstaining(
    "the invalid paper would be the fortieth",
    alike({ for: 21, silent: 18, invalid: 1, undelivered: 20 }),
    ["tooFewTookPart", "tooFewTookPart"],
    { hangs: true },
  ),
  abstaining("no silence, nothing changes", alike({ for: 31, against: 29 }), ["agreed", "agreed"]),
]
