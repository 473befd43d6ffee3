import { Form, href, redirect } from "react-router"
import { Announcement } from "~/chamber/parts/Announcement"
import { ReloadUnscripted } from "~/chamber/parts/ReloadUnscripted"
import { personOf } from "~/chamber/parts/Seat"
import { readBallotPage } from "~/chamber/rounds/ballot-page"
import { readSeat } from "~/chamber/seat-views"
import { Button, ButtonLink } from "~/ui/Button"
import { Done } from "~/ui/Done"
import { TabletFrame } from "~/ui/TabletFrame"
import { appContext } from "~/web/context"
import { orThrow } from "~/web/forms"
import { useLive } from "~/web/live-client"
import type { Route } from "./+types/vote-done"

export async function loader({ params, context }: Route.LoaderArgs) {
  const view = await readBallotPage(context, params)
  const back = href("/c/:community/m/:meetingId/seat", params)
  if (!view.me || !view.hasVoted) throw redirect(back)
  // Once the vote is over the hall's page says how it came out.
  if (orThrow(context, await readSeat(context.get(appContext))).now.kind !== "voted") throw redirect(back)
  const { me, item, subject, seat } = view
  return { me, item, subject, seat, slug: params.community, meetingId: params.meetingId }
}

export const meta: Route.MetaFunction = () => [{ title: "已收到您的一票" }]

/** That it was received, and never what was chosen: neighbours can see. */
export default function VoteDone({ loaderData }: Route.ComponentProps) {
  const { slug, meetingId, me, item, subject, seat } = loaderData
  useLive(slug, [`meeting:${meetingId}`])
  return (
    <TabletFrame
      item={item}
      subject={subject}
      person={personOf(me)}
      airy
      foot={
        <Form method="post" action={seat} className="row">
          <ButtonLink to={seat}>回到会场页</ButtonLink>
          <Button name="intent" value="giveUp">
            这台平板交给下一位
          </Button>
        </Form>
      }
    >
      <ReloadUnscripted />
      <Announcement>已收到您的一票</Announcement>
      <Done title="已收到您的一票" whole />
      <div className="tab__after">
        <h2>接下来</h2>
        <p>请看大屏。主持人结束表决后，大屏公布结果。您不用再操作。</p>
      </div>
    </TabletFrame>
  )
}
