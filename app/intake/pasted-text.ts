import { addDays, type CivilDate } from "~/law/civil-date"
import { readDateText } from "~/registry/date-text"

/** What could be found in a pasted chat; "" and null are "not found". Nothing is guessed beyond what stands there. */
export type PastedIssue = {
  content: string
  reporterName: string
  phone: string
  reportedOn: CivilDate | null
  place: string
  /** Everyone who spoke, first to last; more than one means that others joined in or answered. */
  speakers: string[]
}

const DAY =
  "(?:(?:\\d{4}|\\d{2})[-/.年])?\\d{1,2}[-/.月]\\d{1,2}日?|今天|昨天|前天|星期[一二三四五六日天]|周[一二三四五六日天]"
const TIME = "(?:凌晨|早上|上午|中午|下午|晚上)?\\s*\\d{1,2}[:：]\\d{2}(?:[:：]\\d{2})?"
const WHEN = `(?:(?<day>${DAY})\\s*)?(?:${TIME})?`

const timeAlone = new RegExp(`^${WHEN}$`)

// The ways in which chat programs write who spoke and when, before or on the line above the words.
const openings = [
  // [甲一 10月9日 18:02] 7栋楼道灯坏了
  new RegExp(`^[\\[【](?<name>[^\\]】]*?)[,，\\s]*(?<when>${WHEN})\\s*[\\]】][:：]?\\s*(?<words>.*)$`),
  // 2026-10-09 18:02:11 甲一(10001)
  new RegExp(
    `^(?<when>(?<day>${DAY})\\s*${TIME})\\s+(?<name>[^:：(（\\s]{1,20})(?:[(（<][^)）>]*[)）>])?\\s*[:：]?\\s*(?<words>)$`,
  ),
  // 甲一 10月9日 18:02 on a line of its own
  new RegExp(
    `^(?<name>[^:：]{1,20}?)[\\s(（]+(?<when>(?:(?<day>${DAY})\\s*)?${TIME})\\s*[)）]?\\s*[:：]?\\s*(?<words>)$`,
  ),
  // 甲一 10月9日 18:02: 7栋楼道灯坏了
  new RegExp(
    `^(?<name>[^:：]{1,20}?)[\\s(（]+(?<when>(?:(?<day>${DAY})\\s*)?${TIME})\\s*[)）]?\\s*[:：]\\s*(?<words>.+)$`,
  ),
  // 甲一: 7栋楼道灯坏了
  /^(?<name>[\p{Letter}\p{Number}·\-—_@]{1,10})[:：]\s*(?<words>.*)$/u,
]

// Labels that end in a colon too, and are no one's name.
const LABELS =
  /^(地点|地址|位置|电话|手机|联系电话|联系方式|姓名|反映人|时间|日期|问题|内容|诉求|情况|备注|网格|原因|建议|如下|转发|回复)/
const NOISE =
  /^(\[?(图片|表情|语音|视频|动画表情|文件|链接)\]?|[—–\-_=*]{3,}.*|以下为新消息|.*撤回了一条消息|.*加入了?群聊|.*邀请.*加入了?群聊)$/

const MOBILE = /(?<!\d)(?:\+?86[\s-]?)?(1[3-9]\d)[\s-]?(\d{4})[\s-]?(\d{4})(?!\d)/
const LANDLINE = /(?<!\d)(0\d{2,3})[\s-]?(\d{7,8})(?!\d)/

type Line = { name: string; day: string; words: string }

/** Draft fields from chat text pasted into the form: who spoke, when, where, a telephone, and the words themselves. */
export function readPastedText(text: string, today: CivilDate): PastedIssue {
  const given = text
    .normalize("NFC")
    .replace(/[\u200b\u2060\ufeff\u2005]/g, " ")
    .split(/\r\n?|\n/)
    .map(line => line.trim())
  const lines = joinNameAndTime(given).map(readLine)
  const speakers = [...new Set(lines.map(line => line.name).filter(name => name !== ""))]
  const day = lines.map(line => line.day).find(word => word !== "") ?? ""
  const words = lines
    .map(line => line.words.trim())
    .filter(line => line !== "")
    .join("\n")
  const phone = findPhone(words) || findPhone(text)
  const content = withoutPhones(words)
  return {
    content,
    reporterName: labelled(words, "反映人|姓名|联系人") || ownName(words) || cleanName(speakers[0] ?? ""),
    phone,
    reportedOn: readDay(day, today),
    place: labelled(words, "地点|地址|位置") || findPlace(content),
    speakers,
  }
}

/** Some programs put the name on one line and the time on the next. */
function joinNameAndTime(lines: string[]): string[] {
  const joined: string[] = []
  for (const line of lines) {
    const above = joined.at(-1) ?? ""
    if (
      timeAlone.test(line) &&
      line !== "" &&
      /^[\p{Letter}\p{Number}·\-—_]{1,12}$/u.test(above) &&
      !timeAlone.test(above)
    ) {
      joined[joined.length - 1] = `${above} ${line}`
    } else joined.push(line)
  }
  return joined
}

