import { done, type Result, refuse } from "~/law/result"
import { may } from "~/people/permissions"
import { writeOrRefuse } from "~/people/writing"
import { audit } from "~/registry/audit"
import type { Ctx } from "~/web/context"
import { findVenue, insertVenue, listVenues, updateVenue } from "./venue-store"

/** `capacity` is how many it seats; null where nobody counted. */
export type VenueFacts = { name: string; address: string; capacity: number | null }

// A venue is no subject of the log: its rows stand under the community.
const subject = (ctx: Ctx) => ({ kind: "community", id: ctx.community.id }) as const

/** Refusals: forbidden, venue_name_taken. */
export async function addVenue(ctx: Ctx, facts: VenueFacts): Promise<Result<{ venueId: string }>> {
  if (!may(ctx.actor, "register:edit")) return refuse("forbidden")
  const id = ctx.newId()
  const work = async (q: Parameters<typeof insertVenue>[0]) => {
    await insertVenue(q, { communityId: ctx.community.id, id, ...facts, version: 1 })
    await audit(q, ctx, "venue.added", subject(ctx), { venueId: id, name: facts.name })
    return done({ venueId: id })
  }
  return writeOrRefuse(ctx, `register:${ctx.community.id}`, work, refuse("venue_name_taken", { field: "name" }))
}

/** Refusals: forbidden, not_found, venue_name_taken, changed_meanwhile. */
export async function editVenue(
  ctx: Ctx,
  input: VenueFacts & { venueId: string; version: number },
): Promise<Result<null>> {
  if (!may(ctx.actor, "register:edit")) return refuse("forbidden")
  const { venueId, version, ...facts } = input
  return writeOrRefuse(
    ctx,
    `register:${ctx.community.id}`,
    async q => {
      const venue = await findVenue(q, ctx.community.id, venueId)
      if (!venue) return refuse("not_found")
      if (!(await updateVenue(q, { communityId: ctx.community.id, id: venueId, version }, facts)))
        return refuse("changed_meanwhile", {
          version: venue.version,
          changes: [
            { label: "名称", now: venue.name },
            { label: "地址", now: venue.address || "（空）" },
            { label: "能坐多少人", now: venue.capacity === null ? "（空）" : String(venue.capacity) },
          ],
        })
      await audit(q, ctx, "venue.changed", subject(ctx), { venueId, name: facts.name })
      return done(null)
    },
    refuse("venue_name_taken", { field: "name" }),
  )
}

/** Refusal: forbidden. */
export async function listVenueRows(ctx: Ctx) {
  if (!may(ctx.actor, "register:read")) return refuse("forbidden")
  const rows = await listVenues(ctx.db.read, ctx.community.id)
  return done({
    rows: rows.map(({ id, name, address, capacity }) => ({ id, name, address, capacity })),
    mayEdit: may(ctx.actor, "register:edit"),
  })
}

/** Refusals: not_found, forbidden. */
export async function readVenue(ctx: Ctx, venueId: string) {
  const venue = await findVenue(ctx.db.read, ctx.community.id, venueId)
  if (!venue) return refuse("not_found")
  if (!may(ctx.actor, "register:edit")) return refuse("forbidden")
  const { id, name, address, capacity, version } = venue
  return done({ id, name, address, capacity, version })
}
