import { importTemplate } from "~/people/import-templates"
import { appContext } from "~/web/context"
import { orThrow } from "~/web/forms"
import type { Route } from "./+types/template"

/** An empty table of one kind to fill in: its header and one row as an example. */
export async function loader({ context, url }: Route.LoaderArgs) {
  const made = orThrow(context, await importTemplate(context.get(appContext), url.searchParams.get("kind") ?? ""))
  return new Response(new Uint8Array(made.bytes), {
    headers: {
      "Content-Type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "Content-Disposition": `attachment; filename*=UTF-8''${encodeURIComponent(made.fileName)}`,
    },
  })
}
