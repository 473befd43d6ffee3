import { Countdown } from "~/chamber/parts/Countdown"
import { Fitted } from "~/chamber/parts/Fitted"
import { RecommendationsInLine } from "~/chamber/parts/Recommendations"
import { ScreenResult } from "~/chamber/parts/ScreenResult"
import { TermsInLine } from "~/chamber/parts/Terms"
import { WallSpeaker } from "~/chamber/parts/WallSpeaker"
import type { ScreenNowView } from "~/chamber/screen-page"
import { Pips } from "~/ui/Fraction"
import { QrCode } from "~/ui/QrCode"

type ScreenNowProps = {
  now: ScreenNowView
  /** When the page was read, by the server's clock. */
  readAt: Date
  checkIn: string | null
}

/** The middle of the wall. */
export function ScreenNow({ now, readAt, checkIn }: ScreenNowProps) {
  switch (now.kind) {
    case "waiting":
      return <ScreenWaiting now={now} checkIn={checkIn} />
    case "speaking":
      return <WallSpeaker speaker={now.speaker} />
    case "item":
      return (
        <Fitted className="wall__vote" live>
          <p className="wall__manner">{now.manner}</p>
          <h1 className={sizeOf(now.item.title.length)}>{now.item.title}</h1>
          <Gist gist={now.gist} />
        </Fitted>
      )
    case "discussing":
      return (
        <Fitted className="wall__vote" live>
          <p className="wall__manner">正在商议{now.motion.kindName ? `：${now.motion.kindName}` : null}</p>
          <Motion {...now.motion} />
          <Options {...now.motion} />
          <RecommendationsInLine recommendations={now.motion.recommendations} />
          <Gist gist={now.gist} />
        </Fitted>
      )
    case "voting":
      return <ScreenVoting now={now} readAt={readAt} />
    case "counting":
      return (
        <Fitted className="wall__vote" live>
          <Motion {...now.motion} />
          <p className="wall__ask">{now.ask}</p>
        </Fitted>
      )
    case "result":
      return <ScreenResult key={now.motion.content} now={now} />
  }
}

function ScreenVoting({ now, readAt }: { now: Extract<ScreenNowView, { kind: "voting" }>; readAt: Date }) {
  const { lastCallAt, countdownUntil, votingEndedAt } = now.round
  return (
    <Fitted className="wall__vote" live>
      <p className="wall__manner">
        正在表决{now.motion.kindName ? `：${now.motion.kindName}` : null}，{now.manner}
      </p>
      <Motion {...now.motion} />
      <Options {...now.motion} />
      <RecommendationsInLine recommendations={now.motion.recommendations} />
      {lastCallAt && !votingEndedAt ? (
        <div className="wall__call">
          <Countdown until={countdownUntil} readAt={readAt} called />
        </div>
      ) : (
        <p className="wall__ask">{now.ask}</p>
      )}
      {now.isByHands ? null : (
        <div className="wall__count">
          <p className="wall__cast">
            <span>已投</span>
            <b>{now.cast}</b>
            <span>/ {now.present}</span>
          </p>
          {now.present > mostPips ? null : (
            <Pips
              have={now.cast}
              whole={Math.max(now.present, now.cast)}
              label={`${now.present}人中${now.cast}人已投`}
            />
          )}
        </div>
      )}
    </Fitted>
  )
}

/** More dots than this say nothing that the figure does not. */
const mostPips = 60

/** The longer a text, the smaller its letters, so that it stays on the wall. */
const sizeOf = (length: number): string | undefined =>
  length > 150 ? "is-longest" : length > 70 ? "is-long" : length > 32 ? "is-middling" : undefined

type Shown = Extract<ScreenNowView, { kind: "voting" }>["motion"]

function Motion({ content, terms, recommendations }: Shown) {
  const beside = terms.conditions.join("").length + recommendations.length * 12
  return (
    <>
      <h1 className={sizeOf(content.length + beside)}>{content}</h1>
      <TermsInLine terms={terms} />
    </>
  )
}

/** What may be chosen, in the order of the paper. */
function Options({ options }: Pick<Shown, "options">) {
  if (!options) return null
  const isLong = options.length > 4 || options.some(option => option.label.length > 24)
  return (
    <ol className={isLong ? "wall__options is-many" : "wall__options"}>
      {options.map((option, at) => (
        <li key={option.key}>
          <b>{at + 1}</b>
          <span>{option.label}</span>
        </li>
      ))}
    </ol>
  )
}

const Gist = ({ gist }: { gist: { label: string; value: string }[] }) => (
  <dl className="wall__gist">
    {gist.map(line => (
      <div key={line.label}>
        <dt>{line.label}</dt>
        <dd>{line.value}</dd>
      </div>
    ))}
  </dl>
)

type Waiting = Extract<ScreenNowView, { kind: "waiting" }>

function ScreenWaiting({ now, checkIn }: { now: Waiting; checkIn: string | null }) {
  return (
    <div className="wall__gather">
      <div className="wall__wait" aria-live="polite">
        <h1>{now.heading}</h1>
        {now.lines.map(line => (
          <p key={line}>{line}</p>
        ))}
        <ol className={now.agenda.length > 6 ? "wall__agenda is-many" : "wall__agenda"}>
          {now.agenda.map(item => (
            <li key={item.ordinal}>
              <b>第{item.ordinal}项</b>
              <span>{item.title}</span>
            </li>
          ))}
        </ol>
      </div>
      {now.isGathering && checkIn ? (
        <div className="wall__code">
          <QrCode text={checkIn} label="签到二维码" large />
          <p>扫码，用通知上的签到码签到</p>
        </div>
      ) : null}
    </div>
  )
}
