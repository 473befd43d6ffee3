import type { OwnersReason } from "~/law/owners-vote"

/** A: matters (6)–(8) of 民法典278, three quarters or more must agree. B: all others, more than half. */
export type OwnersClass = "A" | "B"
/** In heads, or in cm². */
export type Axis = readonly [agreeing: number, participating: number, whole: number]
export type FiguresCase = {
  article: string
  name: string
  cls: OwnersClass
  heads: Axis
  area: Axis
  reason: OwnersReason
}

const took = "民法典278第2款第1句"
const major = "民法典278第2款第2句"
const ordinary = "民法典278第2款第3句"
const half = (cls: OwnersClass) => (cls === "A" ? major : ordinary)

/** The other axis as good as it can be, so that only this one decides. */
const all = [900, 900, 900] as const

/** So many of so many took part by heads; all of them agree. */
const turnout = (name: string, part: number, whole: number, reason: OwnersReason): FiguresCase => ({
  article: took,
  name,
  cls: "B",
  heads: [part, part, whole],
  area: all,
  reason,
})
/** So many of those who took part agree by heads; all took part. */
const heads = (name: string, cls: OwnersClass, yes: number, part: number, reason: OwnersReason): FiguresCase => ({
  article: half(cls),
  name,
  cls,
  heads: [yes, part, part],
  area: all,
  reason,
})
const turnoutByArea = (name: string, part: number, whole: number, reason: OwnersReason): FiguresCase => ({
  article: took,
  name,
  cls: "B",
  heads: [9, 9, 9],
  area: [part, part, whole],
  reason,
})
const area = (name: string, cls: OwnersClass, yes: number, part: number, reason: OwnersReason): FiguresCase => ({
  article: half(cls),
  name,
  cls,
  heads: [9, 9, 9],
  area: [yes, part, part],
  reason,
})
const figures = (
  article: string,
  name: string,
  cls: OwnersClass,
  byHeads: Axis,
  byArea: Axis,
  reason: OwnersReason,
): FiguresCase => ({ article, name, cls, heads: byHeads, area: byArea, reason })

// The least number is 2N/3 rounded up: three times it is at least twice N, three times one fewer is not.
export const turnoutCases: FiguresCase[] = [
  turnout("the only owner took part", 1, 1, "agreed"),
  turnout("the only owner did not", 0, 1, "tooFewTookPart"),
  turnout("two of two", 2, 2, "agreed"),
  turnout("one of two is half: 3 < 4", 1, 2, "tooFewTookPart"),
  turnout("two of three is exactly two thirds", 2, 3, "agreed"),
  turnout("one of three", 1, 3, "tooFewTookPart"),
  turnout("three of four: 9 ≥ 8", 3, 4, "agreed"),
  turnout("two of four: 6 < 8", 2, 4, "tooFewTookPart"),
  turnout("four of five: 12 ≥ 10", 4, 5, "agreed"),
  turnout("three of five: 9 < 10", 3, 5, "tooFewTookPart"),
  turnout("four of six is exactly two thirds", 4, 6, "agreed"),
  turnout("three of six", 3, 6, "tooFewTookPart"),
  turnout("five of seven: 15 ≥ 14", 5, 7, "agreed"),
  turnout("four of seven: 12 < 14", 4, 7, "tooFewTookPart"),
  turnout("six of eight: 18 ≥ 16", 6, 8, "agreed"),
  turnout("five of eight: 15 < 16", 5, 8, "tooFewTookPart"),
  turnout("seven of ten: 21 ≥ 20", 7, 10, "agreed"),
  turnout("six of ten: 18 < 20", 6, 10, "tooFewTookPart"),
  turnout("eight of eleven: 24 ≥ 22", 8, 11, "agreed"),
  turnout("seven of eleven: 21 < 22", 7, 11, "tooFewTookPart"),
  turnout("eight of twelve is exactly two thirds", 8, 12, "agreed"),
  turnout("seven of twelve", 7, 12, "tooFewTookPart"),
  turnout("20 of 30 is exactly two thirds", 20, 30, "agreed"),
  turnout("19 of 30", 19, 30, "tooFewTookPart"),
  turnout("40 of 60 is exactly two thirds", 40, 60, "agreed"),
  turnout("39 of 60 is one fewer", 39, 60, "tooFewTookPart"),
  turnout("66 of 99 is exactly two thirds", 66, 99, "agreed"),
  turnout("65 of 99", 65, 99, "tooFewTookPart"),
  turnout("67 of 100: 201 ≥ 200", 67, 100, "agreed"),
  turnout("66 of 100: 198 < 200", 66, 100, "tooFewTookPart"),
  turnout("68 of 101: 204 ≥ 202", 68, 101, "agreed"),
  turnout("67 of 101: 201 < 202", 67, 101, "tooFewTookPart"),
  turnout("96 of 144 is exactly two thirds", 96, 144, "agreed"),
  turnout("95 of 144", 95, 144, "tooFewTookPart"),
  turnout("667 of 1000: 2001 ≥ 2000", 667, 1000, "agreed"),
  turnout("666 of 1000 is 66.6 percent, and 1998 < 2000", 666, 1000, "tooFewTookPart"),
  turnout("861 of 1291: 2583 ≥ 2582", 861, 1291, "agreed"),
  turnout("860 of 1291: 2580 < 2582", 860, 1291, "tooFewTookPart"),
  turnout("1508 of 2261: 4524 ≥ 4522", 1508, 2261, "agreed"),
  turnout("1507 of 2261 is 66.65 percent, and 4521 < 4522", 1507, 2261, "tooFewTookPart"),
  turnout("13334 of 20000: 40002 ≥ 40000", 13_334, 20_000, "agreed"),
  turnout("13333 of 20000 is 66.67 percent on paper, and 39999 < 40000", 13_333, 20_000, "tooFewTookPart"),
]

