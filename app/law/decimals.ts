/** A number as it was written: 98.530 is 98530 thousandths. Of any length, and never a float. */
export type Decimal = { units: bigint; places: number }

const figures = /^([+-]?)(\d+|\d{1,3}(?:,\d{3})+|\d{1,3}(?: \d{3})+)(?:\.(\d*))?$/

/**
 * Reads 5120.5, １２８, 1,234.50, 1 234 and -3. Null for what is no such number: an empty cell, 1e5 (its digits are lost),
 * 12,34 (nobody knows which sign parts what), 50%.
 */
export function parseDecimal(text: string): Decimal | null {
  const match = figures.exec(text.normalize("NFKC").trim().replace("\u2212", "-"))
  if (!match) return null
  const [, sign, whole, fraction = ""] = match
  // Zeros at the end say nothing: 60.0 heads are 60.
  const kept = fraction.replace(/0+$/, "")
  const units = BigInt(`${whole!.replace(/[, ]/g, "")}${kept}`)
  return { units: sign === "-" ? -units : units, places: kept.length }
}

/** The same numbers in the smallest unit any of them needs, so that they compare as whole numbers. */
export function inOneUnit<Name extends string>(numbers: Record<Name, Decimal>): Record<Name, bigint> {
  const entries = Object.entries(numbers) as [Name, Decimal][]
  const places = Math.max(...entries.map(([, one]) => one.places))
  return Object.fromEntries(
    entries.map(([name, one]) => [name, one.units * 10n ** BigInt(places - one.places)]),
  ) as Record<Name, bigint>
}

/** 5120.5, as short as it can be written. */
export function decimalText({ units, places }: Decimal): string {
  const digits = String(units < 0n ? -units : units).padStart(places + 1, "0")
  const cut = digits.length - places
  return `${units < 0n ? "-" : ""}${digits.slice(0, cut)}${places > 0 ? `.${digits.slice(cut)}` : ""}`
}
