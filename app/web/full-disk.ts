import { data } from "react-router"
import { type Database, isDiskFull } from "#db/client"
import { commonRefusals } from "./refusals"

/** A full disk reaches people as a sentence, whichever write met it; everything else that is thrown stays a bug. */
export function refuseWhenDiskIsFull(db: Database): Database {
  return {
    ...db,
    tx: (lock, work) =>
      db.tx(lock, work).catch((error: unknown) => {
        if (isDiskFull(error)) throw data(commonRefusals.disk_full!({}), { status: 507 })
        throw error
      }),
  }
}
