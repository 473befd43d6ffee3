import type { z } from "zod"
import type { Result } from "~/law/result"
import { changesOf, readVersion } from "~/rulebook/rulebook-views"
import type { VersionForm } from "~/rulebook/version-forms"
import { checkVersion, editDraft, enableVersion, withdrawVersion } from "~/rulebook/versions"
import type { Ctx } from "~/web/context"

/** What each button of a version's page does. Refusals: those of the use case it names. */
export async function actOnVersion(
  ctx: Ctx,
  { preset, versionId }: { preset: string; versionId: string },
  typed: z.output<typeof VersionForm>,
): Promise<Result<null>> {
  const seen = await readVersion(ctx, preset, versionId)
  if (!seen.ok) return seen
  switch (typed.intent) {
    case "save": {
      const { version, basis } = typed
      return editDraft(ctx, { versionId, version, basis, changes: changesOf(seen.value.preset, typed) })
    }
    case "check":
      return checkVersion(ctx, { versionId, version: typed.version, isConfirmed: typed.confirmed === "yes" })
    case "enable":
      return enableVersion(ctx, { versionId })
    case "withdraw":
      return withdrawVersion(ctx, { versionId })
  }
}
