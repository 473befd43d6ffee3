/** Counts are whole numbers from nought up: anything else is a fault of the program, not an answer. Throws RangeError. */
export function requireCounts(numbers: Readonly<Record<string, number>>): void {
  for (const [name, value] of Object.entries(numbers)) {
    if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`${name} is not a count: ${value}`)
  }
}
