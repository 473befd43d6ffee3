import readXlsx from "read-excel-file/node"
import { describe, expect, test } from "vitest"
import { aFinalAnswer, aGrid, aMergedIssue, anAnswer, anIssue } from "#tests/intake/factories"
import { readText } from "#tests/templates/read-pdf"
import { aWorld } from "#tests/world"
import { endClaim, finishClaim, reportClaim } from "~/followup/claims/claiming"
import { endResource } from "~/followup/claims/resources"
import type { LedgerKind } from "~/followup/ledgers/kinds"
import { fileLedger, listLedgersFor, previewLedger, readLedger, readLedgerFacts } from "~/followup/ledgers/ledgers"
import { finishTask, signForTask } from "~/followup/working"
import { answerIssue, sortIssue } from "~/intake/sorting"
import { readDocument } from "~/records/document-reading"
import type { Ctx } from "~/web/context"
import { aClaim, aReferredIssue, aResource, aTaskOfIssue, aWish, codeOf, must } from "./factories"

const thisYear = { from: "2026-01-01", to: "2026-12-31" }
const anOffice = async () => {
  const world = await aWorld()
  return { world, secretary: await world.as("secretary") }
}
/** The rows of a ledger as records, by the names of the columns. */
async function rowsOf(ctx: Ctx, ledger: LedgerKind, period = thisYear) {
  const { columns, rows, totals } = must(await readLedgerFacts(ctx, { ledger, ...period }))
  const named = rows.map(row => Object.fromEntries(columns.map(({ name }, at) => [name, row[at]])))
  return { columns: columns.map(column => column.name), rows: named, totals }
}

describe("问题清单", () => {
  test("has every column the office asks for, in its order", async () => {
    const { secretary } = await anOffice()
    expect((await rowsOf(secretary, "issue")).columns).toEqual([
      "编号",
      "渠道",
      "提出时间",
      "提出人",
      "网格",
      "类别",
      "内容",
      "合并数",
      "状态",
      "时限",
      "答复",
    ])
  })

  test("tells of an issue what was reported, sorted and answered", async () => {
    const { secretary } = await anOffice()
    const gridId = await aGrid(secretary)
    const issueId = await anIssue(secretary, { gridId, title: "楼道灯", content: "银杏家园7栋楼道灯不亮" })
    must(
      await sortIssue(secretary, {
        issueId,
        sorting: { triage: "refer", reason: "要物业来修", firstAnswer: anAnswer(), handler: "银杏物业" },
      }),
    )
    expect((await rowsOf(secretary, "issue")).rows).toEqual([
      {
        编号: "振社问〔2026〕1号",
        渠道: "微信群",
        提出时间: "2026-10-08",
        提出人: "寅女士",
        网格: "第一网格",
        类别: "转办",
        内容: "银杏家园7栋楼道灯不亮",
        合并数: null,
        状态: "办理中",
        时限: "2026-10-23",
        答复: "2026年10月8日受理答复：已经收到，明天去看。",
      },
    ])
    must(await answerIssue(secretary, { issueId, answer: aFinalAnswer() }))
    const [row] = (await rowsOf(secretary, "issue")).rows
    expect(row).toMatchObject({ 状态: "已办结", 答复: "2026年10月8日办结答复：已经办好。" })
  })

  test("counts what was merged, and leads a merged one to its head", async () => {
    const { secretary } = await anOffice()
    await aMergedIssue(secretary, 2)
    const { rows, totals } = await rowsOf(secretary, "issue")
    expect(rows.map(row => [row.合并数, row.状态])).toEqual([
      [2, "待受理"],
      [null, "已并入振社问〔2026〕1号"],
      [null, "已并入振社问〔2026〕1号"],
    ])
    expect(totals.join("")).toBe(
      "共3件，其中并入其他问题2件。其余的：待受理1件，待处置0件，办理中0件，已办结0件。逾期0件。",
    )
  })

  test("says how late an answer is", async () => {
    const { world, secretary } = await anOffice()
    await anIssue(secretary)
    world.clock.now = new Date("2026-10-20T01:00:00.000Z")
    const { rows, totals } = await rowsOf(secretary, "issue")
    expect(rows[0]!.状态).toMatch(/^待受理，逾期\d+天$/)
    expect(totals.at(-1)).toBe("逾期1件。")
  })

  test("holds its days and no others", async () => {
    const { secretary } = await anOffice()
    for (const reportedOn of ["2026-09-30", "2026-10-01", "2026-10-08"]) await anIssue(secretary, { reportedOn })
    const { rows } = await rowsOf(secretary, "issue", { from: "2026-10-01", to: "2026-10-07" })
    expect(rows.map(row => row.提出时间)).toEqual(["2026-10-01"])
  })

  test("carries no telephone, neither the proposer's nor one somebody wrote into it", async () => {
    const { secretary } = await anOffice()
    const issueId = await aWish(secretary, { content: "想要老花镜，请打 139-0000-0077 找我女儿" })
    await aClaim(secretary, { issueId, content: "联系一三九〇〇〇〇〇〇七八送货" })
    await aResource(secretary, { content: "配镜，热线13900000079" })
    for (const ledger of ["issue", "need", "project", "duty"] as const) {
      const facts = JSON.stringify(must(await readLedgerFacts(secretary, { ledger, ...thisYear })))
      expect(facts, ledger).not.toMatch(/1390000|139-0000|一三九/)
    }
    expect((await rowsOf(secretary, "need")).rows[0]!.需求).toContain("（号码略）")
  })
})

