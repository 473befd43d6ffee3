import { findCount } from "~/chamber/paper/count-access"
import { appContext } from "~/web/context"
import { orThrow } from "~/web/forms"
import type { Route } from "./+types/papers"

export async function loader({ params, context }: Route.LoaderArgs) {
  orThrow(context, await findCount(context.get(appContext), params.roundId))
  return null
}

export default function Placeholder() {
  return null
}
