import type { Writer } from "#db/client"
import type { SubjectKind } from "#db/schema/registry"
import type { Ctx, Installation } from "~/web/context"
import { insertAuditEntries, insertAuditEntry } from "./store"

/** The installation itself, or someone whom nobody knows. */
const nobody = "无名"

/**
 * Inner step, called once in every write's transaction. `action` is `<noun>.<verb in the past>`;
 * `detail` holds plain facts for the timeline: never a choice of a secret round, a password or a code.
 */
export async function audit(
  q: Writer,
  ctx: Pick<Ctx, "actor" | "community" | "now" | "newId">,
  action: string,
  subject: { kind: SubjectKind; id: string },
  detail: Record<string, unknown> = {},
): Promise<void> {
  await insertAuditEntry(q, {
    communityId: ctx.community.id,
    id: ctx.newId(),
    at: ctx.now(),
    action,
    subjectKind: subject.kind,
    subjectId: subject.id,
    actorPersonId: ctx.actor.personId ?? ctx.actor.seat?.personId ?? null,
    actorName: ctx.actor.name || seatName(ctx.actor) || nobody,
    detail,
  })
}

/** Whose seat it was, and who of the staff pressed its buttons. */
const seatName = ({ seat }: Ctx["actor"]) => (seat?.helper ? `${seat.name}（${seat.helper.name}代操作）` : seat?.name)

/** The same for what happens before any community's gate: sign-ins, the first run. */
export async function auditAs(
  q: Writer,
  installation: Pick<Installation, "now" | "newId">,
  who: { communityId: string; personId: string | null; name: string },
  action: string,
  subject: { kind: SubjectKind; id: string },
  detail: Record<string, unknown> = {},
): Promise<void> {
  await insertAuditEntry(q, {
    communityId: who.communityId,
    id: installation.newId(),
    at: installation.now(),
    action,
    subjectKind: subject.kind,
    subjectId: subject.id,
    actorPersonId: who.personId,
    actorName: who.name || nobody,
    detail,
  })
}

/** The same for many subjects of one work, as an import writes them. */
export async function auditEach(
  q: Writer,
  ctx: Pick<Ctx, "actor" | "community" | "now" | "newId">,
  action: string,
  subjects: readonly { kind: SubjectKind; id: string; detail: Record<string, unknown> }[],
): Promise<void> {
  const at = ctx.now()
  await insertAuditEntries(
    q,
    subjects.map(({ kind, id, detail }) => ({
      communityId: ctx.community.id,
      id: ctx.newId(),
      at,
      action,
      subjectKind: kind,
      subjectId: id,
      actorPersonId: ctx.actor.personId,
      actorName: ctx.actor.name || nobody,
      detail,
    })),
  )
}