// 过半数 is floor(P/2)+1; 四分之三以上 is 3P/4 rounded up.
export const agreementCases: FiguresCase[] = [
  heads("the only one who took part agrees", "B", 1, 1, "agreed"),
  heads("the only one who took part does not", "B", 0, 1, "notEnoughAgreed"),
  heads("one of two is half and not more", "B", 1, 2, "notEnoughAgreed"),
  heads("two of two", "B", 2, 2, "agreed"),
  heads("two of three", "B", 2, 3, "agreed"),
  heads("one of three", "B", 1, 3, "notEnoughAgreed"),
  heads("two of four is exactly half", "B", 2, 4, "notEnoughAgreed"),
  heads("three of four", "B", 3, 4, "agreed"),
  heads("20 of 40 is exactly half", "B", 20, 40, "notEnoughAgreed"),
  heads("21 of 40 is half and one", "B", 21, 40, "agreed"),
  heads("33 of 67 is the smaller half", "B", 33, 67, "notEnoughAgreed"),
  heads("34 of 67 is the larger half: 68 > 67", "B", 34, 67, "agreed"),
  heads("48 of 96 is exactly half", "B", 48, 96, "notEnoughAgreed"),
  heads("49 of 96", "B", 49, 96, "agreed"),
  heads("430 of 861: 860 < 861", "B", 430, 861, "notEnoughAgreed"),
  heads("431 of 861: 862 > 861", "B", 431, 861, "agreed"),
  heads("573 of 1147: 1146 < 1147", "B", 573, 1147, "notEnoughAgreed"),
  heads("574 of 1147: 1148 > 1147", "B", 574, 1147, "agreed"),
  heads("754 of 1508 is exactly half", "B", 754, 1508, "notEnoughAgreed"),
  heads("755 of 1508", "B", 755, 1508, "agreed"),
  heads("nobody of 40 agrees", "B", 0, 40, "notEnoughAgreed"),
  heads("everybody of 40 agrees", "B", 40, 40, "agreed"),
  heads("the only one who took part agrees to a major matter", "A", 1, 1, "agreed"),
  heads("one of two: 4 < 6", "A", 1, 2, "notEnoughAgreed"),
  heads("two of two agree to a major matter", "A", 2, 2, "agreed"),
  heads("two of three is two thirds and not three quarters: 8 < 9", "A", 2, 3, "notEnoughAgreed"),
  heads("three of three agree to a major matter", "A", 3, 3, "agreed"),
  heads("three of four is exactly three quarters", "A", 3, 4, "agreed"),
  heads("two of four is more than nothing and less than three quarters", "A", 2, 4, "notEnoughAgreed"),
  heads("three of five: 12 < 15", "A", 3, 5, "notEnoughAgreed"),
  heads("four of five: 16 ≥ 15", "A", 4, 5, "agreed"),
  heads("six of eight is exactly three quarters", "A", 6, 8, "agreed"),
  heads("five of eight", "A", 5, 8, "notEnoughAgreed"),
  heads("30 of 40 is exactly three quarters", "A", 30, 40, "agreed"),
  heads("29 of 40 is one fewer", "A", 29, 40, "notEnoughAgreed"),
  heads("50 of 67: 200 < 201", "A", 50, 67, "notEnoughAgreed"),
  heads("51 of 67: 204 ≥ 201", "A", 51, 67, "agreed"),
  heads("72 of 96 is exactly three quarters", "A", 72, 96, "agreed"),
  heads("71 of 96", "A", 71, 96, "notEnoughAgreed"),
  heads("75 of 100 is exactly three quarters", "A", 75, 100, "agreed"),
  heads("74 of 100", "A", 74, 100, "notEnoughAgreed"),
  heads("645 of 861: 2580 < 2583", "A", 645, 861, "notEnoughAgreed"),
  heads("646 of 861: 2584 ≥ 2583", "A", 646, 861, "agreed"),
  heads("860 of 1147 is 74.98 percent, and 3440 < 3441", "A", 860, 1147, "notEnoughAgreed"),
  heads("861 of 1147: 3444 ≥ 3441", "A", 861, 1147, "agreed"),
  heads("1131 of 1508 is exactly three quarters", "A", 1131, 1508, "agreed"),
  heads("1130 of 1508", "A", 1130, 1508, "notEnoughAgreed"),
  heads("more than half is not enough for a major matter", "A", 21, 40, "notEnoughAgreed"),
]

