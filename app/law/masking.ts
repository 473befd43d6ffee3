import { findNumbers } from "./masking-numbers"
import { foldText, inOriginal, type Span } from "./masking-text"
import type { KnownVenue, VenueKind } from "./masking-venues"
import { findHealth, findRooms } from "./masking-words"
import { type Gender, maskName } from "./names"

export type MaskRule = "name" | "room" | "phone" | "identity" | "health"

/**
 * One spot of a text and what the public reads in its place, in UTF-16 positions. Where `shown` equals `original` the spot
 * was looked at and stays, and `reason` says why.
 */
export type Mark = { at: number; original: string; shown: string; rule: MaskRule; reason: string }

export type KnownPerson = {
  name: string
  gender: Gender | null
  /** Chair, recorder, staff: named in their office, so that their names may stay. */
  isPublicRole: boolean
}

export type KnownToMasking = {
  people: readonly KnownPerson[]
  /** Names of estates, grids, organizations: a person's name within one of them is no person. */
  places?: readonly string[]
  /** Where meetings are held: a door there is a dwelling's or not, and whichever it is, it is said why. */
  venues?: readonly KnownVenue[]
  /** The community's own telephone, which stays. */
  phones?: readonly string[]
}

export const maskReasons = {
  phone: "个人电话不公开，只留社区的联系电话。",
  identity: "证件号、银行卡号等号码一律不公开。",
  room: "住户的房号不公开，只写到楼栋。",
  venueHome: "会议地点在住户家里，房号不公开，只写到楼栋。",
  venueUnclear: "会议地点看不出是公共场所，房号照住户的遮盖；确是公共场所的，可以照原文登出。",
  venuePublic: "会议地点是公共场所，房号可以公开。",
  name: "个人姓名不公开，只写姓和称呼。",
  publicRole: "以职务身份出现，姓名可以公开。",
  placeName: "看起来是地名或单位名的一部分，没有遮盖，请核对。",
  health: "个人健康情况不公开。",
} as const

const venueReasons: Record<VenueKind, string> = {
  public: maskReasons.venuePublic,
  home: maskReasons.venueHome,
  unclear: maskReasons.venueUnclear,
}

/**
 * The spots of a text that the public does not read, in order and without overlaps: telephones and identity numbers
 * whoever's they are, doors of dwellings, names of known people, what is said of somebody's health.
 * 个人信息保护法第25、28、51条.
 */
export function maskText(text: string, known: KnownToMasking): Mark[] {
  const folded = foldText(text)
  const taken: Span[] = []
  const marks: Mark[] = []
  const add = (span: Span, rule: MaskRule, reason: string, shownFor: (original: string) => string) => {
    if (taken.some(one => span.from < one.to && one.from < span.to)) return
    taken.push(span)
    const { from, to } = inOriginal(folded, span)
    const original = text.slice(from, to)
    marks.push({ at: from, original, shown: shownFor(original), rule, reason })
  }

  const ownDigits = (known.phones ?? []).map(phone => foldText(phone).text.replace(/\D/g, ""))
  for (const { kind, ...span } of findNumbers(folded.text, ownDigits))
    add(span, kind, maskReasons[kind], () => (kind === "phone" ? "（电话略）" : "（证件号略）"))
  const venues = (known.venues ?? []).flatMap(({ words, kind }) =>
    findWords(folded.text, [words]).map(span => ({ ...span, kind })),
  )
  // A door that stays says nothing of a person, as findHealth would take it.
  const publicDoors: Span[] = []
  for (const { building, ...span } of findRooms(folded.text)) {
    const kind = venues.find(venue => venue.from <= span.from && span.to <= venue.to)?.kind
    if (kind === "public") publicDoors.push(span)
    const reason = kind ? venueReasons[kind] : maskReasons.room
    add(span, "room", reason, original => (kind === "public" ? original : building || "（房号略）"))
  }
  const shielding = venues.filter(venue => venue.kind === "public")
  const places = [...shielding, ...findWords(folded.text, known.places ?? [])]
  for (const { person, ...span } of findNames(folded.text, known.people)) {
    const isWithin = places.some(
      place => place.from <= span.from && span.to <= place.to && place.to - place.from > span.to - span.from,
    )
    if (isWithin) continue
    if (placeEnding.test(folded.text.slice(span.to))) add(span, "name", maskReasons.placeName, original => original)
    else if (person.isPublicRole) add(span, "name", maskReasons.publicRole, original => original)
    else add(span, "name", maskReasons.name, () => maskName(person.name, person.gender))
  }
  for (const span of findHealth(
    folded.text,
    taken.filter(span => !publicDoors.includes(span)),
  ))
    add(span, "health", maskReasons.health, () => "（健康情况略）")
  return marks.sort((a, b) => a.at - b.at)
}

