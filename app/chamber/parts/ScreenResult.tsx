import { useEffect, useState } from "react"
import { Fitted } from "~/chamber/parts/Fitted"
import { codeWords } from "~/chamber/parts/RoundCodes"
import { TermsInLine } from "~/chamber/parts/Terms"
import type { ScreenNowView } from "~/chamber/screen-page"
import { Fraction } from "~/ui/Fraction"
import { LampMark } from "~/ui/Lamp"
import { Verdict } from "~/ui/ScreenFrame"
import { OptionVotes } from "~/ui/Votes"

type Result = Extract<ScreenNowView, { kind: "result" }>

/** The proclaimed result; where there are codes it takes turns with them, page after page, by itself. */
export function ScreenResult({ now }: { now: Result }) {
  const pages = pagesOf(now.codes ?? [])
  const at = useTurns(pages.length + 1)
  const page = pages[at - 1]
  if (page) return <Codes codes={page} at={at} of={pages.length} outcome={now.outcome} />
  return (
    <Fitted className="res__fit">
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
      {now.nextStep ? <p className="wall__after">接下来：{now.nextStep}</p> : null}
    </Fitted>
  )
}

const codesOnPage = 32
type Codes = NonNullable<Result["codes"]>

/** Full pages, each of one choice alone: whoever looks for a code knows where to look. */
export function pagesOf(codes: Codes): Codes[] {
  const pages: Codes[] = []
  for (const choiceName of new Set(codes.map(one => one.choiceName))) {
    const own = codes.filter(one => one.choiceName === choiceName)
    for (let from = 0; from < own.length; from += codesOnPage) pages.push(own.slice(from, from + codesOnPage))
  }
  return pages
}

function Codes({ codes, at, of, outcome }: { codes: Codes; at: number; of: number; outcome: string }) {
  return (
    <section className="wall__codes" aria-label="核验码">
      <p className="wall__item">
        <b>核验码</b>
        {outcome}，记下码的请核对自己的票
      </p>
      <h1>{codes[0]?.choiceName}</h1>
      <ul>
        {codes.map(({ code }, place) => (
          <li key={`${code} ${place}`}>{codeWords(code)}</li>
        ))}
      </ul>
      <p className="soft">
        第{at}页，共{of}页，自动翻页
      </p>
    </section>
  )
}

const secondsOnPage = 12

/** Which of so many pages stands there now; the first where there is no JavaScript. */
function useTurns(pages: number): number {
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    if (pages < 2) return
    const timer = setInterval(() => setTurn(before => before + 1), secondsOnPage * 1000)
    return () => clearInterval(timer)
  }, [pages])
  return turn % pages
}

function Lights({ lights }: { lights: Result["lights"] }) {
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
function QuorumLine({ lights }: { lights: Result["lights"] }) {
  return lights.map(light => (
    <p key={light.label} className="wall__quorum">
      <LampMark state={light.met ? "met" : "not"} />
      {light.label}
      {light.count}人，应到{light.whole}人，{light.need}，{light.met ? "达到" : "未达到"}
      {light.bar}
    </p>
  ))
}