// cm² throughout: 5120.5 m² is 51205000.
export const areaCases: FiguresCase[] = [
  turnoutByArea("one of one square centimetre", 1, 1, "agreed"),
  turnoutByArea("none of one square centimetre", 0, 1, "tooFewTookPart"),
  turnoutByArea("two of three square centimetres is exactly two thirds", 2, 3, "agreed"),
  turnoutByArea("1722 of 2583 is exactly two thirds: 5166 = 5166", 1722, 2583, "agreed"),
  turnoutByArea("1721 of 2583: 5163 < 5166", 1721, 2583, "tooFewTookPart"),
  turnoutByArea("1722 of 2582: 5166 ≥ 5164", 1722, 2582, "agreed"),
  turnoutByArea("1721 of 2582 is 66.65 percent: 5163 < 5164", 1721, 2582, "tooFewTookPart"),
  turnoutByArea("656867 of 985300 (98.53 m²): 1970601 ≥ 1970600", 656_867, 985_300, "agreed"),
  turnoutByArea("656866 of 985300: 1970598 < 1970600", 656_866, 985_300, "tooFewTookPart"),
  turnoutByArea("666666 of 1000000 is 66.6666 percent: 1999998 < 2000000", 666_666, 1_000_000, "tooFewTookPart"),
  turnoutByArea("666667 of 1000000: 2000001 ≥ 2000000", 666_667, 1_000_000, "agreed"),
  turnoutByArea("6666666 of 10000000 is 66.67 percent when rounded, and too little", 6_666_666, 1e7, "tooFewTookPart"),
  turnoutByArea("6666667 of 10000000", 6_666_667, 10_000_000, "agreed"),
  turnoutByArea("3413.6666 of 5120.5 m²: 102409998 < 102410000", 34_136_666, 51_205_000, "tooFewTookPart"),
  turnoutByArea("3413.6667 of 5120.5 m²: 102410001 ≥ 102410000", 34_136_667, 51_205_000, "agreed"),
  turnoutByArea(
    "exactly two thirds of an area whose double is beyond 2^53",
    6_004_799_503_160_660,
    9_007_199_254_740_990,
    "agreed",
  ),
  turnoutByArea(
    "a square centimetre less than two thirds of it",
    6_004_799_503_160_659,
    9_007_199_254_740_990,
    "tooFewTookPart",
  ),
  area("1000 of 2000 is exactly half", "B", 1000, 2000, "notEnoughAgreed"),
  area("1001 of 2000", "B", 1001, 2000, "agreed"),
  area("1000 of 2001 is the smaller half", "B", 1000, 2001, "notEnoughAgreed"),
  area("1001 of 2001 is the larger half", "B", 1001, 2001, "agreed"),
  area("17068333 of 34136667: 34136666 < 34136667", "B", 17_068_333, 34_136_667, "notEnoughAgreed"),
  area("17068334 of 34136667: 34136668 > 34136667", "B", 17_068_334, 34_136_667, "agreed"),
  area("exactly half of an area near 2^53", "B", 4_503_599_627_370_495, 9_007_199_254_740_990, "notEnoughAgreed"),
  area("a square centimetre more than half of it", "B", 4_503_599_627_370_496, 9_007_199_254_740_990, "agreed"),
  area("738975 of 985300 is exactly three quarters", "A", 738_975, 985_300, "agreed"),
  area("738974 of 985300", "A", 738_974, 985_300, "notEnoughAgreed"),
  area("7500000 of 10000001 is 75.00 percent, and 30000000 < 30000003", "A", 7_500_000, 10_000_001, "notEnoughAgreed"),
  area("7500001 of 10000001: 30000004 ≥ 30000003", "A", 7_500_001, 10_000_001, "agreed"),
  // 9007199254740988 / 4 = 2251799813685247, three times that is 6755399441055741.
  area("exactly three quarters of an area near 2^53", "A", 6_755_399_441_055_741, 9_007_199_254_740_988, "agreed"),
  area("a square centimetre less", "A", 6_755_399_441_055_740, 9_007_199_254_740_988, "notEnoughAgreed"),
]

