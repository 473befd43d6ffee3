import { data } from "react-router"
import { type Database, isDiskFull } from "#db/client"
import { commonRefusals } from "./refusals"

/** 507: insufficient storage. */
const noRoom = 507

/** A full disk reaches people as a sentence, whichever write met it; everything else that is thrown stays a bug. */
export function refuseWhenDiskIsFull(db: Database): Database {
  return {
    ...db,
    tx: (lock, work) =>
      db.tx(lock, work).catch((error: unknown) => {
        if (isDiskFull(error)) throw data(commonRefusals.disk_full!({}), { status: noRoom })
        throw error
      }),
  }
}

/** For work that goes on after the answer: whether it ended for want of room, as thrown by the database or said already. */
export const isOutOfRoom = (error: unknown): boolean =>
  isDiskFull(error) || (error as { init?: { status?: number } } | null)?.init?.status === noRoom
