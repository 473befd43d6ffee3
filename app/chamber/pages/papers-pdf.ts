import { findCount } from "~/chamber/paper/count-access"
import { appContext } from "~/web/context"
import { orThrow } from "~/web/forms"
import type { Route } from "./+types/papers-pdf"

export async function loader({ params, context }: Route.LoaderArgs) {
  orThrow(context, await findCount(context.get(appContext), params.roundId))
  return new Response(null, { status: 204 })
}
