import { useEffect } from "react"
import { href, Outlet, useNavigate, useParams } from "react-router"
import { helperLineOf } from "~/chamber/attendance/helper-words"
import { isSharedTablet } from "~/chamber/attendance/shared-tablet"
import { Announcer } from "~/chamber/parts/Announcement"
import { BallotOnItsWay } from "~/chamber/parts/BallotOnItsWay"
import { TabletUseContext } from "~/chamber/parts/HandOn"
import { Note } from "~/ui/Note"
import type { WaitingBallot } from "~/web/ballot-box"
import { appContext } from "~/web/context"
import { unlessGiven } from "~/web/given-ahead"
import { wakeLine } from "~/web/line"
import { useLive } from "~/web/live-client"
import { useReadyPages } from "~/web/ready-pages"
import { ballotBox, useBallotBox } from "~/web/waiting-ballots"
import type { Route } from "./+types/tablet-layout"

export function loader({ request, context }: Route.LoaderArgs) {
  const { seat } = context.get(appContext).actor
  const helper = helperLineOf(seat)
  return { helper, participantId: seat?.participantId ?? null, isShared: isSharedTablet(request) }
}

export const shouldRevalidate = unlessGiven

/** What stays on a tablet while its pages come and go: the voice, the ballot on its way, and who helps. */
export default function TabletLayout({ loaderData }: Route.ComponentProps) {
  const { helper, participantId, isShared } = loaderData
  const { ballots, received } = useBallotBox()
  const { community = "", meetingId = "" } = useParams()
  const waiting = ballots[0]
  const switchPage = href("/c/:community/m/:meetingId/switch", { community, meetingId })
  const use = { switchPage, isShared, isHelped: helper !== null }
  useReadyPages(pagesOf(community, meetingId))
  // Whoever has just checked in may be the one a ballot waits for.
  useEffect(() => {
    if (participantId) wakeLine()
  }, [participantId])
  return (
    <Announcer>
      {helper ? <p className="tab__helper">{helper}</p> : null}
      {waiting && !waiting.needsSeat ? (
        <OnItsWay ballot={waiting} community={community} meetingId={meetingId} />
      ) : received ? (
        <Arrived ballot={received} />
      ) : (
        <>
          {waiting ? (
            <Note kind="warn">{`${waiting.about.person}有一票存在这台平板上，还没有送达。请${waiting.about.person}在这台平板上重新签到，签到后自动送出。`}</Note>
          ) : null}
          <TabletUseContext value={use}>
            <Outlet />
          </TabletUseContext>
        </>
      )}
    </Announcer>
  )
}

/** Listens, to try at once when the line is back. */
function OnItsWay({ ballot, community, meetingId }: { ballot: WaitingBallot; community: string; meetingId: string }) {
  useLive(community, [`meeting:${meetingId}`])
  return <BallotOnItsWay ballot={ballot} />
}

/** Says so, and goes on to the page that says so; until that stands nothing else is shown. */
function Arrived({ ballot }: { ballot: WaitingBallot }) {
  const navigate = useNavigate()
  const { donePage } = ballot
  useEffect(() => {
    void Promise.resolve(navigate(donePage, { replace: true })).finally(() => ballotBox().forgetReceived())
  }, [navigate, donePage])
  return <BallotOnItsWay ballot={ballot} isReceived />
}

/** The pages that may come up by themselves, or are pressed for when the network is weak. */
function pagesOf(community: string, meetingId: string): string[] {
  const place = { community, meetingId, roundId: "next" }
  return [
    href("/c/:community/m/:meetingId/seat", place),
    href("/c/:community/m/:meetingId/vote/:roundId", place),
    href("/c/:community/m/:meetingId/vote/:roundId/done", place),
  ]
}
