import { WallNextUp } from "~/chamber/parts/WallSpeaker"
import type { ScreenNowView } from "~/chamber/screen-page"
import type { QueuedSpeaker } from "~/chamber/speaking/speaking-view"
import { LampMark } from "~/ui/Lamp"
import { QrCode } from "~/ui/QrCode"
import { Votes } from "~/ui/Votes"

type ScreenFootProps = {
  now: ScreenNowView
  queue: readonly QueuedSpeaker[]
  /** `met` is null where nothing demands a quorum. */
  presence: { entitled: number; present: number; met: boolean | null }
  /** Where tablets check in; null when other machines cannot reach this one. */
  checkIn: string | null
}

/** The foot of the wall: who is here, and how to check in; under a result the choices and the law. */
export function ScreenFoot({ now, queue, presence, checkIn }: ScreenFootProps) {
  if (now.kind === "result")
    return (
      <>
        {now.options ? (
          <dl className="votes votes--plain">
            {now.others.map(other => (
              <div key={other.label}>
                <dt>{other.label}</dt>
                <dd>{other.count}</dd>
              </div>
            ))}
          </dl>
        ) : (
          <Votes counts={now.counts} others={now.others} />
        )}
        <p className="res__law">
          {now.law}
          {now.countedBy ? <span>{now.countedBy}</span> : null}
        </p>
      </>
    )
  return (
    <>
      {isTalk(now) ? <WallNextUp queue={queue} /> : null}
      <div className="wall__pres">
        <p>
          应到{presence.entitled}　实到<b>{presence.present}</b>
        </p>
        {presence.met === null ? null : (
          <p className="wall__lamp">
            <LampMark state={presence.met ? "met" : "not"} />
            {presence.met ? "法定人数已到" : "法定人数未到"}
          </p>
        )}
      </div>
      {checkIn && !(now.kind === "waiting" && now.isGathering) ? (
        <div className="wall__qr">
          <QrCode text={checkIn} label="签到二维码" />
          <p>
            扫码
            <br />
            签到
          </p>
        </div>
      ) : null}
    </>
  )
}

const isTalk = ({ kind }: ScreenNowView) => kind === "speaking" || kind === "item" || kind === "discussing"
