import type { ImportKind } from "#db/schema/registry"
import { registerImports } from "~/people/register-imports"
import type { ImportSpec } from "~/registry/import-rules"
import { issueImport } from "./issue-import"

/** Everything that can be imported, by kind. */
const importSpecs: Partial<Record<ImportKind, ImportSpec>> = { ...registerImports, issues: issueImport }

/** The kind a word of the address names; null for any other word. */
export const importSpecOf = (kind: string | null | undefined): ImportSpec | null =>
  importSpecs[kind as ImportKind] ?? null