test("需求清单 follows a wish until its proposer is answered", async () => {
  const { secretary } = await anOffice()
  const issueId = await aWish(secretary)
  await anIssue(secretary)
  const now = async () => (await rowsOf(secretary, "need")).rows.map(row => [row.认领单位, row.状态])
  expect(await now()).toEqual([["", "待认领"]])
  const claimId = await aClaim(secretary, { issueId })
  expect(await now()).toEqual([["甲乙眼镜店", "已认领"]])
  must(await endClaim(secretary, { claimId, reason: "店面搬走了" }))
  expect(await now()).toEqual([["", "待认领"]])
  const again = await aClaim(secretary, { issueId, claimant: "丙丁药房" })
  must(await finishClaim(secretary, { claimId: again, result: "送到了", doneOn: "2026-10-08" }))
  expect(await now()).toEqual([["丙丁药房", "已实现，待答复"]])
  must(await answerIssue(secretary, { issueId, answer: aFinalAnswer() }))
  expect(await now()).toEqual([["丙丁药房", "已办结"]])
  expect((await rowsOf(secretary, "need")).totals).toEqual([
    "共1件：待认领0件；已认领0件；已实现，待答复0件；已办结1件。",
  ])
})

test("资源清单 says who offers what, whom to call, until when, and what it was used for", async () => {
  const { secretary } = await anOffice()
  const used = await aResource(secretary)
  await aClaim(secretary, { resourceId: used })
  const ended = await aResource(secretary, { provider: "丙丁药房", until: null })
  must(await endResource(secretary, { resourceId: ended, reason: "活动结束" }))
  const { rows, totals } = await rowsOf(secretary, "resource")
  expect(rows).toEqual([
    {
      编号: "振社资〔2026〕1号",
      单位: "甲乙眼镜店",
      可供资源: "为老人免费配镜",
      联系人: "甲经理",
      联系电话: "13900000021",
      期限: "2099-12-31",
      用于项目: 1,
      状态: "可用",
    },
    expect.objectContaining({ 单位: "丙丁药房", 期限: "长期", 用于项目: 0, 状态: "已停止：活动结束" }),
  ])
  expect(totals).toEqual(["共2项，现在可用1项。"])
  expect((await rowsOf(secretary, "resource", { from: "2025-01-01", to: "2025-12-31" })).rows).toEqual([])
})

