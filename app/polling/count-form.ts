import type { FormView } from "~/ui/form-view"
import type { HandCount } from "./hand-count"

/** The numbers as they were typed; what is no number comes out as one that no count can be. */
export function countOf(values: FormView["values"]): HandCount {
  const number = (name: string): number => {
    const typed = String(values[name] ?? "")
      .normalize("NFKC")
      .trim()
    return /^\d{1,7}$/.test(typed) ? Number(typed) : Number.NaN
  }
  const votes = Object.fromEntries(
    Object.keys(values)
      .filter(name => name.startsWith("votes-"))
      .map(name => [name.slice("votes-".length), number(name)]),
  )
  const [issued, returned, notReturned] = [number("issued"), number("returned"), number("notReturned")]
  return {
    issued,
    returned,
    notReturned,
    invalid: number("invalid"),
    none: number("none"),
    abstain: number("abstain"),
    votes,
  }
}
