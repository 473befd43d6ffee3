/**
 * The server's time in a page, kept up from the times of reading it is handed, by a clock nobody sets (`performance.now`): a
 * tablet whose own clock is wrong, or put right in mid-speech, shows what everyone else's shows. The reading that took
 * least long to arrive counts; one from much earlier says that the server's clock was set back.
 */
export function createServerClock(monotonic: () => number) {
  let ahead: number | null = null
  return {
    hear: (readAt: number) => {
      const offset = readAt - monotonic()
      if (ahead === null || offset > ahead || ahead - offset > slowestArrival) ahead = offset
    },
    now: () => monotonic() + (ahead ?? 0),
  }
}

/** Milliseconds. */
const slowestArrival = 10_000
