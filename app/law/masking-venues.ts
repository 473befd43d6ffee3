import { foldText } from "./masking-text"
import { type FoundRoom, findRooms } from "./masking-words"

/**
 * Whether a place where a meeting is held is open to all, is somebody's home, or cannot be told: then a door there is taken
 * for a dwelling's, and whoever looks the sheet over may let it stand.
 */
export type VenueKind = "public" | "home" | "unclear"

/** Words of the register of venues as they may stand in a text: name（address）, a name, an address. */
export type KnownVenue = { words: string; kind: VenueKind }

/** Where the word ends the name, or a floor or a door follows: 中心花园, 医院路 and 公司家属院 are called after one. */
const publicPlace = new RegExp(
  `(?:${[
    "中心|居委会|村委会|业委会|服务站|工作站|驿站|之家|议事[厅室亭]|(?:活动|会议|接待|值班|办公|调解|阅览|图书|培训|多功能)[室厅]",
    "活动站|办公楼|图书馆|书屋|礼堂|讲堂|大厅|门厅|会所|食堂|学校|小学|中学|幼儿园|医院|卫生站|物业|公司|派出所|街道办|架空层",
  ].join("|")})(?=$|[\\s（(，,、内里]|[一二三四五六七八九十0-9]{1,4}(?:楼|层|号|栋|幢|室|单元))`,
  "m",
)
/** 丙三家, 居民家中; not 党员之家, 红管家, 农家书屋, 谢家集. */
const home = /(?<![之管专国大农人])家(?:中|里|门口|院子|院里|庭院|小院|客厅|堂屋|议事|$|[（(，,])|住宅|自宅/m

/** What is known of a venue; `addresses` are where people live, as the register has them. */
export function knownVenue(venue: { name: string; address: string }, addresses: readonly string[]): KnownVenue[] {
  const [name, address] = [venue.name.trim(), venue.address.trim()]
  const kind = kindOf(name, address, addresses)
  // An address that is a door and nothing else is anybody's door where the name does not stand before it.
  const alone = isOnlyDoor(address) ? [] : [address]
  const words = address === "" ? [name] : [`${name}（${address}）`, name, ...alone]
  return words.map(one => ({ words: one, kind }))
}

function isOnlyDoor(address: string): boolean {
  const text = foldText(address).text
  return findRooms(text).some(({ from, to }) => from === 0 && to === text.length)
}

function kindOf(name: string, address: string, addresses: readonly string[]): VenueKind {
  const text = foldText(`${name}\n${address}`).text
  const rooms = findRooms(text)
  if (home.test(text)) return "home"
  if (rooms.length === 0) return "public"
  const doors = rooms.flatMap(room => doorOf(text, room) ?? [])
  if (addresses.some(one => isBehind(one, doors, text))) return "home"
  return publicPlace.test(text) ? "public" : "unclear"
}

type Door = { building: string; room: string }

/** 6号楼2单元101室 and 6栋101 alike: units are often left out. */
function doorOf(text: string, { from, to, building }: FoundRoom): Door | null {
  const room = /[0-9]{3,4}/.exec(text.slice(from + building.length, to))?.[0]
  const number = /^[0-9A-Za-z一二三四五六七八九十百]+/.exec(building)?.[0]
  return room && number ? { building: number, room } : null
}

/** Whether somebody lives behind one of the doors; an estate that is named must be the venue's too. */
function isBehind(address: string, doors: readonly Door[], venue: string): boolean {
  // A register has thousands of addresses: only those with the number of a room are read.
  if (!doors.some(({ room }) => address.includes(room))) return false
  const text = foldText(address).text
  return findRooms(text).some(found => {
    const lived = doorOf(text, found)
    const estate = text.slice(0, found.from).trim()
    return (
      lived !== null &&
      doors.some(one => one.building === lived.building && one.room === lived.room) &&
      venue.includes(estate)
    )
  })
}
