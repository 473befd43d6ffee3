import { addMinutes } from "date-fns"
import { isPostgres } from "#db/columns"
import { done, type Refusal, type Result, refuse } from "~/law/result"
import type { Ctx, Installation } from "~/web/context"
import { isOutOfRoom } from "~/web/full-disk"
import {
  type DocumentJob,
  failUnfinishedJobs,
  findDocumentJob,
  insertDocumentJob,
  updateDocumentJob,
} from "./document-job-store"
import { issueDocument, type NewDocument } from "./documents"

const tellEveryMs = 1000
/** What is older than this and not over was given up, perhaps by another process on the same database. */
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

async function drawJob<Facts extends object>(ctx: Ctx, job: JobKey, input: NewDocument<Facts>): Promise<void> {
  const note = (change: Parameters<typeof updateDocumentJob>[2]) =>
    ctx.db.tx(`job:${job.id}`, q => updateDocumentJob(q, job, change))
  let told = ctx.now().getTime()
  // Only told: what could not be noted keeps no paper from being drawn.
  let telling: Promise<unknown> = note({ state: "drawing" }).catch(() => {})
  const print: Ctx["print"] = (template, facts, printing) =>
    ctx.print(template, facts, printing, (pagesDone, pagesTotal) => {
      const now = ctx.now().getTime()
      if (now - told < tellEveryMs) return
      told = now
      telling = telling.then(() => note({ pagesDone, pagesTotal })).catch(() => {})
    })
  const end = (ending: Ending) =>
    note(ending).catch((error: unknown) => {
      unwrittenEnds.set(keyOf(job), ending)
      throw error
    })
  const failed = (refusal: Refusal): Ending => ({
    state: "failed",
    failure: failureOf(refusal),
    documentId: null,
    finishedAt: ctx.now(),
  })
  const ending = await issueDocument({ ...ctx, print }, input).then(
    (issued): Ending =>
      issued.ok
        ? { state: "ready", failure: null, documentId: issued.value.document.id, finishedAt: ctx.now() }
        : failed(issued),
    async (error: unknown) => {
      await telling
      // What broke is what is thrown on, not that its end could not be written either.
      await end(failed(refuse(isOutOfRoom(error) ? "disk_full" : "drawing_failed"))).catch(() => {})
      throw error
    },
  )
  await telling
  await end(ending)
}

const failureOf = ({ code, detail }: Refusal) => ({ code, detail })
const lost = failureOf(refuse("drawing_lost"))

type JobKey = { communityId: string; id: string }
type Ending = Pick<DocumentJob, "state" | "failure" | "documentId" | "finishedAt">

/**
 * Ends that could not be written, as on a full disk: told from here as long as this process runs; after it the row is ended
 * as what a process that is gone had begun.
 */
const unwrittenEnds = new Map<string, Ending>()
const keyOf = ({ communityId, id }: JobKey) => `${communityId} ${id}`

/** How far it is; only for whoever asked for it. Refusals: not_found, forbidden. */
export async function readDocumentJob(ctx: Ctx, jobId: string): Promise<Result<DocumentJob>> {
  const job = await findDocumentJob(ctx.db.read, ctx.community.id, jobId)
  if (!job || !ctx.actor.accountId) return refuse("not_found")
  if (job.createdBy !== ctx.actor.accountId) return refuse("forbidden")
  if (job.finishedAt) return done(job)
  const ending = unwrittenEnds.get(keyOf(job))
  if (ending) return done({ ...job, ...ending })
  const isGivenUp = job.createdAt < addMinutes(ctx.now(), -longestMinutes)
  return done(isGivenUp ? { ...job, state: "failed", failure: lost } : job)
}

/** At start: what a process that is gone had begun is over, so that nobody waits for it. */
export async function endLostJobs(installation: Pick<Installation, "db" | "now">): Promise<void> {
  const now = installation.now()
  // A file has one process: whatever is unfinished was the last one's.
  const begunBefore = isPostgres ? addMinutes(now, -longestMinutes) : now
  await installation.db.tx("jobs", q => failUnfinishedJobs(q, begunBefore, lost, now))
}
