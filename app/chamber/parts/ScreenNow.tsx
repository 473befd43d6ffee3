import type { MotionTerms } from "~/chamber/motions/motion-terms"
import { TermsInLine } from "~/chamber/parts/Terms"
import type { ScreenNowView } from "~/chamber/screen-page"
import { Fraction, Pips } from "~/ui/Fraction"
import { LampMark } from "~/ui/Lamp"
import { QrCode } from "~/ui/QrCode"
import { Verdict } from "~/ui/ScreenFrame"
import { OptionVotes } from "~/ui/Votes"

/** The middle of the wall. */
export function ScreenNow({ now, checkIn }: { now: ScreenNowView; checkIn: string | null }) {
  switch (now.kind) {
    case "waiting":
      return <ScreenWaiting now={now} checkIn={checkIn} />
    case "discussing":
      return (
        <div className="wall__vote" aria-live="polite">
          <p className="wall__manner">正在商议</p>
          <Motion {...now.motion} />
          <Options {...now.motion} />
          <dl className="wall__gist">
            {now.gist.map(line => (
              <div key={line.label}>
                <dt>{line.label}</dt>
                <dd>{line.value}</dd>
              </div>
            ))}
          </dl>
        </div>
      )
    case "voting":
      return (
        <div className="wall__vote" aria-live="polite">
          <Motion {...now.motion} />
          <Options {...now.motion} />
          <p className="wall__manner">
            正在表决，{now.manner}。{howToMark(now.motion)}
          </p>
          <div className="wall__count">
            <p className="wall__cast">
              <span>已投</span>
              <b>{now.cast}</b>
              <span>/ {now.present}</span>
            </p>
            <Pips have={now.cast} whole={now.present} label={`${now.present}人中${now.cast}人已投`} />
          </div>
        </div>
      )
    case "counting":
      return (
        <div className="wall__vote" aria-live="polite">
          <Motion {...now.motion} />
          <p className="wall__manner">表决已结束，请等主持人公布结果。</p>
        </div>
      )
    case "result":
      return <ScreenResult now={now} />
  }
}

/** The longer a motion, the smaller its letters, so that it stays on the wall. */
function Motion({ content, terms }: { content: string; terms: MotionTerms }) {
  const length = content.length + terms.conditions.join("").length
  return (
    <>
      <h1 className={length > 70 ? "is-long" : length > 32 ? "is-middling" : undefined}>{content}</h1>
      <TermsInLine terms={terms} />
    </>
  )
}

/** What may be chosen, in the order of the paper. */
function Options({ options }: { options: { key: string; label: string }[] | null }) {
  if (!options) return null
  return (
    <ol className={options.length > 4 ? "wall__options is-many" : "wall__options"}>
      {options.map((option, at) => (
        <li key={option.key}>
          <b>{at + 1}</b>
          <span>{option.label}</span>
        </li>
      ))}
    </ol>
  )
}

type Waiting = Extract<ScreenNowView, { kind: "waiting" }>

function ScreenWaiting({ now, checkIn }: { now: Waiting; checkIn: string | null }) {
  return (
    <div className="wall__gather">
      <div className="wall__wait" aria-live="polite">
        <h1>{now.heading}</h1>
        {now.lines.map(line => (
          <p key={line}>{line}</p>
        ))}
        <ol className="wall__agenda">
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

function ScreenResult({ now }: { now: Extract<ScreenNowView, { kind: "result" }> }) {
  return (
    <>
      <Verdict passed={now.passed} word={now.outcome}>
        {now.motion.content}
      </Verdict>
      <TermsInLine terms={now.motion.terms} />
      {now.options ? (
        <div className={now.options.lines.length > 4 ? "wall__opts is-many" : "wall__opts"}>
          <p>{now.options.sentence}</p>
          <OptionVotes lines={now.options.lines} others={[]} />
        </div>
      ) : null}
      {now.options ? <QuorumLine lights={now.lights} /> : <Lights lights={now.lights} />}
    </>
  )
}

type Shown = Extract<ScreenNowView, { kind: "result" }>["lights"]

function Lights({ lights }: { lights: Shown }) {
  return (
    <table className="lights lights--one">
      <caption className="vh">每一项都达到才算通过</caption>
      <tbody>
        {lights.map(light => (
          <tr key={light.label}>
            <th scope="row">
              {light.label}
              <small>{light.bar}</small>
            </th>
            <td>
              <Fraction
                have={light.count}
                of={light.whole}
                met={light.met}
                need={light.need}
                bar={{ have: light.count, whole: light.whole, threshold: [light.part[0], light.part[1]] }}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Under options the quorum takes one line, so that eight of them stay on the wall. */
function QuorumLine({ lights }: { lights: Shown }) {
  return lights.map(light => (
    <p key={light.label} className="wall__quorum">
      <LampMark state={light.met ? "met" : "not"} />
      {light.label}
      {light.count}人，应到{light.whole}人，{light.need}，{light.met ? "达到" : "未达到"}
      {light.bar}
    </p>
  ))
}

const howToMark = ({ options, seats }: { options: unknown; seats: number }): string => {
  if (!options) return "请在平板上选择。"
  return `请在平板上${seats > 1 ? `选，最多${seats}项` : "选一项"}，也可以选均不同意或弃权。`
}
