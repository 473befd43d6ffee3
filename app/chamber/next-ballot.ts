import { href } from "react-router"
import type { NextBallot, OpenBallot } from "./rounds/ballot-page"

/** As JSON carries it. */
type Sent<T> = T extends Date
  ? string
  : T extends readonly (infer One)[]
    ? Sent<One>[]
    : T extends object
      ? { [Name in keyof T]: Sent<T[Name]> }
      : T

const patienceMs = 5_000

/**
 * Asks, on the tablet, for the ballot that its delegate is to cast now; null where there is none, or no answer came: then
 * the page is loaded as ever, which has more patience.
 */
export async function fetchNextBallot(place: { community: string; meetingId: string }): Promise<NextBallot | null> {
  const patience = new AbortController()
  const timer = setTimeout(() => patience.abort(), patienceMs)
  try {
    const response = await fetch(`${href("/c/:community/m/:meetingId", place)}/ballot`, { signal: patience.signal })
    const { ballot } = (await response.json()) as { ballot?: Sent<NextBallot> | null }
    return response.ok && ballot ? restored(ballot) : null
  } catch {
    return null
  } finally {
    clearTimeout(timer)
  }
}

const restored = ({ params, view }: Sent<NextBallot>): NextBallot => ({ params, view: restoredView(view) })

const restoredView = ({ countdown, ...view }: Sent<OpenBallot>): OpenBallot => ({
  ...view,
  countdown: {
    ...countdown,
    until: countdown.until === null ? null : new Date(countdown.until),
    readAt: new Date(countdown.readAt),
  },
})