// Heads and area are two conditions each: either of them alone brings the decision down.
export const twoAxesCases: FiguresCase[] = [
  figures(took, "enough heads, too little area took part", "B", [40, 40, 60], [39, 39, 60], "tooFewTookPart"),
  figures(took, "enough area, too few heads took part", "B", [39, 39, 60], [40, 40, 60], "tooFewTookPart"),
  figures(took, "both exactly at two thirds", "B", [40, 40, 60], [40, 40, 60], "agreed"),
  figures(took, "neither", "B", [39, 39, 60], [39, 39, 60], "tooFewTookPart"),
  figures(
    took,
    "one owner of nearly everything does not make two thirds of the heads",
    "B",
    [1, 1, 10],
    [99, 99, 100],
    "tooFewTookPart",
  ),
  figures(
    took,
    "nine small owners do not make two thirds of the area",
    "B",
    [9, 9, 10],
    [10, 10, 100],
    "tooFewTookPart",
  ),
  figures(ordinary, "a majority of heads, half of the area", "B", [21, 40, 60], [20, 40, 60], "notEnoughAgreed"),
  figures(ordinary, "a majority of area, half of the heads", "B", [20, 40, 60], [21, 40, 60], "notEnoughAgreed"),
  figures(ordinary, "the least majority of both", "B", [21, 40, 60], [21, 40, 60], "agreed"),
  figures(ordinary, "half of both", "B", [20, 40, 60], [20, 40, 60], "notEnoughAgreed"),
  figures(
    major,
    "three quarters of heads, a little less of the area",
    "A",
    [30, 40, 60],
    [29, 40, 60],
    "notEnoughAgreed",
  ),
  figures(major, "three quarters of area, a head too few", "A", [29, 40, 60], [30, 40, 60], "notEnoughAgreed"),
  figures(major, "exactly three quarters of both", "A", [30, 40, 60], [30, 40, 60], "agreed"),
  figures(took, "too few took part, whatever those few say", "B", [39, 39, 60], [60, 60, 60], "tooFewTookPart"),
  figures(
    took,
    "too few took part and most of them refuse: the first fault is named",
    "B",
    [1, 39, 60],
    [1, 39, 60],
    "tooFewTookPart",
  ),
  figures(ordinary, "class B passes where A would not: 29 of 40", "B", [29, 40, 60], [29, 40, 60], "agreed"),
  // 2.1 [calc]: the lowest pass is about a third of all for B, half of all for A.
  figures(
    ordinary,
    "a little over a third of all can pass an ordinary matter",
    "B",
    [21, 40, 60],
    [21, 40, 60],
    "agreed",
  ),
  figures(major, "exactly half of all can pass a major matter", "A", [30, 40, 60], [45, 60, 90], "agreed"),
  // 2.3: bars that are still in print and no longer the law.
  figures(
    "民法典278, not 物业管理条例12",
    "half of the heads took part, which was enough before 2021",
    "B",
    [31, 31, 60],
    [60, 60, 60],
    "tooFewTookPart",
  ),
  figures(
    "民法典278, not 物业管理条例12",
    "less than half of all agree, which was too little before 2021",
    "B",
    [29, 40, 60],
    [29, 40, 60],
    "agreed",
  ),
  figures(
    "民法典278, not 维修资金管理办法22",
    "the fund is used with less than two thirds of all agreeing",
    "B",
    [25, 40, 60],
    [25, 40, 60],
    "agreed",
  ),
]

