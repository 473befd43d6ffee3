import type { ShouldRevalidateFunction } from "react-router"

/** What a page that comes next is given before it is asked for, by its address; one at most. */
let given: { address: string; data: unknown } | null = null

/** Goes to a page whose data are here already, by `go`; they are forgotten once it stands, or was not reached. */
export async function goGiven(address: string, data: unknown, go: (address: string) => unknown): Promise<void> {
  const own = { address, data }
  given = own
  try {
    await go(address)
  } finally {
    if (given === own) given = null
  }
}

/** What was given for this address, for its `clientLoader`; undefined where nothing was. */
export const givenFor = (address: string): unknown => (given?.address === address ? given.data : undefined)

/** The frames around a page that was given ahead stay as they are: nothing is asked for at all. */
export const unlessGiven: ShouldRevalidateFunction = ({ nextUrl, defaultShouldRevalidate }) =>
  givenFor(nextUrl.pathname + nextUrl.search) === undefined && defaultShouldRevalidate
