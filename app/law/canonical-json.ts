/** Plain data as JSON can carry it. */
export type Plain = null | boolean | number | string | readonly Plain[] | { readonly [key: string]: Plain | undefined }

/**
 * One text for one set of facts, whatever order their keys were written or stored in (jsonb re-orders them): keys sorted by
 * code unit, no spaces, undefined left out. The text is what gets hashed. Throws for a number which JSON cannot carry.
 */
export function canonicalJson(value: Plain): string {
  if (typeof value === "number" && !Number.isFinite(value)) throw new RangeError(`not a JSON number: ${value}`)
  if (value === null || typeof value !== "object") return JSON.stringify(value)
  if (isList(value)) return `[${value.map(canonicalJson).join(",")}]`
  const entries = Object.keys(value)
    .sort()
    .flatMap(key => {
      const part = value[key]
      return part === undefined ? [] : [`${JSON.stringify(key)}:${canonicalJson(part)}`]
    })
  return `{${entries.join(",")}}`
}

/** Freezes an object and everything in it. */
export function deepFreeze<T>(value: T): T {
  if (value !== null && typeof value === "object" && !Object.isFrozen(value)) {
    Object.freeze(value)
    for (const part of Object.values(value)) deepFreeze(part)
  }
  return value
}

function isList(value: object): value is readonly Plain[] {
  return Array.isArray(value)
}
