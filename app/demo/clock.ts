import { addDays, type CivilDate, civilDateOf, instantOf } from "~/law/civil-date"
import type { Ctx, Installation } from "~/web/context"

/** The demo's dates follow the day it is loaded on: its story ends today. */
export type DemoClock = {
  /** The civil date so many days from today; before it when negative. */
  dayOf: (days: number) => CivilDate
  /** The same person at another moment: `days` from today at `time` (HH:mm in Shanghai). */
  at: (ctx: Ctx, days: number, time: string) => Ctx
}

export function demoClock(installation: Pick<Installation, "now">): DemoClock {
  const today = civilDateOf(installation.now())
  const dayOf = (days: number) => addDays(today, days)
  return {
    dayOf,
    at: (ctx, days, time) => {
      let moment = instantOf(dayOf(days), time).getTime()
      // Each reading is a second later, so that what follows in the story follows on its timeline.
      const now = () => {
        moment += 1000
        return new Date(moment)
      }
      return { ...ctx, now }
    },
  }
}
