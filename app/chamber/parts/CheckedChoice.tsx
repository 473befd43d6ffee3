import type { ReactNode } from "react"
import { Link } from "react-router"
import type { MotionTerms } from "~/chamber/motions/motion-terms"
import { BallotCode } from "~/chamber/parts/BallotCode"
import type { Picked } from "~/chamber/parts/picking"
import { Terms } from "~/chamber/parts/Terms"
import { choices } from "~/law/tally"
import { Button, ButtonLink } from "~/ui/Button"
import { type BallotOption, PickedChoice, PickedOptions } from "~/ui/Choice"

type CheckedChoiceProps = {
  /** Null when the page was opened without a choice, from the history or a link. */
  picked: Picked | null
  /** Of a ballot with options. */
  options?: readonly BallotOption[] | null
  /** Where the form itself is sent, by a tablet without scripts. */
  requestKey?: string
  /** Whose page this is: the participant named on it. */
  voterId?: string
  /** 核验码, where the round has codes. */
  code?: string | null
  /** Whose ballot it is, where not one's own. */
  principal?: string | null
  motion: string
  terms: MotionTerms
  secret: boolean
  /** 改投 until the end of voting. */
  isChangeable?: boolean
  /** Back to the three choices; on the page itself where it can. */
  again: string
  onAgain?: () => void
  countdown?: ReactNode
}

/** The choice as it will be cast, with the two ways on. */
export function CheckedChoice(props: CheckedChoiceProps) {
  const { picked, options = null, requestKey, voterId, code, principal, motion, terms, secret, again, onAgain } = props
  if (!picked)
    return (
      <>
        <h1>还没有选择</h1>
        <p className="lead">请先选赞成、反对或弃权，再来核对。这一票还没有投出。</p>
        <ButtonLink kind="big" to={again}>
          去选择
        </ButtonLink>
      </>
    )
  return (
    <>
      <input type="hidden" name="choice" value={picked.text} />
      <input type="hidden" name="picked" value={picked.text} />
      <input type="hidden" name="words" value={picked.words} />
      {requestKey ? <input type="hidden" name="requestKey" value={requestKey} /> : null}
      {voterId ? <input type="hidden" name="voterId" value={voterId} /> : null}
      {code ? <input type="hidden" name="code" value={code} /> : null}
      <div className="tab__ask">
        <h1>{principal ? `请核对代${principal}的选择` : "请核对您的选择"}</h1>
        {props.countdown}
      </div>
      {options ? (
        <Marked picked={picked} options={options} motion={motion} />
      ) : (
        <Chosen picked={picked} motion={motion} terms={terms} />
      )}
      {code ? <BallotCode code={code} /> : null}
      <p className="tab__say">
        {props.isChangeable ? (
          "停止投票以前，还可以改投。"
        ) : (
          <>
            投出以后，<b>本轮不能再改</b>。
          </>
        )}
        这次是{secret ? "无记名" : "记名"}表决。
      </p>
      <div className="tab__go">
        <Link
          className="btn btn--big"
          to={again}
          onClick={event => {
            if (!onAgain) return
            event.preventDefault()
            onAgain()
          }}
        >
          重新选
        </Link>
        <Button kind="big">对，投出这一票</Button>
      </div>
    </>
  )
}

function Chosen({ picked, motion, terms }: { picked: Picked; motion: string; terms: MotionTerms }) {
  const choice = choices.find(one => one === picked.text)
  return (
    <div className="pick">
      {choice ? <PickedChoice choice={choice} /> : null}
      <div className="pick__what">
        <p className="soft">您选的是</p>
        <p className="pick__word">
          <b>{picked.words}</b>这件事：
        </p>
        <p className="lead">{motion}</p>
        <Terms terms={terms} />
      </div>
    </div>
  )
}

function Marked({ picked, options, motion }: { picked: Picked; options: readonly BallotOption[]; motion: string }) {
  const kind = picked.text === "none" || picked.text === "abstain" ? picked.text : "options"
  const keys = picked.text.split("+")
  const labels = options.filter(option => keys.includes(option.key)).map(option => option.label)
  return (
    <>
      <p className="lead">{motion}</p>
      <p className="soft">您选的是</p>
      <PickedOptions labels={kind === "options" ? labels : [picked.words]} kind={kind} />
    </>
  )
}
