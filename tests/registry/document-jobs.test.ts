import { addMinutes } from "date-fns"
import { expect, test } from "vitest"
import { isPostgres } from "#db/columns"
import { dutyListTemplate } from "#templates/duty-list"
import type { Printing } from "#templates/printing"
import { aWorld, type World } from "#tests/world"
import { findDocumentJob, insertDocumentJob } from "~/registry/document-job-store"
import { beginDocument, endLostJobs, readDocumentJob } from "~/registry/document-jobs"
import { listDocuments } from "~/registry/document-store"
import type { Ctx } from "~/web/context"
import { refuseWhenDiskIsFull } from "~/web/full-disk"

const facts = (person: string) => ({
  community: "振兴社区",
  issuer: "振兴社区居民委员会",
  issuedOn: "2026年10月8日",
  person,
  rows: [],
})

const aLongPaper = (ctx: Ctx, person = "丁四") =>
  beginDocument(ctx, {
    kind: "dutyList",
    subject: { kind: "person", id: "person-1" },
    number: null,
    title: "履职清单",
    fileName: "履职清单.pdf",
    facts: facts(person),
    template: dutyListTemplate,
    date: "2026-10-08",
  })

const value = <T>(result: { ok: true; value: T } | { ok: false; code: string }): T => {
  if (!result.ok) throw new Error(result.code)
  return result.value
}

test("a long paper is drawn after the answer is given, and lies filed in the end", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const { jobId } = value(await aLongPaper(ctx))
  await world.settled()
  const job = value(await readDocumentJob(ctx, jobId))
  expect(job).toMatchObject({ state: "ready", failure: null })
  const [sheet] = await listDocuments(world.db.read, world.community.id, { kind: "person", id: "person-1" })
  expect(sheet).toMatchObject({ id: job.documentId, title: "履职清单", format: "pdf" })
})

test("while it is drawn its page tells how far it is, at most once a second", async () => {
  const world = await aWorld()
  const secretary = await world.as("secretary")
  const seen: [number, number][] = []
  const print: Ctx["print"] = async (_template, _facts, _printing: Printing, onPage) => {
    for (const page of [1, 2, 3]) {
      world.clock.now = new Date(world.clock.now.getTime() + (page === 3 ? 10 : 2000))
      onPage?.(page, 200)
    }
    return new TextEncoder().encode("甲")
  }
  const db: Ctx["db"] = {
    ...world.db,
    tx: (lock, work) =>
      world.db.tx(lock, async q => {
        const result = await work(q)
        if (jobId) {
          const job = await findDocumentJob(q, world.community.id, jobId)
          if (job && job.pagesTotal > 0 && seen.at(-1)?.[0] !== job.pagesDone)
            seen.push([job.pagesDone, job.pagesTotal])
        }
        return result
      }),
  }
  let jobId = ""
  ;({ jobId } = value(await aLongPaper({ ...secretary, print, db })))
  await world.settled()
  expect(seen).toEqual([
    [1, 200],
    [2, 200],
  ])
})

test("a paper that cannot be printed ends its drawing with the reason, and files nothing", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const { jobId } = value(await aLongPaper(ctx, "丁\u{10FFFD}"))
  await world.settled()
  const job = value(await readDocumentJob(ctx, jobId))
  expect(job.failure?.code).toBe("characters_missing")
  expect(job).toMatchObject({ state: "failed", documentId: null })
})

test("a drawing that breaks is over for whoever waits, and is reported", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const works: Promise<unknown>[] = []
  const print: Ctx["print"] = () => Promise.reject(new Error("the thread is gone"))
  const { jobId } = value(await aLongPaper({ ...ctx, print, background: work => works.push(work) }))
  await expect(works[0]).rejects.toThrow("the thread is gone")
  expect(value(await readDocumentJob(ctx, jobId))).toMatchObject({
    state: "failed",
    failure: { code: "drawing_failed" },
  })
})

test("how far it is could not be noted: the paper is drawn and filed all the same", async () => {
  const world = await aWorld()
  const secretary = await world.as("secretary")
  let jobs = 0
  const db: Ctx["db"] = {
    ...world.db,
    tx: (lock, work) => {
      if (!lock.startsWith("job:")) return world.db.tx(lock, work)
      jobs += 1
      // The first makes it, the second begins it, the third tells the first page.
      return jobs === 3 ? Promise.reject(new Error("the disk is full")) : world.db.tx(lock, work)
    },
  }
  const print: Ctx["print"] = async (_template, _facts, _printing, onPage) => {
    world.clock.now = new Date(world.clock.now.getTime() + 2000)
    onPage?.(1, 2)
    await new Promise(done => setImmediate(done))
    return new TextEncoder().encode("甲")
  }
  const { jobId } = value(await aLongPaper({ ...secretary, print, db }))
  await world.settled()
  expect(value(await readDocumentJob(secretary, jobId))).toMatchObject({ state: "ready", pagesDone: 0 })
})

