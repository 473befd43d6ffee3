import { unitExample } from "~/estates/unit-columns"
import { unitsImport } from "~/estates/unit-import"
import { emptyTable } from "~/people/import-templates"
import { appContext } from "~/web/context"
import { orThrow } from "~/web/forms"
import type { Route } from "./+types/template"

/** An empty 房屋清册 to fill in: its header and one row as an example. */
export async function loader({ context }: Route.LoaderArgs) {
  const made = orThrow(context, await emptyTable(context.get(appContext), unitsImport, unitExample))
  return new Response(new Uint8Array(made.bytes), {
    headers: {
      "Content-Type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "Content-Disposition": `attachment; filename*=UTF-8''${encodeURIComponent(made.fileName)}`,
    },
  })
}
