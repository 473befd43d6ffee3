import { documentKinds } from "#db/schema/registry"
import { retentionClasses, retentionNames, retentionOf, retentionSource } from "~/registry/retention"
import { sheetKindName } from "~/registry/verification"

export type RetentionView = typeof retentionTable

/** Which papers are kept how long, and by what. */
export const retentionTable = {
  source: retentionSource,
  classes: retentionClasses.map(key => ({
    name: retentionNames[key].name,
    papers: documentKinds.filter(kind => retentionOf(kind).keptAs === key).map(sheetKindName),
  })),
}