/** A disk on which no room is left once so many transactions went through; `heal` makes room again. */
function aFullDisk(world: World, after: number) {
  let isFull = true
  let count = 0
  const db: Ctx["db"] = {
    ...world.db,
    tx: (lock, work) => {
      count += 1
      return isFull && count > after
        ? Promise.reject(Object.assign(new Error("no space left"), { code: "ENOSPC" }))
        : world.db.tx(lock, work)
    },
  }
  return { db, heal: () => (isFull = false) }
}

test.each([
  ["before it was begun", 1],
  ["before it was filed", 2],
])(
  "on a disk that was full %s the drawing is over for whoever waits, says so, and can be tried again",
  async (_when, after) => {
    const world = await aWorld()
    const ctx = await world.as("secretary")
    const works: Promise<unknown>[] = []
    const disk = aFullDisk(world, after)
    const onFullDisk = {
      ...ctx,
      db: refuseWhenDiskIsFull(disk.db),
      background: (work: Promise<unknown>) => works.push(work),
    }
    const { jobId } = value(await aLongPaper(onFullDisk))
    await expect(works[0]).rejects.toMatchObject({ init: { status: 507 } })
    // Nothing could be written of it: the row still says that it goes on.
    expect((await findDocumentJob(world.db.read, world.community.id, jobId))!.finishedAt).toBeNull()
    expect(value(await readDocumentJob(ctx, jobId))).toMatchObject({ state: "failed", failure: { code: "disk_full" } })
    disk.heal()
    const again = value(await aLongPaper(onFullDisk))
    await works[1]
    expect(value(await readDocumentJob(ctx, again.jobId))).toMatchObject({ state: "ready", failure: null })
  },
)

test("a paper that was filed before the disk was full is there for whoever waits", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const works: Promise<unknown>[] = []
  const { db } = aFullDisk(world, 3)
  const { jobId } = value(await aLongPaper({ ...ctx, db, background: work => works.push(work) }))
  await expect(works[0]).rejects.toThrow("no space left")
  const [sheet] = await listDocuments(world.db.read, world.community.id, { kind: "person", id: "person-1" })
  expect(value(await readDocumentJob(ctx, jobId))).toMatchObject({ state: "ready", documentId: sheet!.id })
})

test("what nobody has ended in ten minutes was given up, whichever process had begun it", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const print: Ctx["print"] = () => new Promise(() => {})
  const { jobId } = value(await aLongPaper({ ...ctx, print, background: () => {} }))
  world.clock.now = addMinutes(world.clock.now, 10)
  expect(value(await readDocumentJob(ctx, jobId)).failure).toBeNull()
  world.clock.now = addMinutes(world.clock.now, 1)
  expect(value(await readDocumentJob(ctx, jobId))).toMatchObject({
    state: "failed",
    failure: { code: "drawing_lost" },
  })
})

test("only whoever asked for it is told of it", async () => {
  const world = await aWorld()
  const { jobId } = value(await aLongPaper(await world.as("secretary")))
  await world.settled()
  expect(await readDocumentJob(await world.as("administrator"), jobId)).toMatchObject({ ok: false, code: "forbidden" })
  expect(await readDocumentJob(world.asStranger(), jobId)).toMatchObject({ ok: false, code: "not_found" })
  expect(await aLongPaper(world.asStranger())).toMatchObject({ ok: false, code: "forbidden" })
})

test("after a restart nobody waits for what the last process had begun", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  await world.db.tx("job:lost", q =>
    insertDocumentJob(q, {
      communityId: world.community.id,
      id: "lost",
      kind: "issueLedger",
      format: "pdf",
      subjectKind: "community",
      subjectId: "2026",
      title: "问题清单",
      state: "drawing",
      pagesDone: 12,
      pagesTotal: 200,
      failure: null,
      createdAt: world.clock.now,
      createdBy: ctx.actor.accountId!,
    }),
  )
  // Several processes may share a PostgreSQL: there it is given up only when it is old.
  world.clock.now = isPostgres ? addMinutes(world.clock.now, 11) : addMinutes(world.clock.now, 1)
  await endLostJobs(world.installation)
  expect(value(await readDocumentJob(ctx, "lost"))).toMatchObject({
    state: "failed",
    failure: { code: "drawing_lost" },
  })
})