// A whole of nothing and figures that cannot be true together are never "passed".
export const soundnessCases: FiguresCase[] = [
  figures(
    "民法典278第2款：没有总数就没有占比",
    "0:0, there is nobody in scope",
    "B",
    [0, 0, 0],
    [0, 0, 0],
    "nothingToCount",
  ),
  figures("民法典278第2款：没有总数就没有占比", "0:0 on a major matter", "A", [0, 0, 0], [0, 0, 0], "nothingToCount"),
  figures("民法典278第2款：没有总数就没有占比", "heads without any area", "B", [3, 3, 3], [0, 0, 0], "nothingToCount"),
  figures("民法典278第2款：没有总数就没有占比", "area without any head", "B", [0, 0, 0], [3, 3, 3], "nothingToCount"),
  figures(took, "nobody took part", "B", [0, 0, 60], [0, 0, 60], "tooFewTookPart"),
  figures(took, "nobody took part in a major matter", "A", [0, 0, 60], [0, 0, 60], "tooFewTookPart"),
  figures(took, "heads took part with no area", "B", [40, 40, 60], [0, 0, 60], "tooFewTookPart"),
  figures(
    "民法典278第2款：部分不会多于全部",
    "more heads took part than there are",
    "B",
    [40, 61, 60],
    all,
    "figuresContradict",
  ),
  figures(
    "民法典278第2款：部分不会多于全部",
    "more area took part than there is",
    "B",
    [9, 9, 9],
    [40, 61, 60],
    "figuresContradict",
  ),
  figures(
    "民法典278第2款：部分不会多于全部",
    "more heads agree than took part",
    "B",
    [41, 40, 60],
    all,
    "figuresContradict",
  ),
  figures(
    "民法典278第2款：部分不会多于全部",
    "more area agrees than took part",
    "B",
    [9, 9, 9],
    [41, 40, 60],
    "figuresContradict",
  ),
  figures("民法典278第2款：部分不会多于全部", "one head took part of none", "B", [1, 1, 0], all, "figuresContradict"),
  figures("民法典278第2款：部分不会多于全部", "fewer than nobody agree", "B", [-1, 40, 60], all, "figuresContradict"),
  figures(
    "民法典278第2款：部分不会多于全部",
    "fewer than nobody took part",
    "B",
    [-2, -1, 60],
    all,
    "figuresContradict",
  ),
  figures(
    "民法典278第2款：部分不会多于全部",
    "less than no area agrees",
    "B",
    [9, 9, 9],
    [-1, 40, 60],
    "figuresContradict",
  ),
  figures(
    "民法典278第2款：部分不会多于全部",
    "everything below nought",
    "A",
    [-3, -2, -1],
    [-3, -2, -1],
    "figuresContradict",
  ),
  figures(
    "民法典278第2款：部分不会多于全部",
    "a contradiction comes before the count of who took part",
    "B",
    [1, 1, 60],
    [2, 1, 60],
    "figuresContradict",
  ),
]
