import { href, redirect, useLocation } from "react-router"
import { Ballot } from "~/chamber/parts/Ballot"
import { BallotGone } from "~/chamber/parts/BallotGone"
import { ballotWishOf, readBallotPage, wishText } from "~/chamber/rounds/ballot-page"
import { useLive } from "~/web/live-client"
import type { Route } from "./+types/vote"

export async function loader({ params, url, context }: Route.LoaderArgs) {
  const wish = ballotWishOf(url)
  const view = await readBallotPage(context, params, wish)
  if (view.me && view.hasVoted && !(wish.isChange && view.mayChange))
    throw redirect(href("/c/:community/m/:meetingId/vote/:roundId/done", params) + wishText(wish))
  return { ...view, params, isChange: wish.isChange, search: wishText(wish) }
}

export const meta: Route.MetaFunction = () => [{ title: "请您表决" }]

/** One motion: choose, check, cast. */
export default function Vote({ loaderData }: Route.ComponentProps) {
  const { params, search, isChange } = loaderData
  // Opened anew, by a link or another round, it begins anew; a live update leaves what was picked.
  const { key } = useLocation()
  useLive(params.community, [`meeting:${params.meetingId}`])
  if (!loaderData.me) return <BallotGone sentence={loaderData.gone ?? ""} seat={loaderData.seat} />
  return (
    <Ballot
      key={`${key} ${params.roundId} ${loaderData.me.participantId}`}
      ballot={loaderData}
      params={params}
      search={search}
      isChange={isChange}
    />
  )
}
