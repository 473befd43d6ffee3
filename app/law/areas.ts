/** Areas are whole cm²: 98.53 m² is 985300. */

/** 98.53平方米; no more digits than there are. */
export function areaInWords(areaCm2: number): string {
  return `${areaText(areaCm2)}平方米`
}

/** 98.53, as it is typed again. */
export function areaText(areaCm2: number): string {
  const size = Math.abs(areaCm2)
  const rest = String(size % 10_000)
    .padStart(4, "0")
    .replace(/0+$/, "")
  return `${areaCm2 < 0 ? "-" : ""}${Math.floor(size / 10_000)}${rest ? `.${rest}` : ""}`
}

/**
 * 平方米 as people type them (98.53, １２８, 1,024.5㎡) in whole cm², never through a float. Null for what is no area, has more
 * digits than a cm² holds, or is more than a number keeps exactly.
 */
export function parseArea(text: string): number | null {
  const plain = text
    .normalize("NFKC")
    .trim()
    .replace(/\s*(?:平方米|m2)$/i, "")
  const match = /^(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d{1,4})0*)?$/.exec(plain)
  if (!match) return null
  const areaCm2 = Number(`${match[1]!.replaceAll(",", "")}${(match[2] ?? "").padEnd(4, "0")}`)
  return Number.isSafeInteger(areaCm2) ? areaCm2 : null
}
