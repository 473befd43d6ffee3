import { exportIssues } from "~/intake/issue-export"
import { appContext } from "~/web/context"
import { orThrow } from "~/web/forms"
import type { Route } from "./+types/issues-export"

/** The ledger as a workbook. */
export async function loader({ context }: Route.LoaderArgs) {
  const { fileName, bytes } = orThrow(context, await exportIssues(context.get(appContext)))
  return new Response(Buffer.from(bytes), {
    headers: {
      "Content-Type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "Content-Disposition": `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`,
      "Cache-Control": "no-store",
    },
  })
}
