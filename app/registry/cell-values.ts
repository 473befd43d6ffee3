import type { CivilDate } from "~/law/civil-date"
import { done, type Result, refuse } from "~/law/result"
import { readChineseNumber } from "./chinese-digits"
import { readDateText } from "./date-text"
import type { Cell } from "./spreadsheet"

/** What a person would read in the cell, trimmed; "" for an empty cell. Line ends become \n. */
export function textOf(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return ""
  if (cell instanceof Date) return textOfDate(cell)
  if (typeof cell === "boolean") return cell ? "是" : "否"
  if (typeof cell === "number") return String(cell)
  return cell
    .replace(/\r\n?/g, "\n")
    .replace(/[\u200b\u2060\ufeff]/g, "")
    .trim()
}

/** A value longer than this is prose; patterns are not tried on it, and the refusal quotes only its beginning. */
const LONGEST_VALUE = 60
const tooLong = (text: string) => text.length > LONGEST_VALUE
const beginningOf = (text: string) => `${[...text].slice(0, 20).join("")}…`

function textOfDate(date: Date): string {
  if (Number.isNaN(date.getTime())) return ""
  const [day = "", time = ""] = date.toISOString().split("T")
  return time.startsWith("00:00") ? day : `${day} ${time.slice(0, 5)}`
}

/**
 * The day in a cell, null when the cell is empty: a date cell, a serial number of Excel (1900 system), or a text as in
 * `readDateText`. A number like 10.1 is refused (date_day_unclear): the program drops the zero of 10.10.
 */
export function dateOf(cell: Cell | undefined, today: CivilDate): Result<CivilDate | null> {
  if (cell instanceof Date) {
    return Number.isNaN(cell.getTime()) ? refuse("date_not_read", { text: "" }) : done(cell.toISOString().slice(0, 10))
  }
  const text = textOf(cell)
  if (text === "") return done(null)
  if (tooLong(text)) return refuse("date_not_read", { text: beginningOf(text) })
  if (typeof cell === "number" || /^\d{5}(\.\d+)?$/.test(text)) {
    const value = Number(text)
    if (value >= 20_000 && value < 80_000) return done(dayOfSerial(value))
    if (/^\d{1,2}\.[123]$/.test(text)) return refuse("date_day_unclear", { text })
  }
  return readDateText(text, today)
}

/** Excel counts days from 1899-12-30 for every day after February 1900; the fraction is the time of day. */
const dayOfSerial = (serial: number): CivilDate =>
  new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * 86_400_000).toISOString().slice(0, 10)

/** A number of things in a cell (3, 1,200, １２人, 约三十户, 十二), null when empty. Refuses number_not_read. */
export function numberOf(cell: Cell | undefined): Result<number | null> {
  if (typeof cell === "number") return Number.isFinite(cell) ? done(cell) : refuse("number_not_read", { text: "" })
  const text = textOf(cell)
  if (text === "") return done(null)
  if (tooLong(text)) return refuse("number_not_read", { text: beginningOf(text) })
  const plain = text
    .normalize("NFKC")
    .replace(/[\s,]/g, "")
    .replace(/^(约|近|共)|(余|多)?(人次|人|户|件|条|个|项|次|名|位|元|栋|家)?$/g, "")
  if (/^-?\d+(\.\d+)?$/.test(plain)) return done(Number(plain))
  const value = cell instanceof Date || typeof cell === "boolean" ? null : readChineseNumber(plain)
  return value === null ? refuse("number_not_read", { text }) : done(value)
}

/**
 * A telephone number in a cell, null when empty: 13900000001 however it is spaced, with or without +86; a landline
 * as 024-12345678 or, without its area, 12345678; a service number as 12345 or 96123. Refuses phone_wrong_length,
 * phone_not_read, phone_several, phone_scientific.
 */
export function phoneOf(cell: Cell | undefined): Result<string | null> {
  const text = typeof cell === "number" && Number.isInteger(cell) ? cell.toFixed(0) : textOf(cell)
  if (text === "") return done(null)
  if (tooLong(text)) return refuse("phone_not_read", { text: beginningOf(text) })
  const plain = text
    .normalize("NFKC")
    .replace(/[‐‑‒–—―−－]/g, "-")
    .replace(/^(电话|手机|联系电话|tel)[::]?/i, "")
    .trim()
  if (/^\d(\.\d+)?E\+?\d+$/i.test(plain)) return refuse("phone_scientific", { text })
  if (/\d{7,}\s*[、/,;，；]\s*[\d(+]|1\d{10}\s+1\d{10}/.test(plain)) return refuse("phone_several", { text })
  if (/[^\d\s()+-]/.test(plain)) return refuse("phone_not_read", { text })
  const digits = plain.replace(/\D/g, "")
  const national = digits.replace(/^(?:00)?86(?=1\d{10}$|0\d{9,11}$)/, "")
  if (/^1[3-9]\d{9}$/.test(national)) return done(national)
  // Area codes: 010 and 02x have three digits, all others four (电信网编号计划).
  const landline = /^(010|02\d|0[3-9]\d{2})(\d{7,8})$/.exec(national)
  if (landline) return done(`${landline[1]}-${landline[2]}`)
  if (/^[2-9]\d{6,7}$/.test(national) || /^(1\d{4}|9[56]\d{3,4}|[48]00\d{7})$/.test(national)) return done(national)
  return refuse("phone_wrong_length", { text, digits: digits.length })
}
