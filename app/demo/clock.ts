import { addDays, type CivilDate, civilDateOf, instantOf } from "~/law/civil-date"
import type { Ctx, Installation } from "~/web/context"

/** The demo's dates follow the day it is loaded on: its stories end today, and nothing of tomorrow is told as done. */
export type DemoClock = {
  /** The civil date so many days from today; before it when negative. */
  dayOf: (days: number) => CivilDate
  /** The same person at another moment: `days` from today at `time` (HH:mm in Shanghai), at the latest now. */
  at: (ctx: Ctx, days: number, time: string) => Ctx
  /** The same person so many minutes ago, at the earliest at the beginning of today. */
  lately: (ctx: Ctx, minutes: number) => Ctx
}

const minute = 60_000

export function demoClock(installation: Pick<Installation, "now">): DemoClock {
  const present = () => installation.now().getTime()
  const today = civilDateOf(installation.now())
  const dayOf = (days: number) => addDays(today, days)
  const from = (ctx: Ctx, begin: number): Ctx => {
    let moment = begin
    // Each reading is a second later, so that what follows in the story follows on its timeline.
    const now = () => {
      moment = Math.min(moment + 1000, present())
      return new Date(moment)
    }
    return { ...ctx, now }
  }
  return {
    dayOf,
    at: (ctx, days, time) => from(ctx, instantOf(dayOf(days), time).getTime()),
    lately: (ctx, minutes) => from(ctx, Math.max(present() - minutes * minute, instantOf(today).getTime())),
  }
}
