import { Outlet, useLocation } from "react-router"
import { tellRobots } from "~/board/indexing"
import { Letterhead } from "~/ui/Letterhead"
import { appContext, requestContext } from "~/web/context"
import type { Route } from "./+types/board-layout"

export const middleware: Route.MiddlewareFunction[] = [tellRobots]

/** Always there: without a loader a client navigation would pass the gate by. */
export function loader({ context }: Route.LoaderArgs) {
  const { community } = context.get(appContext)
  return {
    community: community.name,
    home: `/c/${community.slug}/board`,
    isElder: context.get(requestContext).isElder,
  }
}

/** The frame of every page that anyone may open: no columns, no account, the switch to large type. */
export default function BoardLayout({ loaderData }: Route.ComponentProps) {
  const { pathname, search } = useLocation()
  const { community, home, isElder } = loaderData
  return (
    <>
      <Letterhead community={community} place="公示栏" home={home} back={pathname + search} elder={isElder} slim />
      <Outlet />
    </>
  )
}
