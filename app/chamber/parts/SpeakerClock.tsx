import { useEffect, useState } from "react"
import { type Reading, readFace, warningSeconds } from "~/chamber/speaking/rules"
import { createServerClock } from "~/chamber/speaking/server-clock"
import type { SpeakerNow } from "~/chamber/speaking/speaking-view"

/** One for all clocks of a browser tab. */
const serverClock = createServerClock(() => performance.now())

export type SpeakerClockProps = {
  speaker: Pick<SpeakerNow, "requestId" | "limitSeconds" | "spokenMs" | "isPaused" | "readAt">
  /** wall: readable from ten metres · desk: 发言台 · console: in a narrow panel · tablet: the speaker's own. */
  size: "wall" | "desk" | "console" | "tablet"
}

/**
 * 发言计时. It goes on by itself between live updates, reckoned anew each second from what the server stored, so it never
 * drifts. The time that is up is said by word and by shape, and nobody is cut off: it counts on.
 */
export function SpeakerClock(props: SpeakerClockProps) {
  // Another speaker's clock begins afresh: the digits of the one before never stand under the new name.
  return <Face key={props.speaker.requestId} {...props} />
}

function Face({ speaker, size }: SpeakerClockProps) {
  const face = readFace(useSpokenMs(speaker), speaker.limitSeconds)
  const { isPaused, limitSeconds } = speaker
  return (
    <div className={`spkclock spkclock--${size} is-${face.phase}${isPaused ? " is-paused" : ""}`}>
      <p className="spkclock__label">
        {isPaused ? <PauseSign /> : null}
        {labelOf(face.phase, isPaused)}
      </p>
      {face.phase === "over" ? (
        <p className="spkclock__over">
          <b>时间到</b>
          <span>超{face.digits}</span>
        </p>
      ) : (
        <p className="spkclock__n">{face.digits}</p>
      )}
      <div className="spkclock__foot">
        <ClockBar share={face.share} limitSeconds={limitSeconds} />
        <p>每次{Math.round(limitSeconds / 60)}分钟</p>
      </div>
      <p className="vh" role="status">
        {spokenWords(face, isPaused)}
      </p>
    </div>
  )
}

const labelOf = (phase: Reading["phase"], isPaused: boolean): string => {
  if (isPaused) return "停表"
  if (phase === "over") return "请说完这一句"
  return phase === "soon" ? `最后${warningSeconds}秒` : "还剩"
}

/** Only turning points are read aloud, not every second. */
function spokenWords({ phase }: Reading, isPaused: boolean): string {
  if (isPaused) return "停表"
  if (phase === "over") return "时间到"
  return phase === "soon" ? `还剩${warningSeconds}秒` : ""
}

/** What is left, with a notch where the last seconds begin; the words beside it say the same. */
function ClockBar({ share, limitSeconds }: { share: number; limitSeconds: number }) {
  const notch = Math.round((Math.min(warningSeconds, limitSeconds) / limitSeconds) * 1000)
  return (
    <svg className="spkclock__bar" viewBox="0 0 1000 36" preserveAspectRatio="none" aria-hidden="true">
      <rect width="1000" height="36" />
      <rect className="fill" width={Math.round(share * 1000)} height="36" />
      <rect className="notch" x={notch} width="6" height="36" />
    </svg>
  )
}

const PauseSign = () => (
  <svg className="spkclock__sign" viewBox="0 0 24 24" aria-hidden="true">
    <path d="M8 4v16M16 4v16" />
  </svg>
)

function useSpokenMs({ spokenMs, readAt, isPaused }: SpeakerClockProps["speaker"]): number {
  const [shown, setShown] = useState(spokenMs)
  useEffect(() => {
    serverClock.hear(readAt)
    if (isPaused) {
      setShown(spokenMs)
      return
    }
    let timer: ReturnType<typeof setTimeout>
    const tick = () => {
      const now = spokenMs + Math.max(0, serverClock.now() - readAt)
      setShown(now)
      // Just past the next full second of speaking: there the digits change.
      timer = setTimeout(tick, 1005 - (now % 1000))
    }
    tick()
    return () => clearTimeout(timer)
  }, [spokenMs, readAt, isPaused])
  return shown
}
