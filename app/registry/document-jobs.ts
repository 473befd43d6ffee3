import { addMinutes } from "date-fns"
import { isPostgres } from "#db/columns"
import { done, type Refusal, type Result, refuse } from "~/law/result"
import type { Ctx, Installation } from "~/web/context"
import {
  type DocumentJob,
  failUnfinishedJobs,
  findDocumentJob,
  insertDocumentJob,
  updateDocumentJob,
} from "./document-job-store"
import { issueDocument, type NewDocument } from "./documents"

const tellEveryMs = 1000
/** With several processes on one database, what is older than this was given up by its own. */
const longestMinutes = 10

/**
 * A long paper, drawn and filed after the answer is given; its page tells how far it is. The caller has asked for permission
 * and does nothing more. Comes to an end even where the drawing fails.
 */
export async function beginDocument<Facts extends object>(
  ctx: Ctx,
  input: NewDocument<Facts>,
): Promise<Result<{ jobId: string }>> {
  const { accountId } = ctx.actor
  if (!accountId) return refuse("forbidden")
  const job = { communityId: ctx.community.id, id: ctx.newId() }
  await ctx.db.tx(`job:${job.id}`, q =>
    insertDocumentJob(q, {
      ...job,
      kind: input.kind,
      format: input.template.format,
      subjectKind: input.subject.kind,
      subjectId: input.subject.id,
      title: input.title,
      state: "waiting",
      pagesDone: 0,
      pagesTotal: 0,
      failure: null,
      createdAt: ctx.now(),
      createdBy: accountId,
    }),
  )
  ctx.background(drawJob(ctx, job, input))
  return done({ jobId: job.id })
}

async function drawJob<Facts extends object>(
  ctx: Ctx,
  job: { communityId: string; id: string },
  input: NewDocument<Facts>,
): Promise<void> {
  const note = (change: Parameters<typeof updateDocumentJob>[2]) =>
    ctx.db.tx(`job:${job.id}`, q => updateDocumentJob(q, job, change))
  const end = (failure: DocumentJob["failure"], documentId: string | null) =>
    note({ state: failure ? "failed" : "ready", failure, documentId, finishedAt: ctx.now() })
  await note({ state: "drawing" })
  let told = ctx.now().getTime()
  let telling: Promise<unknown> = Promise.resolve()
  const print: Ctx["print"] = (template, facts, printing) =>
    ctx.print(template, facts, printing, (pagesDone, pagesTotal) => {
      const now = ctx.now().getTime()
      if (now - told < tellEveryMs) return
      told = now
      // Only told: what could not be noted keeps no paper from being drawn.
      telling = telling.then(() => note({ pagesDone, pagesTotal })).catch(() => {})
    })
  try {
    const issued = await issueDocument({ ...ctx, print }, input)
    await telling
    await (issued.ok ? end(null, issued.value.document.id) : end(failureOf(issued), null))
  } catch (error) {
    await end(failureOf(refuse("drawing_failed")), null)
    throw error
  }
}

const failureOf = ({ code, detail }: Refusal): DocumentJob["failure"] => ({ code, detail })

/** How far it is; only for whoever asked for it. Refusals: not_found, forbidden. */
export async function readDocumentJob(ctx: Ctx, jobId: string): Promise<Result<DocumentJob>> {
  const job = await findDocumentJob(ctx.db.read, ctx.community.id, jobId)
  if (!job || !ctx.actor.accountId) return refuse("not_found")
  return job.createdBy === ctx.actor.accountId ? done(job) : refuse("forbidden")
}

/** At start: what a process that is gone had begun is over, so that nobody waits for it. */
export async function endLostJobs(installation: Pick<Installation, "db" | "now">): Promise<void> {
  const now = installation.now()
  // A file has one process: whatever is unfinished was the last one's.
  const begunBefore = isPostgres ? addMinutes(now, -longestMinutes) : now
  await installation.db.tx("jobs", q => failUnfinishedJobs(q, begunBefore, failureOf(refuse("drawing_lost")), now))
}
