/** Areas are whole cm²: 98.53 m² is 985300. */

/** 98.53平方米; no more digits than there are. */
export function areaInWords(areaCm2: number): string {
  return `${areaText(areaCm2)}平方米`
}

/** 98.53, as it is typed again. */
export function areaText(areaCm2: number): string {
  const rest = String(areaCm2 % 10_000)
    .padStart(4, "0")
    .replace(/0+$/, "")
  return `${Math.floor(areaCm2 / 10_000)}${rest ? `.${rest}` : ""}`
}
