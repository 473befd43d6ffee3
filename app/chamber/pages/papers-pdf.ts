import { printBallotPapers, sheetResponse } from "~/chamber/paper/printing"
import { appContext } from "~/web/context"
import { orThrow } from "~/web/forms"
import type { Route } from "./+types/papers-pdf"

/** The papers that are out, to be printed; `?serial=7` one of them. */
export async function loader({ context, params, url }: Route.LoaderArgs) {
  const asked = url.searchParams.get("serial")
  const serial = asked && /^\d{1,6}$/.test(asked) ? Number(asked) : null
  const bytes = orThrow(context, await printBallotPapers(context.get(appContext), { ...params, serial }))
  return sheetResponse(bytes, "表决票.pdf")
}
