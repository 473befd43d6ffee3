import { Form, Link } from "react-router"
import type { ConsoleSpeakingView } from "~/chamber/console-view"
import { SpeakerClock } from "~/chamber/parts/SpeakerClock"
import { afterwardsWords, nthWords, whoInterrupts } from "~/chamber/speaking/rules"
import type { QueuedSpeaker, SpeakerNow } from "~/chamber/speaking/speaking-view"
import { Button } from "~/ui/Button"

type Props = {
  speaking: ConsoleSpeakingView
  /** 发言台. */
  to: string
}

/** The chair's panel: who speaks, the clock, who is next. The page around it takes `speakingIntents`. */
export function ConsoleSpeaking({ speaking, to }: Props) {
  const { now, next, queue, statistics } = speaking
  const { people, times, seconds } = statistics.total
  return (
    <>
      <div className="spkhead">
        <h2>发言</h2>
        <Link to={to}>发言台</Link>
      </div>
      {now ? (
        <Speaking now={now} queue={queue} />
      ) : next ? (
        <Call next={next} />
      ) : (
        <p className="small soft">现在没有人要发言。</p>
      )}
      {queue.length > 0 ? (
        <>
          <h3>{queue.length > 3 ? `等候发言${queue.length}人，前三位` : `等候发言${queue.length}人`}</h3>
          <ol className="queue">
            {queue.slice(0, 3).map(one => (
              <li key={one.requestId}>
                <b>{one.place}</b>
                <span>
                  {one.name}
                  <small>{noteOf(one)}</small>
                </span>
                <span className="small">{one.stanceName}</span>
              </li>
            ))}
          </ol>
        </>
      ) : null}
      {times > 0 ? (
        <p className="small soft">
          本项{people}人说过话，发言{times}次，共{Math.max(1, Math.round(seconds / 60))}分钟
        </p>
      ) : null}
    </>
  )
}

/** 居民　尚未发言. */
export const noteOf = ({ capacityName, times, isHere, kind, beyondLimit }: QueuedSpeaker): string => {
  const turn = kind === "pointOfOrder" ? "" : times === 0 ? "尚未发言" : `已发言${times}次`
  return [capacityName, isHere ? turn : "现在不在场", beyondLimit ? "主持人再给" : ""].filter(Boolean).join("　")
}

function Speaking({ now, queue }: { now: SpeakerNow; queue: readonly QueuedSpeaker[] }) {
  const interrupting = whoInterrupts(now, queue)
  return (
    <div className="clockbox">
      <div className="spkhead">
        <p>
          <b>{now.name}</b>　{now.stanceName}
        </p>
        <PutBack requestId={now.requestId} name={now.name} />
      </div>
      {now.kind === "speech" ? <p className="small soft">{nthWords(now)}</p> : null}
      <SpeakerClock speaker={now} size="console" />
      {now.holds ? <p className="small">{afterwardsWords(now.holds)}</p> : null}
      <div className="row">
        <ClockPresses now={now} />
      </div>
      {interrupting ? <Interrupt now={now} interrupting={interrupting} /> : null}
    </div>
  )
}

/** A clock that stands is most likely to go on, one that runs to be ended. */
export const ClockPresses = ({ now }: { now: SpeakerNow }) => (
  <>
    <Press intent={now.isPaused ? "resumeTurn" : "pauseTurn"} requestId={now.requestId} go={now.isPaused}>
      {now.isPaused ? "继续计时" : "停表"}
    </Press>
    <Press intent="endTurn" requestId={now.requestId} go={!now.isPaused}>
      结束发言
    </Press>
  </>
)

/** 程序问题 while somebody speaks. */
export const Interrupt = ({ now, interrupting }: { now: SpeakerNow; interrupting: QueuedSpeaker }) => (
  <>
    <Press intent="beginTurn" requestId={interrupting.requestId}>
      {`请${interrupting.name}提程序问题`}
    </Press>
    <p className="small">{now.name}的发言先停，处理完接着说</p>
  </>
)

const Call = ({ next }: { next: QueuedSpeaker }) => (
  <Form method="post" preventScrollReset>
    <input type="hidden" name="intent" value="beginTurn" />
    <Button kind="go" wide name="requestId" value={next.requestId}>
      请{next.name}发言
    </Button>
  </Form>
)

type PressProps = { intent: string; requestId: string; go?: boolean; children: string }

/** One button of the speaking, on whichever page stands around it. */
export const Press = ({ intent, requestId, go, children }: PressProps) => (
  <Form method="post" preventScrollReset>
    <input type="hidden" name="intent" value={intent} />
    <Button kind={go ? "go" : "plain"} wide name="requestId" value={requestId}>
      {children}
    </Button>
  </Form>
)

/** Undoes a call: harmless, and rare. */
export const PutBack = ({ requestId, name }: { requestId: string; name: string }) => (
  <Form method="post" preventScrollReset>
    <input type="hidden" name="intent" value="putBack" />
    <Button kind="link" name="requestId" value={requestId} aria-label={`叫错了，把${name}放回名单`}>
      叫错了
    </Button>
  </Form>
)
