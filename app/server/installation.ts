import { type Database, openDatabase } from "#db/client"
import { printPaper } from "#templates/print-paper"
import type { Installation } from "~/web/context"
import { type Environment, readInstallationSecret } from "~/web/environment"
import { refuseWhenDiskIsFull } from "~/web/full-disk"
import { newId } from "~/web/identifiers"
import { createLiveBus, type LiveBus } from "~/web/live"

/** Everything one process holds: the open database, the live bus, the installation's secret. */
export async function openInstallation(
  environment: Environment,
): Promise<{ installation: Installation; bus: LiveBus; db: Database }> {
  const db = await openDatabase(environment.databaseUrl)
  const bus = createLiveBus()
  return {
    db,
    bus,
    installation: {
      db: refuseWhenDiskIsFull(db),
      now: () => new Date(),
      newId: () => newId(),
      publish: bus.publish,
      secret: readInstallationSecret(environment.dataDir),
      keyDir: environment.keyDir,
      fontDir: environment.fontDir,
      print: printPaper,
      publicOrigin: environment.publicOrigin,
    },
  }
}
