import { useState } from "react"
import { href, redirect, useLocation } from "react-router"
import { fetchNextBallot } from "~/chamber/next-ballot"
import { Ballot } from "~/chamber/parts/Ballot"
import { BallotGone } from "~/chamber/parts/BallotGone"
import { ballotWishOf, type OpenBallot, readBallotPage, wishText } from "~/chamber/rounds/ballot-page"
import { givenFor } from "~/web/given-ahead"
import { useLive } from "~/web/live-client"
import type { Route } from "./+types/vote"

export async function loader({ params, url, context }: Route.LoaderArgs) {
  const wish = ballotWishOf(url.searchParams)
  const view = await readBallotPage(context, params, wish)
  if (view.me && view.hasVoted && !(wish.isChange && view.mayChange))
    throw redirect(href("/c/:community/m/:meetingId/vote/:roundId/done", params) + wishText(wish))
  return { ...view, params, isChange: wish.isChange, search: wishText(wish) }
}

/** A hall's page that heard of the vote has asked for the ballot already. */
export async function clientLoader({ request, params, serverLoader }: Route.ClientLoaderArgs) {
  const { pathname, search } = new URL(request.url)
  const given = givenFor(pathname + search) as OpenBallot | undefined
  return given ? { ...given, params, isChange: false, search } : serverLoader()
}

export const meta: Route.MetaFunction = () => [{ title: "请您表决" }]

/** One motion: choose, check, cast. */
export default function Vote({ loaderData }: Route.ComponentProps) {
  const { params, search, isChange } = loaderData
  // Opened anew, by a link or another round, it begins anew; a live update leaves what was picked.
  const { key } = useLocation()
  const [newer, setNewer] = useState<{ than: typeof loaderData; view: OpenBallot }>()
  const ballot = newer?.than === loaderData ? newer.view : loaderData
  useLive(params.community, [`meeting:${params.meetingId}`], async () => {
    const next = search === "" ? await fetchNextBallot(params) : null
    const isSame =
      next?.params.roundId === params.roundId && next.view.me.participantId === loaderData.me?.participantId
    return isSame ? () => setNewer({ than: loaderData, view: next.view }) : null
  })
  if (!ballot.me) return <BallotGone sentence={ballot.gone ?? ""} seat={ballot.seat} />
  return (
    <Ballot
      key={`${key} ${params.roundId} ${ballot.me.participantId}`}
      ballot={ballot}
      params={params}
      search={search}
      isChange={isChange}
    />
  )
}
