import type { SettingChange } from "#db/schema/rulebook"
import { aMember, type World } from "#tests/world"
import type { Result } from "~/law/result"
import { findVersion, type RulebookVersion } from "~/rulebook/version-store"
import { checkVersion, draftVersion, editDraft, enableVersion } from "~/rulebook/versions"
import type { Ctx } from "~/web/context"

export function agreed<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${result.code} ${JSON.stringify(result.detail)}`)
  return result.value
}

export const aChange = (overrides: Partial<SettingChange> = {}): SettingChange => ({
  key: "noticeDays",
  value: "5",
  article: "振兴社区议事规则第六条",
  ...overrides,
})

type Overrides = { preset?: string; estateId?: string | null; changes?: SettingChange[]; basis?: string }

/** A draft with its basis, ready to be checked. */
export async function aDraftVersion(ctx: Ctx, overrides: Overrides = {}): Promise<string> {
  const { preset = "deliberation", estateId = null, changes = [aChange()] } = overrides
  const { versionId } = agreed(await draftVersion(ctx, { preset, estateId }))
  const basis = overrides.basis ?? "2026年9月1日居民代表会议通过的振兴社区议事规则"
  agreed(await editDraft(ctx, { versionId, version: 1, changes, basis }))
  return versionId
}

/** Another secretary than the one of `world.as("secretary")`. */
export async function aSecondSecretary(world: World): Promise<Ctx> {
  const actor = await aMember(world.installation, world.community, ["secretary"])
  return { ...world.installation, community: world.community, actor: { ...actor, name: "庚七" } }
}

export async function versionNow(ctx: Ctx, versionId: string): Promise<RulebookVersion> {
  const found = await findVersion(ctx.db.read, ctx.community.id, versionId)
  if (!found) throw new Error(`no version ${versionId}`)
  return found
}

/** A version checked by another person. */
export async function aCheckedVersion(world: World, overrides: Overrides = {}): Promise<string> {
  const ctx = await world.as("secretary")
  const versionId = await aDraftVersion(ctx, overrides)
  const checker = await world.as("reviewer")
  const { version } = await versionNow(ctx, versionId)
  agreed(await checkVersion(checker, { versionId, version, isConfirmed: true }))
  return versionId
}

/** A version that governs. */
export async function aVersionInForce(world: World, overrides: Overrides = {}): Promise<string> {
  const versionId = await aCheckedVersion(world, overrides)
  agreed(await enableVersion(await world.as("secretary"), { versionId }))
  return versionId
}
