import { use } from "react"
import { isRouteErrorResponse, Outlet, useLocation } from "react-router"
import { memberGate } from "~/people/gate"
import { isInColumn, navigationOf } from "~/people/navigation"
import { leadingRole, roleNames } from "~/people/permissions"
import { ErrorPage } from "~/ui/ErrorPage"
import { ownSentence } from "~/ui/error-words"
import { Letterhead } from "~/ui/Letterhead"
import { appContext, requestContext } from "~/web/context"
import { PageRequestContext, readFailedRequestId } from "~/web/page-request"
import type { Route } from "./+types/member-layout"

export const middleware: Route.MiddlewareFunction[] = [memberGate]

/** Always there: without a loader a client navigation would pass the gate by. */
export function loader({ context }: Route.LoaderArgs) {
  const { actor, community } = context.get(appContext)
  const role = leadingRole(actor.roles)
  return {
    community: community.name,
    home: `/c/${community.slug}`,
    nav: navigationOf(actor, community.slug),
    person: {
      name: actor.name,
      role: role && roleNames[role],
      to: `/c/${community.slug}/accounts/own`,
    },
    isElder: context.get(requestContext).isElder,
  }
}

type Member = Route.ComponentProps["loaderData"]

export default function MemberLayout({ loaderData }: Route.ComponentProps) {
  return (
    <>
      <MemberLetterhead member={loaderData} />
      <Outlet />
    </>
  )
}

/** A member who may not see a page, or looks for one that is gone, keeps the columns to go on by. */
export function ErrorBoundary({ error, loaderData }: Route.ErrorBoundaryProps) {
  const request = use(PageRequestContext)
  return (
    <ErrorPage
      status={isRouteErrorResponse(error) ? error.status : 500}
      sentence={isRouteErrorResponse(error) ? ownSentence(error.data) : undefined}
      requestId={readFailedRequestId() ?? request?.requestId}
      elder={request?.isElder}
      home={loaderData?.home}
      letterhead={loaderData ? <MemberLetterhead member={loaderData} /> : undefined}
    />
  )
}

function MemberLetterhead({ member }: { member: Member }) {
  const { pathname, search } = useLocation()
  const { community, home, person, isElder } = member
  const nav = member.nav.map(column => ({
    to: column.to,
    label: column.label,
    current: isInColumn(column, home, pathname),
  }))
  return (
    <Letterhead community={community} home={home} nav={nav} person={person} elder={isElder} back={pathname + search} />
  )
}
