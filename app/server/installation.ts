import { type Database, openDatabase } from "#db/client"
import { readArchiveKey } from "~/registry/archive-key"
import type { Installation } from "~/web/context"
import { type Environment, readInstallationSecret } from "~/web/environment"
import { refuseWhenDiskIsFull } from "~/web/full-disk"
import { newId } from "~/web/identifiers"
import { createLiveBus, type LiveBus } from "~/web/live"
import { openPaperPool } from "./paper-pool"

export type OpenInstallation = {
  installation: Installation
  bus: LiveBus
  db: Database
  /** Has the fonts opened where papers are drawn, so that nobody waits for it. */
  warmUp(): Promise<void>
  /** Waits for what still goes on, then closes the database. */
  close(): Promise<void>
}

/** Everything one process holds: the open database, the live bus, the threads that draw papers, the installation's secret. */
export async function openInstallation(
  environment: Environment,
  report: (error: unknown) => void = error => console.error(error),
): Promise<OpenInstallation> {
  const db = await openDatabase(environment.databaseUrl)
  const bus = createLiveBus()
  const papers = openPaperPool()
  const works = new Set<Promise<unknown>>()
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
      archiveKey: readArchiveKey(environment.dataDir),
      fontDir: environment.fontDir,
      print: papers.print,
      background(work) {
        const watched = work.catch(report).finally(() => works.delete(watched))
        works.add(watched)
      },
      publicOrigin: environment.publicOrigin,
    },
    warmUp: () => papers.warmUp(environment.fontDir ?? undefined),
    async close() {
      await Promise.all(works)
      await papers.close()
      await db.close()
    },
  }
}
