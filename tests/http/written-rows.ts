import { createHash } from "node:crypto"
import { getTableColumns, is, Table } from "drizzle-orm"
import type { Database } from "#db/client"
import * as agenda from "#db/schema/agenda"
import * as chamber from "#db/schema/chamber"
import * as chamberMotions from "#db/schema/chamber-motions"
import * as chamberPaper from "#db/schema/chamber-paper"
import * as chamberRounds from "#db/schema/chamber-rounds"
import * as chamberSpeaking from "#db/schema/chamber-speaking"
import * as convening from "#db/schema/convening"
import * as estates from "#db/schema/estates"
import * as followup from "#db/schema/followup"
import * as followupClaims from "#db/schema/followup-claims"
import * as intake from "#db/schema/intake"
import * as people from "#db/schema/people"
import * as polling from "#db/schema/polling"
import * as records from "#db/schema/records"
import * as registry from "#db/schema/registry"
import * as registryArchive from "#db/schema/registry-archive"
import * as registryImports from "#db/schema/registry-imports"
import * as registryJobs from "#db/schema/registry-jobs"
import * as rulebook from "#db/schema/rulebook"

const tables = Object.entries({
  ...agenda,
  ...chamber,
  ...chamberMotions,
  ...chamberPaper,
  ...chamberRounds,
  ...chamberSpeaking,
  ...convening,
  ...estates,
  ...followup,
  ...followupClaims,
  ...intake,
  ...people,
  ...polling,
  ...records,
  ...registry,
  ...registryArchive,
  ...registryImports,
  ...registryJobs,
  ...rulebook,
}).filter((entry): entry is [string, (typeof people)["persons"]] => is(entry[1], Table))

/** Not facts: when a browser was seen last, and bytes whose hash stands beside them. */
const passedOver = (table: string, column: string) =>
  column === "lastSeenAt" || (column === "content" && ["documents", "photos", "imports"].includes(table))

/** What every table holds, as one hash each. Attempts are counted for anyone and are left aside. */
export async function readEveryTable(db: Database): Promise<Record<string, string>> {
  const held = await Promise.all(
    tables.map(async ([name, table]) => {
      const columns = Object.fromEntries(
        Object.entries(getTableColumns(table)).filter(([column]) => !passedOver(name, column)),
      ) as ReturnType<typeof getTableColumns<typeof table>>
      const rows = (await db.read.select(columns).from(table)).map(row => JSON.stringify(row)).sort()
      return [name, createHash("sha256").update(rows.join("\n")).digest("hex")]
    }),
  )
  return Object.fromEntries(held)
}

/** The tables that hold something else now. */
export const changedTables = (before: Record<string, string>, after: Record<string, string>): string[] =>
  Object.keys(after).filter(name => before[name] !== after[name])
