import { Form, href } from "react-router"
import { SpeakerClock } from "~/chamber/parts/SpeakerClock"
import { nthWords } from "~/chamber/speaking/rules"
import type { SeatSpeakingView } from "~/chamber/speaking/seat-speaking"
import { seatSpeakingHeading } from "~/chamber/speaking/seat-speaking-words"
import { Button, ButtonLink } from "~/ui/Button"

type Props = { speaking: SeatSpeakingView; params: { community: string; meetingId: string } }

/** What a delegate's tablet shows of the speaking between two ballots: my turn, my place, or the way to ask. */
export function SeatSpeaking({ speaking, params }: Props) {
  const { mine, isHeld, own, asking, other } = speaking
  const to = href("/c/:community/m/:meetingId/speak", params)
  if (mine)
    return (
      <section className="seatspk seatspk--mine" aria-labelledby="speaking">
        <h2 id="speaking">{seatSpeakingHeading(speaking)}</h2>
        {mine.kind === "speech" ? <p>{nthWords(mine)}</p> : null}
        <SpeakerClock speaker={mine} size="tablet" />
      </section>
    )
  if (own.length === 0 && asking === "no" && !isHeld) return null
  return (
    <section className="seatspk" aria-labelledby="speaking">
      <h2 id="speaking">{seatSpeakingHeading(speaking)}</h2>
      {other ? <p>{isHeld ? `${other}正在提程序问题。` : `${other}正在发言。`}</p> : null}
      <div className="row">
        {own.map(one => (
          <Form key={one.requestId} method="post" action={to}>
            <input type="hidden" name="intent" value="withdrawOwnRequest" />
            <Button name="requestId" value={one.requestId}>
              撤回{one.stanceName === "程序问题" ? "程序问题" : "发言"}
            </Button>
          </Form>
        ))}
        {asking === "yes" ? (
          <ButtonLink kind="main" to={to}>
            我要发言
          </ButtonLink>
        ) : null}
        {asking === "pointOfOrderOnly" ? <ButtonLink to={to}>提程序问题</ButtonLink> : null}
      </div>
    </section>
  )
}
