import Sqlite from "better-sqlite3"
import { expect, test } from "vitest"
import { isPostgres } from "#db/columns"
import { aWorld } from "#tests/world"
import { listFiled, listFiledBetween } from "~/registry/archive-store"
import { listDocuments, listPaperSheets } from "~/registry/document-store"

// A row is read past its bytes to reach what stands behind them: which rows are read at all is for the index to say.
test.skipIf(isPostgres)(
  "sheets are looked up by their subject, their paper or their day in an index made for it",
  async () => {
    const world = await aWorld()
    const { read } = world.db
    const id = world.community.id
    const days = { from: new Date("2026-01-01T00:00:00Z"), before: new Date("2027-01-01T00:00:00Z") }
    const questions = {
      subject: listDocuments(read, id, { kind: "meeting", id: "meeting-1" }),
      paper: listPaperSheets(read, id, { kind: "minutes", subjectId: "minutes-1" }),
      year: listFiledBetween(read, id, days),
      count: listFiled(read, id),
    }
    const connection = new Sqlite(world.url, { readonly: true })
    const planOf = (question: unknown) => {
      const { sql, params } = (question as { toSQL(): { sql: string; params: unknown[] } }).toSQL()
      const steps = connection.prepare(`explain query plan ${sql}`).all(...params) as { detail: string }[]
      return steps[0]!.detail
    }
    expect(planOf(questions.subject)).toContain(
      "INDEX documents_subject (community_id=? AND subject_kind=? AND subject_id=?)",
    )
    expect(planOf(questions.paper)).toMatch(/INDEX documents_\w+ \(community_id=\? AND kind=\? AND subject_id=\?/)
    expect(planOf(questions.year)).toContain("INDEX documents_filed (community_id=? AND created_at>? AND created_at<?)")
    expect(planOf(questions.count)).toContain("COVERING INDEX documents_filed")
    connection.close()
  },
)
