import type { AreaSource, UnitHolding, UnitKind } from "#db/schema/estates"
import type { Result } from "~/law/result"
import type { RowReader } from "~/people/import-rows"
import { phoneOf } from "~/registry/cell-values"
import type { RecognizedRow } from "~/registry/table-recognition"
import { speak } from "~/web/refusals"
import { estatesRefusals } from "./refusals"
import { readAreaCell, readShare, type Share } from "./rules"
import {
  areaSourceOf,
  buildingName,
  holdingOf,
  isOrganizationName,
  kindOf,
  namesIn,
  sharesIn,
  splitAddress,
  unitLabel,
} from "./unit-words"

export type ReadOwner = { name: string; phone: string | null; share: Share | null; isOrganization: boolean }

/** What one row of a 房屋清册 says. Null where the cell is empty. */
export type ReadUnit = {
  /** As written, or carried down from above; empty when no row said. */
  estate: string
  building: string
  label: string
  kind: UnitKind | null
  areaCm2: number | null
  areaSource: AreaSource | null
  holding: UnitHolding | null
  note: string
  owners: ReadOwner[]
}

/**
 * Reads the rows of a table in their order: a building or an estate that stands only on its first row holds for those
 * below it, as merged cells do, and the 单元 as long as the building is the same.
 */
export function rowReading() {
  let [sheet, estate, building, entrance] = ["", "", "", ""]
  return (row: RecognizedRow, reader: RowReader): ReadUnit => {
    if (row.sheet !== sheet) [sheet, estate, building, entrance] = [row.sheet, "", "", ""]
    estate = reader.text("estate", 40) || estate
    const room = reader.text("room", 60)
    const kind = kindOf(reader.text("use", 20)) ?? (/车位|车库/.test(room) ? "parking" : null)
    const split = splitAddress(room)
    const written = reader.text("building", 30) || (split ? split.building : "")
    if (written !== "" && buildingName(written) !== building) {
      building = buildingName(written)
      entrance = ""
    }
    const gate = reader.text("entrance", 20)
    entrance = gate || entrance
    // A parking place or a storage room belongs to no 单元 unless it says so.
    const belongsToNone = gate === "" && (kind === "parking" || kind === "storage")
    if (building === "") reader.fault("没有填楼栋")
    if (room === "") reader.fault("没有填房号")
    return {
      estate,
      building,
      label: room === "" ? "" : unitLabel(building, belongsToNone ? "" : entrance, room),
      kind,
      areaCm2: readAreaOf(reader),
      areaSource: understood(reader, "面积依据", reader.text("areaSource", 20), areaSourceOf, "登记簿、实测或合同"),
      holding: understood(reader, "交付状态", reader.text("holding", 20), holdingOf, "已交付、未售或已售未交付"),
      note: reader.text("note", 200),
      owners: readOwners(reader),
    }
  }
}

function readAreaOf(reader: RowReader): number | null {
  const text = reader.text("area", 30)
  return text === "" ? null : taken(reader, readAreaCell(text))
}

/** The value, or null after this room's sentence about it. */
function taken<T>(reader: RowReader, result: Result<T>): T | null {
  if (result.ok) return result.value
  reader.fault(speak(estatesRefusals, result))
  return null
}

function understood<T>(
  reader: RowReader,
  name: string,
  text: string,
  read: (text: string) => T | null | undefined,
  known: string,
): T | null {
  const value = read(text)
  if (value === undefined) reader.fault(`${name}“${text}”看不明白，请填${known}`)
  return value ?? null
}

function readOwners(reader: RowReader): ReadOwner[] {
  const names = [...namesIn(reader.text("owner", 120)), ...namesIn(reader.text("coOwner", 120))]
  const few = names.find(name => /等\s*[\d一二三四五六七八九十]*\s*[人户位]?$/.test(name) && name.length > 2)
  if (few) reader.fault(`业主“${few}”没有写全，请把每位业主都写上，用“、”隔开`)
  const twice = names.find((name, at) => names.indexOf(name) !== at)
  if (twice) reader.fault(`业主${twice}写了两次`)
  const phones = readPhones(reader)
  if (phones.length > Math.max(names.length, 1)) reader.fault("联系电话比业主多，分不清是谁的")
  const shares = sharesIn(reader.text("share", 60), names.length)
  if (shares.length > 0 && shares.length !== names.length)
    reader.fault(`业主${names.length}位，份额${shares.length}个，对不上`)
  return names.map((name, at) => ({
    name,
    phone: phones[at] ?? null,
    share: shares[at] === undefined ? null : taken(reader, readShare(shares[at])),
    isOrganization: isOrganizationName(name),
  }))
}

/** The phones of a cell in the order of the owners: one, or several with 、 or / between them. */
function readPhones(reader: RowReader): (string | null)[] {
  const text = reader.text("phone", 120)
  const spaced = text.split(/\s+/)
  const pieces =
    spaced.length > 1 && spaced.every(piece => /^1\d{10}$/.test(piece)) ? spaced : text.split(/[、，,;；/]+/)
  if (pieces.length < 2) return text === "" ? [] : [reader.phone()]
  while (pieces.at(-1)?.trim() === "") pieces.pop()
  return pieces.map(piece => reader.take(phoneOf(piece)))
}
