import type { MotionTerms } from "~/chamber/motion-terms"
import { Terms } from "~/chamber/parts/Terms"
import { type Choice, choiceNames } from "~/law/tally"
import { Button, ButtonLink } from "~/ui/Button"
import { PickedChoice } from "~/ui/Choice"

type CheckedChoiceProps = {
  /** Null when the page was opened without a choice, from the history or a link. */
  choice: Choice | null
  requestKey: string
  /** Whose page this is: the participant named on it. */
  voterId?: string
  motion: string
  terms: MotionTerms
  secret: boolean
  /** Back to the three choices. */
  again: string
}

/** The choice as it will be cast, with the two ways on. */
export function CheckedChoice({ choice, requestKey, voterId, motion, terms, secret, again }: CheckedChoiceProps) {
  if (!choice)
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
      <input type="hidden" name="choice" value={choice} />
      <input type="hidden" name="requestKey" value={requestKey} />
      {voterId ? <input type="hidden" name="voterId" value={voterId} /> : null}
      <h1>请核对您的选择</h1>
      <div className="pick">
        <PickedChoice choice={choice} />
        <div className="pick__what">
          <p className="soft">您选的是</p>
          <p className="pick__word">
            <b>{choiceNames[choice]}</b>这件事：
          </p>
          <p className="lead">{motion}</p>
          <Terms terms={terms} />
        </div>
      </div>
      <p className="tab__say">
        投出以后，<b>本轮不能再改</b>。这次是{secret ? "无记名" : "记名"}表决。
      </p>
      <div className="tab__go">
        <ButtonLink to={again} tall>
          重新选
        </ButtonLink>
        <Button kind="big">对，投出这一票</Button>
      </div>
    </>
  )
}
