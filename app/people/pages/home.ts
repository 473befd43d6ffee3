import { redirect } from "react-router"
import { isFounded, listOwnCommunities } from "~/people/entry"
import { requestContext, serverContext } from "~/web/context"
import type { Route } from "./+types/home"

/** The front door: to the first run, the sign-in, or one's own community. */
export async function loader({ context }: Route.LoaderArgs) {
  const { installation } = context.get(serverContext)
  if (!(await isFounded(installation))) throw redirect("/first-run")
  const { signedIn } = context.get(requestContext)
  if (!signedIn) throw redirect("/sign-in")
  const [first] = await listOwnCommunities(installation, signedIn.accountId)
  throw redirect(first ? `/c/${first.slug}` : "/sign-in")
}

export default function Home() {
  return null
}
