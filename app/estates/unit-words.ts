import type { AreaSource, UnitHolding, UnitKind } from "#db/schema/estates"
import { readChineseNumber } from "~/registry/chinese-digits"
import { buildingKey } from "./rules"

const plain = (text: string) => text.normalize("NFKC").replace(/\s+/g, "")

/** 住宅, 商业用房, 地下车位 …; what nobody knows is 其他. Null when the cell is empty. */
export function kindOf(text: string): UnitKind | null {
  const word = plain(text)
  if (word === "") return null
  if (/车位|车库|停车/.test(word)) return "parking"
  if (/储|杂物|地下室|仓/.test(word)) return "storage"
  if (/商|铺|店|门面|营业|门市/.test(word)) return "shop"
  return /住|居|公寓|别墅/.test(word) ? "home" : "other"
}

/** Null when the cell is empty; undefined when it cannot be understood. */
export function areaSourceOf(text: string): AreaSource | null | undefined {
  const word = plain(text)
  if (word === "") return null
  if (/合同|预测|预售/.test(word)) return "contract"
  if (/实测|测绘/.test(word)) return "survey"
  return /登记|产权|不动产|房产证|证/.test(word) ? "register" : undefined
}

/** Null when the cell is empty; undefined when it cannot be understood. */
export function holdingOf(text: string): UnitHolding | null | undefined {
  const word = plain(text)
  if (word === "") return null
  if (/^(未售|未出售|待售|未销售|空置未售|开发商(自持|持有)?)$/.test(word)) return "unsold"
  if (/未交付|未交房|没交|未交|^否$/.test(word)) return "soldUndelivered"
  return /交付|已交|交房|入住|装修|自住|出租|空置|已售|^是$/.test(word) ? "owned" : undefined
}

/** 12, 12#, 十二 are written 12栋, as most walls have it; what says more of itself stays. */
export function buildingName(text: string): string {
  const word = plain(text)
  const bare = word.replace(/#$/, "")
  return readChineseNumber(bare) !== null || /^[A-Za-z]$/.test(bare) ? `${bare}栋` : word
}

const wholeAddress = /^(.{1,10}?(?:号楼|栋|幢|座))(.+)$/
const threeNumbers = /^(\d{1,4})[-—–](\d{1,2})[-—–](\d{2,5}.*)$/

/** The building and the room of a cell that says both: 12栋2单元102室, 12-2-102. Null when it does not. */
export function splitAddress(text: string): { building: string; room: string } | null {
  const word = plain(text)
  const parts = wholeAddress.exec(word)
  if (parts) return { building: parts[1]!, room: parts[2]! }
  const numbers = threeNumbers.exec(word)
  return numbers ? { building: numbers[1]!, room: `${numbers[2]}-${numbers[3]}` } : null
}

/** 二单元 and 102 are 二单元102室; a room that names its building or its 单元 already is not named twice. */
export function unitLabel(building: string, entrance: string, room: string): string {
  const split = splitAddress(room)
  const own = split && buildingKey(split.building) === buildingKey(building) ? split.room : plain(room)
  const withRoom = /^[A-Za-z]?\d{1,5}[A-Za-z]?$/.test(own) ? `${own}室` : own
  const gate = plain(entrance)
  if (gate === "" || own.includes("单元") || /^\d{1,2}[-—–]\d/.test(own)) return withRoom
  return `${gate.replace(/(单元)?$/, "单元")}${withRoom}`
}

/** Names in one cell: 甲一、乙二 or 甲一 乙二; 甲 一 is one name. Signs for nobody are left out. */
export function namesIn(text: string): string[] {
  const word = text.normalize("NFC").trim()
  const spaced = word.split(/\s+/)
  const isList =
    spaced.length > 1 && spaced.every(piece => [...piece].length > 1) && /^\p{Script=Han}+$/u.test(spaced.join(""))
  return word
    .split(isList ? /[、，,;；/\s]+/ : /[、，,;；/\n]+/)
    .map(name => name.trim())
    .filter(name => name !== "" && !/^([-—–/\\.。]+|无|暂无|不详|未知|空置|空|没有)$/.test(name))
}

/** Whether a name is an organization's. */
export const isOrganizationName = (name: string): boolean =>
  /公司|集团|有限|委员会|居委会|合作社|银行|管理处|学校|医院|中心$|办事处|.{3}[局厂社]$/.test(plain(name))

/** The shares in one cell: 1/2、1/2, or 各50%; words for 共同共有 and sole owners are no shares. */
export function sharesIn(text: string, owners: number): string[] {
  const word = text.normalize("NFKC").replace(/\s+/g, "")
  if (word === "" || /^(共同共有|单独所有|单独|独有|按份共有|房屋单独所有|[-—]+|无)$/.test(word)) return []
  const each = /^各(?:占|自)?(.+)$/.exec(word)
  if (each) return Array.from({ length: owners }, () => each[1]!)
  return word.split(/[、,;；，和]+/).filter(Boolean)
}
