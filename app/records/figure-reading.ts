/**
 * Finds in worded text the figures of votes and attendance, and nothing else that is counted: 12个车位 is no vote. Pure;
 * what is found is measured against the record in figure-rules.ts.
 */

/** What a figure counts. */
export const figureKinds = [
  "for",
  "against",
  "abstain",
  "invalid",
  "silent",
  "recused",
  "cast",
  "issued",
  "valid",
  "present",
  "attending",
  "entitled",
  "excused",
  "absent",
  "observers",
] as const
export type FigureKind = (typeof figureKinds)[number]

/** Words by which each kind is called, the longer ones first: 不同意 is not 同意. */
const words: Record<FigureKind, string> = {
  against: "反对|不同意|不赞成|均不同意",
  for: "赞成|同意|支持",
  abstain: "弃权",
  invalid: "无效|废票",
  silent: "未表决|未投票|未投|没有投票|没有表决",
  recused: "回避",
  cast: "投票|参加表决|参与表决|收回",
  issued: "发出|发放",
  valid: "有效",
  present: "实到|到会",
  attending: "出席|与会",
  entitled: "应到|应出席|应参会",
  excused: "请假",
  absent: "缺席|未到",
  observers: "列席",
}

const labels = Object.entries(words) as [FigureKind, string][]
const anyLabel = labels.map(([, alternatives]) => alternatives).join("|")

const figure = "([0-9]{1,6}|[零〇一二两三四五六七八九十百千万]{1,9})"
/** After which a count of heads is the name of something else: 12人小组, 三人以上. */
const notOfSomething = "(?!小组|专班|队|组|班|团|以上|以下|以内|多|间|座|桌|制|委员会|份|次)"
const unit = `(票|人|名|位|张)${notOfSomething}`
/** Whose heads they are. */
const whose = "(?:居民|党员|物业|业主|业委会|政协|与会)?(?:代表|委员|人员|成员|党员|居民|业主)?"
/** One category of them is not all of them. */
const category = /(居民|党员|物业|业委会|政协|业主|部门|共建)(代表|委员|人员|成员)?/
const endsInCategory = new RegExp(`(${category.source}|其中)(中|里|有|的)?$`)
/** Between a word and its number: 赞成票数为12票, 应到会代表15人. */
const between = `(?:表决票|选票|纸质票|意见|会议|会|的)?${whose}(?:的)?(?:人数|票数|票|人)?(?:共计|合计|总计|共有|共|为|是|有|得|达)?[：:]?\\s*`
/** Verbs govern objects: 同意3人轮流值守 counts no votes, so that after them the figure must end its clause. */
const end =
  '(?=$|[，。；、！？：,;!?）)”"\\s]|票|占|反对|弃权|赞成|同意|不同意|通过|的?(?:结果|意见|决定)|该|本|这|此|上述|以上)'
const endOfBare = `(?=$|[。；;！？）)\\n]|[，、,]?\\s*(?:${anyLabel}|$))`

export type TypedFigure = {
  kind: FigureKind
  value: number
  /** 票 is counted of votes alone; 人 also of opinions. Empty where no unit stands. */
  unit: "票" | "人" | ""
  /** Of some of them only: 8名党员代表赞成. */
  isPart: boolean
  /** As it was typed: 赞成12票. */
  typed: string
  /** Position in the text as it was given. */
  at: number
}

type Pattern = { kind: FigureKind; pattern: RegExp; number: number; unit: number | null }

const before = "(?<![不未没均])"
/** 几十人, 第12人, 2/3人 and 每3人 count nothing that was recorded. */
const alone = "(?<![0-9零〇一二两三四五六七八九十百千万.．/／第每各几数近约余多分之年月日号:：])(?<!一[人户])"

const patterns: Pattern[] = labels.flatMap(([kind, alternatives]) => [
  // 赞成12票, 应到15人
  {
    kind,
    pattern: new RegExp(`${before}(?:${alternatives})${between}${figure}${unit}${isVerb(kind) ? end : ""}`, "g"),
    number: 1,
    unit: 2,
  },
  // 赞成12，反对2
  {
    kind,
    pattern: new RegExp(`${before}(?:${alternatives})(?:票数|票|人数)?(?:为)?[：:]?\\s*([0-9]{1,6})${endOfBare}`, "g"),
    number: 1,
    unit: null,
  },
  // 12票赞成, 八名代表同意
  {
    kind,
    pattern: new RegExp(
      `${alone}${figure}${unit}${whose}(?:表示|投了?|都)?${before}(?:${alternatives})${kind === "for" ? "(?!票?反对)" : ""}${endAfterLabel(kind)}`,
      "g",
    ),
    number: 1,
    unit: 2,
  },
])

