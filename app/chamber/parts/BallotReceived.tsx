import { Announcement } from "~/chamber/parts/Announcement"
import { Done } from "~/ui/Done"

type Props = {
  /** Whom it was cast for, where not for oneself. */
  principal: string | null
  /** It had waited on the tablet. */
  hadToWait: boolean
}

/** That it was received, and never what was chosen: neighbours can see. */
export function BallotReceived({ principal, hadToWait }: Props) {
  const title = principal ? `已收到您代${principal}投的一票` : "已收到您的一票"
  return (
    <>
      <Announcement>{hadToWait ? `已送达。${title}` : title}</Announcement>
      <Done title={title} whole>
        {hadToWait ? <p>已送达：刚才存在平板上的一票已经送到，只算一次。</p> : null}
      </Done>
    </>
  )
}
