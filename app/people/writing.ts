import { isUniqueViolation, type Writer } from "#db/client"
import type { SubjectKind } from "#db/schema/registry"
import { type Refusal, type Result, refuse } from "~/law/result"
import { listAuditEntries } from "~/registry/store"
import type { Ctx } from "~/web/context"

/** Rolls the transaction back and comes out as the refusal it carries. */
class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.code)
  }
}

/**
 * A transaction of which a refusal leaves nothing behind, for use cases that settle one thing before they look at the
 * next. `taken` is the answer when a unique index refuses what someone else wrote in the same moment.
 */
export async function writeOrRefuse<T>(
  ctx: Pick<Ctx, "db">,
  lock: string,
  work: (q: Writer) => Promise<Result<T>>,
  taken: Refusal = refuse("changed_meanwhile"),
): Promise<Result<T>> {
  try {
    return await ctx.db.tx(lock, async q => {
      const result = await work(q)
      if (!result.ok) throw new Refused(result)
      return result
    })
  } catch (error) {
    if (error instanceof Refused) return error.refusal
    if (isUniqueViolation(error)) return taken
    throw error
  }
}

type Compared = { label: string; now: string; typed: string }

/** What the second of two editors is told: who was first, and what stands there now where it is not what they typed. */
export async function changedMeanwhile(
  q: Writer,
  ctx: Pick<Ctx, "community">,
  subject: { kind: SubjectKind; id: string },
  version: number,
  fields: Compared[],
): Promise<Refusal> {
  const entries = await listAuditEntries(q, ctx.community.id, [{ kind: subject.kind, ids: [subject.id] }])
  const changes = fields
    .filter(({ now, typed }) => now !== typed)
    .map(({ label, now }) => ({ label, now: now || "（空）" }))
  return refuse("changed_meanwhile", { by: entries.at(-1)?.actorName, version, changes })
}
