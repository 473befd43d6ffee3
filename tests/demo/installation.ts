import { join } from "node:path"
import { onTestFinished } from "vitest"
import { printPaper } from "#templates/print-paper"
import { aDatabase } from "#tests/test-database"
import { readArchiveKey } from "~/registry/archive-key"
import type { Installation } from "~/web/context"
import { newId } from "~/web/identifiers"

/** An installation on which nobody has founded anything yet, at a moment of the test's choosing; gone when the test is over. */
export async function anEmptyInstallation(
  now: string,
  whenOver: (drop: () => Promise<void>) => void = onTestFinished,
): Promise<Installation> {
  const { db, folder, drop } = await aDatabase()
  whenOver(drop)
  return {
    db,
    now: () => new Date(now),
    newId: () => newId(),
    publish: () => {},
    secret: Buffer.alloc(32, 7),
    keyDir: join(folder, "round-keys"),
    archiveKey: readArchiveKey(folder),
    fontDir: null,
    print: printPaper,
    background: work => void work,
    publicOrigin: null,
  }
}