function isVerb(kind: FigureKind): boolean {
  return ["for", "against", "cast", "issued", "valid"].includes(kind)
}

/** 12人到会参加活动 is said of the meeting, 12人同意参加活动 of an errand. */
function endAfterLabel(kind: FigureKind): string {
  return isVerb(kind) ? `(?:票)?${end}` : ""
}

/** 以12票通过, 获12票赞成通过: of those in favour. */
const carried = new RegExp(`${alone}${figure}票(?:的?(?:多数|结果))?(?:获得?|得以|表决)?通过`, "g")
/** 7票对2票, 7票比2票: both sides at once. */
const versus = new RegExp(`${alone}${figure}票(?:对|比)${figure}票`, "g")

/** Full-width figures and signs as plain ones, each in its place: the positions stay. */
export const plainFigures = (text: string): string =>
  text.replace(/[！-～]/g, one => (/[０-９％．／：]/.test(one) ? String.fromCharCode(one.charCodeAt(0) - 0xfee0) : one))

/** Every figure of votes and attendance that stands in a text, in its order. */
export function findFigures(text: string): TypedFigure[] {
  const plain = plainFigures(text)
  const found: TypedFigure[] = []
  const add = (kind: FigureKind, number: string, unitWord: string, typed: string, at: number) => {
    const value = readNumber(number)
    if (value === null) return
    const name = unitWord === "" ? "" : unitWord === "票" || unitWord === "张" ? "票" : "人"
    const isPart = category.test(typed) || endsInCategory.test(plain.slice(Math.max(0, at - 12), at))
    found.push({ kind, value, unit: name, isPart, typed: text.slice(at, at + typed.length).trim(), at })
  }
  for (const { kind, pattern, number, unit: unitAt } of patterns)
    for (const match of plain.matchAll(pattern))
      add(kind, match[number]!, unitAt === null ? "" : match[unitAt]!, match[0], match.index)
  for (const match of plain.matchAll(carried)) add("for", match[1]!, "票", match[0], match.index)
  for (const match of plain.matchAll(versus)) {
    add("for", match[1]!, "票", match[0], match.index)
    add("against", match[2]!, "票", match[0], match.index)
  }
  // 赞成7票反对2票: what two patterns both found counts once, the longer one.
  return found
    .toSorted((a, b) => a.at - b.at || b.typed.length - a.typed.length)
    .filter(
      (one, index, all) =>
        !all.some(
          (other, at) =>
            at < index && other.kind === one.kind && other.at <= one.at && one.at < other.at + other.typed.length,
        ),
    )
}

const digits = new Map([..."零一二三四五六七八九"].map((digit, value) => [digit, value]))
digits.set("〇", 0)
digits.set("两", 2)
const places = new Map([
  ["十", 10],
  ["百", 100],
  ["千", 1000],
])

/** 12, 十二, 一百零五, 二〇: null of what is no one number (二三, 十多). */
export function readNumber(text: string): number | null {
  if (/^[0-9]+$/.test(text)) return Number(text)
  if (/^[零〇一二三四五六七八九]{2,}$/.test(text))
    // 一〇五 is spelt out; 二三 means two or three.
    return /[零〇]/.test(text) ? Number([...text].map(one => digits.get(one)).join("")) : null
  const [high, low, ...rest] = text.split("万")
  if (rest.length > 0) return null
  if (low === undefined) return readUnderTenThousand(text)
  const [upper, lower] = [readUnderTenThousand(high ?? ""), low === "" ? 0 : readUnderTenThousand(low)]
  return upper === null || lower === null ? null : upper * 10_000 + lower
}

function readUnderTenThousand(text: string): number | null {
  let total = 0
  let digit: number | null = null
  let last = 10_000
  for (const one of text) {
    const place = places.get(one)
    if (place === undefined) {
      const value = digits.get(one)
      if (value === undefined || (digit !== null && digit !== 0)) return null
      digit = value
      continue
    }
    if (place >= last || (digit === null && place !== 10)) return null
    total += (digit ?? 1) * place
    last = place
    digit = null
  }
  return text === "" ? null : total + (digit ?? 0)
}
