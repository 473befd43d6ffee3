import type { ImportKind } from "#db/schema/registry-imports"
import type { ImportSpec } from "~/registry/import-rules"
import { accountsImport } from "./imports/accounts"
import { bodyTermsImport } from "./imports/body-terms"
import { delegatesImport } from "./imports/delegates"
import { gridsImport } from "./imports/grids"
import { personsImport } from "./imports/persons"
import { representativesImport } from "./imports/representatives"

/** The tables this room takes in; each brings its own columns, comparison and writing to the shared two steps. */
export const registerImports: Partial<Record<ImportKind, ImportSpec>> = {
  grids: gridsImport,
  persons: personsImport,
  delegates: delegatesImport,
  representatives: representativesImport,
  bodyTerms: bodyTermsImport,
  accounts: accountsImport,
}
