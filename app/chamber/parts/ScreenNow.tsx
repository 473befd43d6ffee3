import type { ScreenNowView } from "~/chamber/screen-page"
import { Fraction, Pips } from "~/ui/Fraction"
import { Verdict } from "~/ui/ScreenFrame"

/** The middle of the wall. */
export function ScreenNow({ now }: { now: ScreenNowView }) {
  switch (now.kind) {
    case "waiting":
      return (
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
      )
    case "voting":
      return (
        <div className="wall__vote" aria-live="polite">
          <h1>{now.motion}</h1>
          <p className="wall__manner">正在表决，{now.manner}。请在平板上选择。</p>
          <p className="wall__cast">
            <span>已投</span>
            <b>{now.cast}</b>
            <span>/ {now.present}</span>
          </p>
          <Pips have={now.cast} whole={now.present} label={`${now.present}人中${now.cast}人已投`} />
        </div>
      )
    case "counting":
      return (
        <div className="wall__vote" aria-live="polite">
          <h1>{now.motion}</h1>
          <p className="wall__manner">表决已结束，请等主持人公布结果。</p>
        </div>
      )
    case "result":
      return <ScreenResult now={now} />
  }
}

function ScreenResult({ now }: { now: Extract<ScreenNowView, { kind: "result" }> }) {
  return (
    <>
      <Verdict passed={now.passed} word={now.outcome}>
        {now.motion}
      </Verdict>
      <table className="lights lights--one">
        <caption className="vh">每一项都达到才算通过</caption>
        <tbody>
          {now.lights.map(light => (
            <tr key={light.label}>
              <th scope="row">{light.label}</th>
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
    </>
  )
}
