import { printBallotPapers, sheetResponse } from "~/chamber/paper/printing"
import { appContext } from "~/web/context"
import { orThrow } from "~/web/forms"
import type { Route } from "./+types/papers-pdf"

/** The papers that are out, to be printed; `?serials=4,5` those of them alone. */
export async function loader({ context, params, url }: Route.LoaderArgs) {
  const asked = /^\d{1,6}(,\d{1,6})*$/.exec(url.searchParams.get("serials") ?? "")?.[0]
  const serials = asked ? asked.split(",").map(Number) : null
  const bytes = orThrow(context, await printBallotPapers(context.get(appContext), { ...params, serials }))
  return sheetResponse(bytes, "表决票.pdf")
}
