import type { ImportKind } from "#db/schema/registry"
import type { ImportSpec } from "~/registry/import-rules"

/** The registers that can be imported, by kind. */
export const registerImports: Partial<Record<ImportKind, ImportSpec>> = {}
