import { done, type Result, refuse } from "~/law/result"
import { audit } from "~/registry/audit"
import type { Ctx } from "~/web/context"
import { type GridKind, gridKindNames } from "./grid-kinds"
import { may } from "./permissions"
import { type PersonEntry, settlePersonIn } from "./person-matching"
import { registerLock } from "./persons"
import { type Grid, insertGrids, listGrids, listPersonNames, updateGrid } from "./register-store"
import { checkGridParent, plainName } from "./rules"
import { changedMeanwhile, writeOrRefuse } from "./writing"

/** A grid is basic where nothing else is said. */
export type GridFacts = {
  name: string
  kind?: GridKind
  parentId: string | null
  leader: PersonEntry | null
  scope: string
}

/** Enters a grid or a micro-grid. Refusals: forbidden, grid_name_taken, grid_parent_wrong, phone_taken, person_ambiguous. */
export async function registerGrid(ctx: Ctx, input: GridFacts): Promise<Result<{ gridId: string }>> {
  if (!may(ctx.actor, "register:edit")) return refuse("forbidden")
  return writeOrRefuse(ctx, registerLock(ctx), async q => {
    const all = await listGrids(q, ctx.community.id)
    const checked = checkGrid(null, input, all)
    if (!checked.ok) return checked
    const leader = input.leader ? await settlePersonIn(q, ctx, input.leader) : null
    if (leader && !leader.ok) return leader
    const grid: Grid = {
      communityId: ctx.community.id,
      id: ctx.newId(),
      name: input.name,
      kind: input.kind ?? "basic",
      parentId: input.parentId,
      leaderPersonId: leader?.value.personId ?? null,
      scope: input.scope,
      version: 1,
    }
    await insertGrids(q, [grid])
    await audit(
      q,
      ctx,
      "grid.registered",
      { kind: "community", id: ctx.community.id },
      { gridId: grid.id, name: grid.name },
    )
    return done({ gridId: grid.id })
  })
}

/** Corrects a grid. Refusals: as registerGrid, not_found, changed_meanwhile. */
export async function changeGrid(
  ctx: Ctx,
  input: GridFacts & { gridId: string; version: number },
): Promise<Result<null>> {
  if (!may(ctx.actor, "register:edit")) return refuse("forbidden")
  const communityId = ctx.community.id
  return writeOrRefuse(ctx, registerLock(ctx), async q => {
    const all = await listGrids(q, communityId)
    const now = all.find(grid => grid.id === input.gridId)
    if (!now) return refuse("not_found")
    const checked = checkGrid(now.id, input, all)
    if (!checked.ok) return checked
    const leader = input.leader ? await settlePersonIn(q, ctx, input.leader) : null
    if (leader && !leader.ok) return leader
    if (now.version !== input.version) {
      const names = await listPersonNames(q, communityId, now.leaderPersonId ? [now.leaderPersonId] : [])
      const nameOf = (id: string | null) => all.find(grid => grid.id === id)?.name ?? ""
      // Grids are filed under the community: who was first cannot be told from the last entry there.
      const refusal = await changedMeanwhile(q, ctx, { kind: "community", id: "" }, now.version, [
        { label: "名称", now: now.name, typed: input.name },
        { label: "类型", now: gridKindNames[now.kind], typed: gridKindNames[input.kind ?? now.kind] },
        { label: "上级网格", now: nameOf(now.parentId), typed: nameOf(input.parentId) },
        { label: "网格长", now: names.get(now.leaderPersonId ?? "")?.name ?? "", typed: leader?.value.name ?? "" },
        { label: "范围", now: now.scope, typed: input.scope },
      ])
      return refusal
    }
    const set = {
      name: input.name,
      kind: input.kind ?? now.kind,
      parentId: input.parentId,
      leaderPersonId: leader?.value.personId ?? null,
      scope: input.scope,
    }
    if (!(await updateGrid(q, { communityId, id: now.id, version: now.version }, set)))
      return refuse("changed_meanwhile")
    await audit(q, ctx, "grid.changed", { kind: "community", id: communityId }, { gridId: now.id, name: input.name })
    return done(null)
  })
}

function checkGrid(gridId: string | null, input: GridFacts, all: readonly Grid[]): Result<null> {
  const namesake = all.find(grid => grid.id !== gridId && plainName(grid.name) === plainName(input.name))
  if (namesake) return refuse("grid_name_taken", { field: "name", name: namesake.name })
  return checkGridParent(gridId, input.parentId, all)
}

/** Grids with their micro-grids under them, and each leader's name. */
export async function readGrids(ctx: Ctx) {
  const all = await listGrids(ctx.db.read, ctx.community.id)
  const leaderIds = all.flatMap(grid => grid.leaderPersonId ?? [])
  const leaders = await listPersonNames(ctx.db.read, ctx.community.id, leaderIds)
  const byName = all.toSorted((a, b) => a.name.localeCompare(b.name, "zh-CN", { numeric: true }))
  const ordered = byName
    .filter(grid => !grid.parentId)
    .flatMap(grid => [grid, ...byName.filter(micro => micro.parentId === grid.id)])
  return ordered.map(grid => ({
    ...grid,
    leader: leaders.get(grid.leaderPersonId ?? "")?.name ?? "",
    leaderPhone: leaders.get(grid.leaderPersonId ?? "")?.phone ?? "",
    parent: all.find(other => other.id === grid.parentId)?.name ?? "",
  }))
}
