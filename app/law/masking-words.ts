import type { Span } from "./masking-text"

export type FoundRoom = Span & { building: string }

const number = "[0-9]{1,4}|[一二三四五六七八九十百]{1,4}|[A-Za-z]"
const building = `(?:${number})\\s*(?:号楼|栋|幢|座|号(?=\\s*[0-9]{3,4}\\s*室))`
const unit = `(?:${number})\\s*(?:单元|门|梯)`
const spokenRoom = "[一二三四五六七八九]{1,2}[零〇][一二三四五六七八九]"
const room = `[0-9]{3,4}[A-Za-z]?|${spokenRoom}|[一二三四五六七八九零〇]{3,4}(?=室|房|户|号)`
const link = "\\s*[-—–,，]?\\s*"
// 3号楼120户 is a count, 3号楼201 and 3号楼201室 are somebody's door.
const noCount =
  "(?![0-9]|[-—–./][0-9]{1,2}[-—–./][0-9]|\\s*(?:多|余)?(?:户|人|票|米|元|个|盏|平|㎡|m|天|年|月|日|组|辆|棵|台|次|块|根|%|％|万|件|张))"
/** 201、202和203室: the doors after the first are read with it. */
const more = `(?:\\s*[、,，和及/]\\s*(?:[0-9]{3,4}[A-Za-z]?)(?:\\s*(?:室|房)|${noCount}))*`
const side = `(?:${number})\\s*[楼层]\\s*[东西南北中左右](?:边|侧|面)?户`

const patterns = [
  // 12栋二单元301室, 12栋2单元301, 12栋二单元301户
  new RegExp(`(${building})${link}${unit}${link}(?:${room})(?:\\s*(?:号房|室|房|户|号))?(?![0-9])${more}`, "g"),
  // 3号楼2单元五楼东户
  new RegExp(`(${building})${link}(?:${unit}${link})?${side}`, "g"),
  // 12幢3-501
  new RegExp(`(${building})\\s*[0-9]{1,2}\\s*[-—–]\\s*[0-9]{3,4}(?:\\s*(?:室|房|户|号))?(?![0-9])`, "g"),
  // 5号楼201, 5号楼201室
  new RegExp(`(${building})${link}(?:${room})(?:\\s*(?:号房|室|房|号)|${noCount})${more}`, "g"),
]
const dashed =
  /(?<![0-9][-—–.]?|第)([0-9]{1,3})\s*[-—–]\s*[0-9]{1,2}\s*[-—–]\s*[0-9]{3,4}(?:\s*(?:室|房|户|号))?(?![0-9]|[-—–.][0-9])/g
/** 3-501室, 3-501业主; without such a word two numbers and a dash may be anything. */
const dashedShort =
  /(?<![0-9][-—–.]?|第)([0-9]{1,3})\s*[-—–]\s*[0-9]{3,4}(?:\s*(?:室|房)|(?=\s*的?(?:业主|住户|居民|户主|家)))(?![0-9])/g
const bare = new RegExp(
  `(?<![0-9栋幢座])(?:${unit}${link})?(?:${room})\\s*室(?!\\S?厅)|${unit}${link}(?:[0-9]{3,4})(?:户|号)?(?![0-9])`,
  "g",
)
/** 党群服务中心二楼201室: a public room. */
const publicRoom =
  /(中心|居委会|服务站|驿站|活动室|议事厅|学校|医院|办公楼)([一二三四五六七八九十0-9]{1,3}(楼|层))?\s*$/

/** Doors of dwellings in a folded text, the longest reading first; `building` is what may stay, empty where none is said. */
export function findRooms(text: string): FoundRoom[] {
  const found: FoundRoom[] = []
  const add = (from: number, match: string, kept: string) => {
    const one = { from, to: from + match.length, building: kept }
    if (!found.some(other => one.from < other.to && other.from < one.to)) found.push(one)
  }
  for (const pattern of patterns)
    for (const { index, 0: match, 1: kept } of text.matchAll(pattern)) add(index, match, kept!.replace(/\s/g, ""))
  for (const pattern of [dashed, dashedShort])
    for (const { index, 0: match, 1: kept } of text.matchAll(pattern)) add(index, match, `${kept}栋`)
  for (const { index, 0: match } of text.matchAll(bare))
    if (!publicRoom.test(text.slice(0, index))) add(index, match, "")
  return found
}

const ailments =
  "癌症|癌|肿瘤|白血病|尿毒症|糖尿病|高血压|心脏病|冠心病|脑梗|脑出血|中风|精神病|精神分裂|精神障碍|抑郁|残疾|残障|" +
  "瘫痪|偏瘫|截肢|失明|聋哑|智障|自闭|艾滋|乙肝|肺结核|传染病|癫痫|老年痴呆|痴呆|阿尔茨海默|帕金森|骨折|" +
  "住院(?![部楼])|手术|化疗|透析|怀孕|流产|失能|重病|大病|患病|生病|病重|病危|病逝|(?<![弊毛通虫防治除])病(?![虫害媒])"
const ailment = new RegExp(
  "(?:因为?|身患|患有|患上|患|得了|得过|确诊(?:为|患)?|查出(?:患有?)?|突发|做了?|正在|正|长期|曾经?|有)?" +
    "(?:严重|轻度|重度|先天性?|慢性|急性|晚期|早期|[一二三四1-4]级|肢体|视力|听力|智力|精神|下肢|上肢|双目|半身|[肝肺胃肠肾乳脑骨]){0,2}" +
    `(?:${ailments})(?:${ailments}|[症病]|晚期|早期|中期|后遗症|术后|治疗|卧床|在床|多年|[一二三四1-4]级|患者)*`,
  "g",
)
const publicService = /^(残疾|残障)(人|者)?(通道|坡道|设施|车位|停车位|联合会|卫生间|厕所|扶手|专用)/
/** Somebody is spoken of, also where no name is known: 王阿姨, 李先生, 他母亲. */
const somebody =
  /[\p{Script=Han}](?:女士|先生|阿姨|大爷|大妈|大娘|奶奶|爷爷|叔叔|婆婆|老伯|师傅|某)|母亲|父亲|老伴|丈夫|妻子|儿子|女儿|孙子|孙女|家属|本人|(?:独居|孤寡|失独|[一这那][位名])老人|(?<!其)[他她]/u

/** What is said of somebody's health, in the sentences that speak of a person; `persons` are names and doors found before. */
export function findHealth(text: string, persons: readonly Span[]): Span[] {
  const found: Span[] = []
  for (const { index, 0: sentence } of text.matchAll(/[^。！？；\n]+/g)) {
    const isAbout = somebody.test(sentence) || persons.some(one => one.from < index + sentence.length && index < one.to)
    if (!isAbout) continue
    for (const { index: at, 0: phrase } of sentence.matchAll(ailment))
      if (!publicService.test(sentence.slice(at))) found.push({ from: index + at, to: index + at + phrase.length })
  }
  return found
}
