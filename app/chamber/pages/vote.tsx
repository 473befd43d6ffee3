import { Form, href, redirect } from "react-router"
import { Announcement } from "~/chamber/parts/Announcement"
import { BallotGone } from "~/chamber/parts/BallotGone"
import { Gist, personOf } from "~/chamber/parts/Seat"
import { Terms } from "~/chamber/parts/Terms"
import { readBallotPage } from "~/chamber/rounds/ballot-page"
import { Choices, OptionChoices } from "~/ui/Choice"
import { TabletFrame } from "~/ui/TabletFrame"
import { useLive } from "~/web/live-client"
import type { Route } from "./+types/vote"

export async function loader({ params, context }: Route.LoaderArgs) {
  const view = await readBallotPage(context, params)
  if (view.me && view.hasVoted) throw redirect(href("/c/:community/m/:meetingId/vote/:roundId/done", params))
  return { ...view, params }
}

export const meta: Route.MetaFunction = () => [{ title: "请您表决" }]

/** One motion, three choices or its options. Pressing one leads to the check and casts nothing. */
export default function Vote({ loaderData }: Route.ComponentProps) {
  const { params } = loaderData
  useLive(params.community, [`meeting:${params.meetingId}`])
  if (!loaderData.me) return <BallotGone sentence={loaderData.gone ?? ""} seat={loaderData.seat} />
  const { me, item, subject, motion, terms, gist, options, seats, secret } = loaderData
  return (
    <TabletFrame
      item={item}
      subject={subject}
      person={personOf(me)}
      foot={<p>点了还要再核对一次，不会马上投出。这次是{secret ? "无记名" : "记名"}表决。</p>}
    >
      <Announcement>{`表决已经开始：${motion.replace(/。$/, "")}。请您表决。`}</Announcement>
      <Form method="post" action={href("/c/:community/m/:meetingId/vote/:roundId/check", params)} className="tab__form">
        <div className="tab__motion">
          <p className="red">
            <b>请您表决</b>
          </p>
          <h1>{motion}</h1>
          <Terms terms={terms} />
          {options ? null : <Gist lines={gist} />}
        </div>
        {options ? <OptionChoices options={options} seats={seats} noneWord="均不同意" /> : <Choices />}
      </Form>
    </TabletFrame>
  )
}