test("项目清单 joins need and resource, by whom and how far", async () => {
  const { secretary } = await anOffice()
  const resourceId = await aResource(secretary)
  const claimId = await aClaim(secretary, { resourceId })
  must(await reportClaim(secretary, { claimId, progress: "已验光" }))
  expect((await rowsOf(secretary, "project")).rows).toEqual([
    {
      编号: "振社项〔2026〕1号",
      需求: "想要一副老花镜（振社问〔2026〕1号）",
      资源: "为老人免费配镜（振社资〔2026〕1号）",
      认领单位: "甲乙眼镜店",
      怎么办: "验光后送到家",
      认领时间: "2026-10-08",
      时限: "2026-10-18",
      进度: "已验光",
      状态: "办理中",
      完成时间: null,
    },
  ])
  must(await finishClaim(secretary, { claimId, result: "送到了", doneOn: "2026-10-08" }))
  expect((await rowsOf(secretary, "project")).rows[0]).toMatchObject({
    状态: "已完成",
    进度: "送到了",
    完成时间: "2026-10-08",
  })
})

test("履职清单 lists each person's matters, by when, and whether they are done", async () => {
  const { world, secretary } = await anOffice()
  const gridWorker = await world.as("gridWorker")
  const handler = await world.as("handler")
  await anIssue(gridWorker, { collectorName: gridWorker.actor.name, place: "", content: "路灯不亮", title: "路灯不亮" })
  const taskId = await aTaskOfIssue(secretary, await aReferredIssue(secretary), {
    handlerPersonId: handler.actor.personId,
  })
  await aTaskOfIssue(secretary, await aReferredIssue(secretary))
  must(await signForTask(handler, { taskId }))
  must(await finishTask(handler, { taskId }))
  const { rows, totals } = await rowsOf(secretary, "duty")
  expect(rows).toContainEqual({
    责任人: handler.actor.name,
    网格: "",
    职责: "承办",
    编号: "振社办〔2026〕1号",
    事项: "更换井盖",
    数量: "3/3处",
    时限: "2026-10-20",
    完成情况: "待验收",
    完成时间: "2026-10-08",
  })
  expect(rows).toContainEqual(
    expect.objectContaining({ 责任人: gridWorker.actor.name, 职责: "上报", 事项: "路灯不亮", 完成时间: null }),
  )
  expect(rows).toHaveLength(2)
  expect(totals).toEqual(["2人，共2项，已完成1项，逾期0项。"])
})

describe("filing", () => {
  test("the same day and rows give the file that is there, on paper and as a workbook", async () => {
    const { secretary } = await anOffice()
    await anIssue(secretary)
    for (const format of ["pdf", "xlsx"] as const) {
      const asked = { ledger: "issue", ...thisYear, format } as const
      const first = must(await fileLedger(secretary, asked)).document!
      expect(first).toMatchObject({ kind: "issueLedger", format, version: 1 })
      expect(must(await fileLedger(secretary, asked)).document!.id).toBe(first.id)
    }
    await anIssue(secretary, { place: "别处" })
    const next = must(await fileLedger(secretary, { ledger: "issue", ...thisYear, format: "pdf" })).document!
    expect(next.version).toBe(2)
    const page = must(await readLedger(secretary, { ledger: "issue", ...thisYear }))
    expect(page.filed.map(one => [one.format, one.version])).toEqual([
      ["pdf", 2],
      ["xlsx", 1],
      ["pdf", 1],
    ])
    const other = must(await readLedger(secretary, { ledger: "issue", from: "2026-01-01", to: "2026-06-30" }))
    expect(other.filed, "another period is another ledger").toEqual([])
  })

  test("the workbook opens with what the ledger holds", async () => {
    const { secretary } = await anOffice()
    await anIssue(secretary, { reporterName: "=甲一" })
    const { document } = must(await fileLedger(secretary, { ledger: "issue", ...thisYear, format: "xlsx" }))
    const { content } = must(await readDocument(secretary, document!.id))
    const rows = (await readXlsx(Buffer.from(content)))[0]!.data
    expect(rows[0]![0]).toBe("振兴社区问题清单")
    expect(rows[3]!.slice(0, 5)).toEqual([1, "振社问〔2026〕1号", "微信群", new Date("2026-10-08T00:00:00Z"), "=甲一"])
  })

  test("each of the five comes out on paper and as a workbook, with whatever it holds", async () => {
    const { secretary } = await anOffice()
    await aClaim(secretary, { resourceId: await aResource(secretary, { until: null }) })
    await aTaskOfIssue(secretary, await aReferredIssue(secretary), { handlerPersonId: secretary.actor.personId })
    for (const ledger of listLedgersFor(secretary))
      for (const format of ["pdf", "xlsx"] as const) {
        const { document } = must(await fileLedger(secretary, { ledger, ...thisYear, format }))
        expect(document).toMatchObject({ kind: `${ledger}Ledger`, format })
      }
  })

  test("what is looked at is what is filed", async () => {
    const { secretary } = await anOffice()
    await anIssue(secretary)
    const seen = must(await previewLedger(secretary, { ledger: "issue", ...thisYear }))
    const { document } = must(await fileLedger(secretary, { ledger: "issue", ...thisYear, format: "pdf" }))
    const { content } = must(await readDocument(secretary, document!.id))
    expect(Buffer.compare(seen, content)).toBe(0)
    expect(readText(seen)).toContain("振兴社区问题清单")
  })

  test("a long one is made after the answer", async () => {
    const { world, secretary } = await anOffice()
    for (let at = 0; at <= 400; at += 1) await anIssue(secretary, { place: `第${at}处`, content: "灯不亮" })
    const asked = { ledger: "issue", ...thisYear } as const
    expect(codeOf(await previewLedger(secretary, asked))).toBe("ledger_too_long")
    expect(must(await fileLedger(secretary, { ...asked, format: "xlsx" })).jobId).toBeDefined()
    await world.settled()
    expect(must(await readLedger(secretary, asked))).toMatchObject({ isLong: true, filed: [{ format: "xlsx" }] })
  })

  test.each([
    { from: "2026-12-31", to: "2026-01-01" },
    { from: "", to: "2026-01-01" },
    { from: "2026-02-30", to: "2026-12-31" },
    { from: "1900-01-01", to: "2026-12-31" },
  ])("no period is refused: %o", async period => {
    const { secretary } = await anOffice()
    expect(codeOf(await readLedgerFacts(secretary, { ledger: "issue", ...period }))).toBe("ledger_period_wrong")
  })
})

