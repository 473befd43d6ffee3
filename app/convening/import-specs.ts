import type { ImportKind } from "#db/schema/registry-imports"
import { unitsImport } from "~/estates/unit-import"
import { issueImport } from "~/intake/issue-import"
import { registerImports } from "~/people/register-imports"
import type { ImportSpec } from "~/registry/import-rules"
import { venueImport } from "./venue-import"

/** Everything that can be imported, by kind. It stands in the lowest of the rooms that take tables in. */
const importSpecs: Partial<Record<ImportKind, ImportSpec>> = {
  ...registerImports,
  units: unitsImport,
  issues: issueImport,
  venues: venueImport,
}

/** The kind a word of the address names; null for any other word. */
export const importSpecOf = (kind: string | null | undefined): ImportSpec | null =>
  (kind && Object.hasOwn(importSpecs, kind) && importSpecs[kind as ImportKind]) || null
