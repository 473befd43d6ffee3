import { printCountSheet, sheetResponse } from "~/chamber/paper/printing"
import { appContext } from "~/web/context"
import { orThrow } from "~/web/forms"
import type { Route } from "./+types/count-sheet-pdf"

export async function loader({ context, params }: Route.LoaderArgs) {
  const bytes = orThrow(context, await printCountSheet(context.get(appContext), params))
  return sheetResponse(bytes, "计票单.pdf")
}