test("who reads which ledger, and the file of it", async () => {
  const { world, secretary } = await anOffice()
  await aResource(secretary)
  const readable: Record<string, LedgerKind[]> = {
    administrator: ["issue", "need", "resource", "project"],
    secretary: ["issue", "need", "resource", "project", "duty"],
    gridWorker: ["issue", "need", "project"],
    reviewer: ["issue", "need", "project", "duty"],
    viewer: ["issue", "need", "project"],
    handler: [],
    delegate: [],
  }
  const all = ["issue", "need", "resource", "project", "duty"] as const
  for (const [role, ledgers] of Object.entries(readable)) {
    const ctx = await world.as(role as "viewer")
    expect(listLedgersFor(ctx), role).toEqual(ledgers)
    for (const ledger of all)
      expect(codeOf(await readLedger(ctx, { ledger, ...thisYear })), `${role} ${ledger}`).toBe(
        ledgers.includes(ledger) ? "done" : "forbidden",
      )
  }
  const { document } = must(await fileLedger(secretary, { ledger: "resource", ...thisYear, format: "pdf" }))
  expect(codeOf(await readDocument(await world.as("viewer"), document!.id))).toBe("forbidden")
})

test.each(["issue", "need", "resource", "project", "duty"] as const)(
  "a ledger of %s asks as few questions of the database, however many rows there are",
  async ledger => {
    const { secretary } = await anOffice()
    const questions = async () => {
      let asked = 0
      const { read } = secretary.db
      const select = (...fields: Parameters<typeof read.select>) => {
        asked += 1
        return read.select(...fields)
      }
      const db = {
        ...secretary.db,
        read: new Proxy(read, { get: (all, name) => (name === "select" ? select : Reflect.get(all, name)) }),
      }
      must(await readLedgerFacts({ ...secretary, db }, { ledger, ...thisYear }))
      return asked
    }
    const row = async () => {
      await aClaim(secretary, { resourceId: await aResource(secretary) })
      await aTaskOfIssue(secretary, await aReferredIssue(secretary))
      await aMergedIssue(secretary)
    }
    await row()
    const few = await questions()
    for (let at = 0; at < 8; at += 1) await row()
    expect(await questions()).toBe(few)
  },
)
