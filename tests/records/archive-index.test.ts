import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { documentKinds } from "#db/schema/registry"
import { aWorld } from "#tests/world"
import { buildIndex, carriesCodes, indexCsv, safeName } from "~/records/archive-index"
import { mayReadFiled } from "~/records/document-reading"
import type { DocumentView } from "~/registry/document-store"

test("names of folders and files are safe on every system", () => {
  expect(safeName('关于a/b\\c:"*?<>|\n的 决议. ')).toBe("关于a_b_c_______ 的 决议")
  expect(safeName(" .. ")).toBe("无题")
  expect(Array.from(safeName("𠮷".repeat(90)))).toHaveLength(40)
})

test("each class counts its own pieces, and all papers of one matter lie together", () => {
  const of = (id: string, kind: DocumentView["kind"], subjectId: string, version = 1) =>
    ({ ...filed, id, kind, subjectId, version }) as DocumentView
  const lines = buildIndex(
    2026,
    "振兴社区居民委员会",
    [of("a", "minutes", "1"), of("b", "convocation", "1"), of("c", "minutes", "1", 2), of("d", "minutes", "2")],
    () => ({ status: "有效", withdrawn: null, leftOut: "", pages: 1, sequence: 1 }),
  )
  expect(lines.map(line => [line.fileCode, line.file])).toEqual([
    ["WS·2026-Y-0001", "永久/0001 第一件/0001 会议纪要 第1版.pdf"],
    ["WS·2026-D10-0001", "10年/0001 第一件/0001 会议通知 第1版.pdf"],
    ["WS·2026-Y-0002", "永久/0001 第一件/0002 会议纪要 第2版.pdf"],
    ["WS·2026-Y-0003", "永久/0003 第一件/0003 会议纪要 第1版.pdf"],
  ])
  expect(indexCsv([{ ...lines[0]!, title: '=SUM("A1")' }])).toContain(`"'=SUM(""A1"")"`)
})

const filed = {
  format: "pdf",
  subjectKind: "meeting",
  number: null,
  title: "第一件",
  fileName: "第一件.pdf",
  fileHash: "f",
  factsHash: "e",
  createdAt: new Date("2026-03-05T01:00:00Z"),
  createdBy: "乙二",
} satisfies Partial<DocumentView>

test("the checking program knows which papers may be in the index alone: those with codes, and those not every taker may open", async () => {
  const world = await aWorld()
  const takers = [await world.as("administrator"), await world.as("secretary")]
  const apart = []
  for (const kind of documentKinds)
    for (const subjectKind of ["meeting", "poll"] as const) {
      const document = { kind, subjectKind, subjectId: "none" }
      const open = await Promise.all(takers.map(ctx => mayReadFiled(ctx, document)))
      if (carriesCodes({ kind }) || open.includes(false)) apart.push(kind)
    }
  const program = readFileSync("scripts/check-digest.mjs", "utf8")
  const [, known] = /keptApart = (\[[^\]]*\])/.exec(program)!
  expect(JSON.parse(known!.replace(/,\s*\]/, "]"))).toEqual([...new Set(apart)].sort())
})

test("what carries a code stays out of the package: slips of a meeting, forms with the number one follows a matter by", () => {
  const leftOut = documentKinds.filter(kind => carriesCodes({ kind }))
  expect(leftOut).toEqual(["checkInSlips", "satisfactionForm"])
})
