import { Outlet, useLocation } from "react-router"
import { memberGate } from "~/people/gate"
import { navigationOf } from "~/people/navigation"
import { roleNames } from "~/people/permissions"
import { Letterhead } from "~/ui/Letterhead"
import { appContext, requestContext } from "~/web/context"
import type { Route } from "./+types/member-layout"

export const middleware: Route.MiddlewareFunction[] = [memberGate]

/** Always there: without a loader a client navigation would pass the gate by. */
export function loader({ context }: Route.LoaderArgs) {
  const { actor, community } = context.get(appContext)
  return {
    community: community.name,
    home: `/c/${community.slug}`,
    nav: navigationOf(actor, community.slug),
    person: {
      name: actor.name,
      role: actor.roles[0] ? roleNames[actor.roles[0]] : undefined,
      to: `/c/${community.slug}/accounts/own`,
    },
    isElder: context.get(requestContext).isElder,
  }
}

export default function MemberLayout({ loaderData }: Route.ComponentProps) {
  const { pathname, search } = useLocation()
  const { community, home, person, isElder } = loaderData
  const nav = loaderData.nav.map(item => ({
    ...item,
    current: item.to === home ? pathname === home : pathname.startsWith(item.to) && !pathname.endsWith("/accounts/own"),
  }))
  return (
    <>
      <Letterhead
        community={community}
        home={home}
        nav={nav}
        person={person}
        elder={isElder}
        back={pathname + search}
      />
      <Outlet />
    </>
  )
}
