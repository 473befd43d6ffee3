import type { FormEvent } from "react"
import { Form, href } from "react-router"
import { Announcement } from "~/chamber/parts/Announcement"
import { Countdown } from "~/chamber/parts/Countdown"
import { HandOn } from "~/chamber/parts/HandOn"
import { noneWord } from "~/chamber/parts/picking"
import { ReadAloud } from "~/chamber/parts/ReadAloud"
import { Recommendations } from "~/chamber/parts/Recommendations"
import { Gist, personOf } from "~/chamber/parts/Seat"
import { Terms } from "~/chamber/parts/Terms"
import type { BallotParams, OpenBallot } from "~/chamber/rounds/ballot-page"
import { Choices, OptionChoices } from "~/ui/Choice"
import { ErrorSummary } from "~/ui/ErrorSummary"
import { type FormView, fieldValues } from "~/ui/form-view"
import { TabletFrame } from "~/ui/TabletFrame"

type ChoosingProps = {
  ballot: OpenBallot
  params: BallotParams
  /** Whose ballot, and whether it is changed, as the end of an address. */
  search: string
  isChange: boolean
  form: FormView | undefined
  onChoose: (event: FormEvent<HTMLFormElement>) => void
}

/** One motion, three choices or its options. Pressing one leads to the check and casts nothing. */
export function Choosing({ ballot, params, search, isChange, form, onChoose }: ChoosingProps) {
  const { me, voter, item, subject, motion, terms, recommendations, gist, options, seats, secret, countdown } = ballot
  const ask = isChange ? "请重新选择，新选的代替原来的" : voter.isPrincipal ? `请您代${voter.name}表决` : "请您表决"
  // Under conditions and advice the first line, which the motion says too, makes room for the buttons.
  const isCrowded = terms.conditions.length + recommendations.length > 1
  return (
    <TabletFrame
      item={item}
      subject={subject}
      person={personOf(me)}
      foot={
        <>
          <p>点了还要再核对一次，不会马上投出。这次是{secret ? "无记名" : "记名"}表决。</p>
          <ReadAloud text={spokenText(ballot)} />
          <HandOn />
        </>
      }
    >
      <Announcement>{`表决已经开始：${motion.replace(/。$/, "")}。${ask}。`}</Announcement>
      <Form
        method="post"
        action={href("/c/:community/m/:meetingId/vote/:roundId/check", params) + search}
        className="tab__form"
        onSubmit={onChoose}
      >
        <div className="tab__motion">
          <ErrorSummary form={form} />
          <div className="tab__ask">
            <p className="red">
              <b>{ask}</b>
            </p>
            <Countdown {...countdown} />
          </div>
          <h1>{motion}</h1>
          <Terms terms={terms} />
          <Recommendations recommendations={recommendations} />
          {options ? null : <Gist lines={isCrowded ? gist.slice(1) : gist} />}
        </div>
        {options ? (
          <OptionChoices options={options} seats={seats} marked={fieldValues(form, "mark")} noneWord={noneWord} />
        ) : (
          <Choices />
        )}
      </Form>
    </TabletFrame>
  )
}

/** What is read aloud: the matter, and what can be pressed. Never what was pressed: neighbours listen. */
function spokenText({ item, subject, motion, gist, options, seats }: OpenBallot): string {
  const choices = options
    ? `可以选的有：${options.map((option, at) => `第${at + 1}，${option.label}`).join("；")}。${seats > 1 ? `最多选${seats}项。` : ""}都不同意的，选均不同意。也可以弃权。`
    : "请在下面三个里选一个：赞成、反对、弃权。"
  const facts = gist.map(({ label, value }) => `${label}：${value}`)
  return [`${item}，${subject}`, motion.replace(/。$/, ""), ...(options ? [] : facts), choices].join("。")
}
