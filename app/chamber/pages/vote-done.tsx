import { Form, href, redirect } from "react-router"
import { BallotReceived } from "~/chamber/parts/BallotReceived"
import { HandOn } from "~/chamber/parts/HandOn"
import { ReloadUnscripted } from "~/chamber/parts/ReloadUnscripted"
import { personOf } from "~/chamber/parts/Seat"
import { SeatPrincipals } from "~/chamber/parts/SeatPrincipals"
import { ballotWishOf, readBallotPage } from "~/chamber/rounds/ballot-page"
import { readSeat } from "~/chamber/seat-views"
import { ButtonLink } from "~/ui/Button"
import { TabletFrame } from "~/ui/TabletFrame"
import { appContext } from "~/web/context"
import { orThrow } from "~/web/forms"
import { useLive } from "~/web/live-client"
import { useBallotBox } from "~/web/waiting-ballots"
import type { Route } from "./+types/vote-done"

export async function loader({ params, url, context }: Route.LoaderArgs) {
  const view = await readBallotPage(context, params, ballotWishOf(url.searchParams))
  const back = href("/c/:community/m/:meetingId/seat", params)
  if (!view.me || !view.hasVoted) throw redirect(back)
  // Once the vote is over the hall's page says how it came out.
  if (orThrow(context, await readSeat(context.get(appContext))).now.kind !== "voted") throw redirect(back)
  const { me, voter, item, subject, seat, principals, mayChange } = view
  return { me, voter, item, subject, seat, principals, mayChange, params }
}

export const meta: Route.MetaFunction = () => [{ title: "已收到您的一票" }]

export default function VoteDone({ loaderData }: Route.ComponentProps) {
  const { params, me, voter, item, subject, seat, principals, mayChange } = loaderData
  useLive(params.community, [`meeting:${params.meetingId}`])
  const hadToWait = useBallotBox().lastHadToWait
  const ballot = href("/c/:community/m/:meetingId/vote/:roundId", params)
  const own = voter.isPrincipal ? `for=${voter.participantId}&` : ""
  return (
    <TabletFrame
      item={item}
      subject={subject}
      person={personOf(me)}
      airy
      foot={
        <Form method="post" action={seat} className="row">
          <ButtonLink to={seat}>回到会场页</ButtonLink>
          {mayChange ? <ButtonLink to={`${ballot}?${own}change=1`}>改投</ButtonLink> : null}
          <HandOn mayGiveUp />
        </Form>
      }
    >
      <ReloadUnscripted />
      <BallotReceived principal={voter.isPrincipal ? voter.name : null} hadToWait={hadToWait} />
      <SeatPrincipals principals={principals} ballot={ballot} />
      <div className="tab__after">
        <h2>接下来</h2>
        <p>请看大屏。主持人结束表决后，大屏公布结果。您不用再操作。</p>
      </div>
    </TabletFrame>
  )
}