/** What the public reads: every marked spot replaced. The marks do not overlap. */
export function applyMarks(text: string, marks: readonly Pick<Mark, "at" | "original" | "shown">[]): string {
  let [shown, from] = ["", 0]
  for (const mark of marks.toSorted((a, b) => a.at - b.at)) {
    shown += text.slice(from, mark.at) + mark.shown
    from = mark.at + mark.original.length
  }
  return shown + text.slice(from)
}

/** Telephones and identity numbers never become public, whoever says so. */
export const hasSecretNumber = (text: string, phones: readonly string[] = []): boolean =>
  maskText(text, { people: [], phones }).some(mark => mark.rule === "phone" || mark.rule === "identity")

/** 某某小区, 某某公司: these endings make a name part of a place or a firm. */
const placeEnding = /^(小区|花园|家园|新村|公寓|大厦|公园|广场|大道|大桥|小学|中学|幼儿园|医院|有限公司|公司)/
const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")

function findWords(text: string, words: readonly string[]): Span[] {
  return words.flatMap(word => {
    const plain = foldText(word.trim()).text
    if (Array.from(plain).length < 2) return []
    return [...text.matchAll(new RegExp(escaped(plain), "g"))].map(({ index }) => ({
      from: index,
      to: index + plain.length,
    }))
  })
}

/** 王女士, 李师傅, 张某: said so already, there is nothing left to mask. */
const formOfAddress =
  /^.{1,2}(女士|先生|阿姨|大爷|大妈|大娘|奶奶|爷爷|叔叔|婆婆|老伯|师傅|老师|老人|同志|某|某某|\*+)$/u
const nobodysName = /^(居民|群众|业主|住户|匿名|网友|村民|物业|社区|网格员|代表|热心.*|.*居民|.*群众|.*业主|.*住户)$/u

const firstCharacters = new WeakMap<readonly KnownPerson[], string[]>()

/** The first character of each name as texts are folded; kept with the list, which is asked for every text of a page. */
function firstCharactersOf(people: readonly KnownPerson[]): string[] {
  const known = firstCharacters.get(people)
  if (known) return known
  const made = people.map(one => String.fromCodePoint(foldText(one.name.trim().slice(0, 2)).text.codePointAt(0) ?? 32))
  firstCharacters.set(people, made)
  return made
}

/** Known names in the text, the longer before the shorter; a name that a resident shares with an official is a resident's. */
function findNames(text: string, people: readonly KnownPerson[]): (Span & { person: KnownPerson })[] {
  const byName = new Map<string, KnownPerson>()
  // A register has thousands of names, a text a few hundred characters: most go by their first one.
  const characters = new Set(text)
  const firsts = firstCharactersOf(people)
  for (const [at, one] of people.entries()) {
    if (!characters.has(firsts[at]!)) continue
    const name = foldText(one.name).text.replace(/\s/g, "")
    if (Array.from(name).length < 2 || formOfAddress.test(name) || nobodysName.test(name) || /^\d+$/.test(name))
      continue
    const same = byName.get(name)
    byName.set(name, {
      name,
      gender: same?.gender && one.gender && same.gender !== one.gender ? null : (same?.gender ?? one.gender),
      isPublicRole: one.isPublicRole && same?.isPublicRole !== false,
    })
  }
  const bare = text.replace(/[\s·•・‧.]/g, "")
  const found: (Span & { person: KnownPerson })[] = []
  const longestFirst = [...byName.values()].sort((a, b) => b.name.length - a.name.length)
  for (const person of longestFirst) {
    if (!bare.includes(person.name.replace(/[·•・‧.]/g, ""))) continue
    // 王　芳 is written with a space on lists; the dot of 阿依古丽·买买提 has many shapes.
    const pattern = Array.from(person.name)
      .map(character => (/[·•・‧.]/.test(character) ? "[·•・‧.]" : escaped(character)))
      .join("[ \\t\\u00a0\\u3000]{0,2}")
    for (const { index, 0: match } of text.matchAll(new RegExp(pattern, "g")))
      if (!found.some(one => one.from < index + match.length && index < one.to))
        found.push({ from: index, to: index + match.length, person })
  }
  return found
}
