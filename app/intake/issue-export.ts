import { civilDateOf } from "~/law/civil-date"
import { done, type Result, refuse } from "~/law/result"
import { may } from "~/people/permissions"
import { listGrids } from "~/people/register-store"
import { writeWorkbook } from "~/registry/spreadsheet-writing"
import type { Ctx } from "~/web/context"
import { writeIssueRows } from "./issue-sheet-writing"
import { knownIssueOf } from "./like-issues"
import { listAllIssues } from "./store"

/** The whole ledger as a workbook: read again by the import, every row is unchanged. */
export async function exportIssues(ctx: Ctx): Promise<Result<{ fileName: string; bytes: Uint8Array }>> {
  if (!may(ctx.actor, "issue:import")) return refuse("forbidden")
  const grids = await listGrids(ctx.db.read, ctx.community.id)
  const issues = await listAllIssues(ctx.db.read, ctx.community.id)
  const { columns, rows } = writeIssueRows(
    issues.map(issue => ({
      ...knownIssueOf(ctx, issue),
      gridName: grids.find(grid => grid.id === issue.gridId)?.name ?? "",
    })),
  )
  const bytes = await writeWorkbook({ sheetName: "问题台账", columns, rows })
  return done({ fileName: `${ctx.community.name}问题台账${civilDateOf(ctx.now())}.xlsx`, bytes })
}