function readLine(line: string): Line {
  // A day between two rules, or alone, stands over the messages of that day.
  const alone = timeAlone.exec(line.replace(/^[—–\-_=\s]+|[—–\-_=\s]+$/g, ""))
  if (alone && line !== "") return { name: "", day: alone.groups?.day ?? "", words: "" }
  if (NOISE.test(line)) return { name: "", day: "", words: "" }
  for (const opening of openings) {
    const found = opening.exec(line)?.groups
    if (!found) continue
    const name = (found.name ?? "").trim()
    // 【通知】 and [急] are words, not who spoke: brackets name someone only together with a time.
    if (name === "" || (found.when !== undefined && found.when.trim() === "")) continue
    if (LABELS.test(name) || timeAlone.test(name)) break
    return { name, day: found.day ?? "", words: found.words ?? "" }
  }
  return { name: "", day: "", words: line }
}

/** A nickname in a group often carries the home and the telephone: 7-2-301甲一, 甲一（13900000001）. */
function cleanName(name: string): string {
  const bare = name
    .replace(MOBILE, "")
    .replace(/[(（][^)）]*[)）]/g, "")
    .replace(/^@/, "")
    .replace(/^\d+[-—\d]*(?:号楼|栋|幢|座)?[-—\d]*(?:单元)?[-—\d]*(?:室|号)?\s*/, "")
    .trim()
  return bare === "" ? name : bare
}

/** 我是7栋的甲一, unless what follows is only a role. */
function ownName(words: string): string {
  const name = /我(?:是|叫|姓名)(?:[^，。,\s]{0,20}的)?(\p{Script=Han}{2,4})(?=[，,。！!\s]|$)/u.exec(words)?.[1] ?? ""
  return /业主|居民|住户|租户|邻居|党员|网格|志愿|代表|群众|家长|老人|物业|社区/.test(name) ? "" : name
}

function findPhone(text: string): string {
  const mobile = MOBILE.exec(text)
  if (mobile) return `${mobile[1]}${mobile[2]}${mobile[3]}`
  const landline = LANDLINE.exec(text)
  return landline ? `${landline[1]}-${landline[2]}` : ""
}

/** The telephone has its own field: in the content it would be printed and hung up with it. */
function withoutPhones(words: string): string {
  const wrapped = (number: RegExp) =>
    new RegExp(
      `[，,。;；\\s]*[(（]?(?:我?的?(?:联系)?(?:电话|手机|方式)(?:是|号|号码)?[:：]?\\s*)?(?:${number.source})[)）]?`,
      "g",
    )
  return words.replace(wrapped(MOBILE), "").replace(wrapped(LANDLINE), "").trim()
}

function labelled(words: string, labels: string): string {
  return new RegExp(`(?:^|[\\s，。；])(?:${labels})[:：]\\s*([^\\s，。；,;]{1,40})`).exec(words)?.[1] ?? ""
}

const PLACE_PARTS = [
  // 银杏家园7栋2单元301室, 7号楼楼道
  /(?:[\p{Script=Han}]{2,8}(?:小区|家园|花园|新村|佳苑|公寓|里|苑|城|府))?\s*[\d一二三四五六七八九十]+\s*(?:号楼|栋|幢|座)(?:\s*[\d一二三四五六七八九十]+\s*(?:单元|门栋|门))?(?:\s*\d+\s*(?:室|号|楼|层)|-?\d{3,4}(?!\d))?/u,
  /[\p{Script=Han}]{2,8}?(?:小区|家园|花园|新村|佳苑|公寓)(?:[东南西北正后]门)?/u,
  /[\p{Script=Han}]{1,6}?(?:路|街|巷|胡同)(?:\d+号|口|与[\p{Script=Han}]{1,6}?(?:路|街)(?:交叉)?口)?/u,
  /(?:小区)?(?:[东南西北正后]门|广场|车库|停车场|活动室|凉亭|游园)/u,
]

function findPlace(content: string): string {
  for (const part of PLACE_PARTS) {
    const found = part.exec(content)?.[0]
    if (found)
      return found.replace(/\s+/g, "").replace(/^(?:我们|我家|我|咱们|咱|在|住在?|是|的|反映|麻烦看看|请问|和|跟)+/, "")
  }
  return ""
}

const WEEKDAYS = "日一二三四五六"

/** 今天, 昨天 and 星期三 are counted back from the day of pasting, as the chat program showed them. */
function readDay(word: string, today: CivilDate): CivilDate | null {
  if (word === "") return null
  const back = ["今天", "昨天", "前天"].indexOf(word)
  if (back >= 0) return addDays(today, -back)
  const weekday = WEEKDAYS.indexOf(word.slice(-1).replace("天", "日"))
  if (/^(星期|周)/.test(word)) {
    const todays = new Date(`${today}T00:00:00Z`).getUTCDay()
    return addDays(today, -((todays - weekday + 7) % 7))
  }
  const read = readDateText(word, today)
  return read.ok && read.value <= today ? read.value : null
}
