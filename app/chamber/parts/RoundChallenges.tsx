import { Form } from "react-router"
import type { ChallengeView } from "~/chamber/rounds/challenge-view"
import { groundNames } from "~/chamber/rounds/challenge-words"
import { Button } from "~/ui/Button"
import { type FormView, field } from "~/ui/form-view"
import { Note } from "~/ui/Note"
import { SelectField } from "~/ui/SelectField"
import { TextArea } from "~/ui/TextArea"

type Props = {
  roundId: string
  challenges: readonly ChallengeView[]
  /** Who may raise one: everyone on the roll of the round. */
  roll: readonly { participantId: string; name: string }[]
  form: FormView | undefined
  /** The chair answers; whoever is at the desk takes down what is said. */
  mayAnswer?: boolean
  /** On the console the next step sends the answer: the id of its form, which then has no button of its own. */
  answerForm?: string
}

/** 异议 between closing and proclaiming: each is answered before the result is proclaimed; one said aloud is taken down. */
export function RoundChallenges({ roundId, challenges, roll, form, mayAnswer = true, answerForm }: Props) {
  const waiting = challenges.filter(one => !one.answer)
  const [first] = waiting
  return (
    <section className="stack" aria-labelledby="challenges">
      <h2 id="challenges">有没有异议</h2>
      {waiting.length === 0 ? (
        <p>{challenges.length === 0 ? "请问一声：对计票有没有异议。" : "提出的异议都已答复。"}</p>
      ) : (
        <Note kind="warn">{waiting.length}条异议等待答复，答复以后才能公布。</Note>
      )}
      {waiting.length > 0 ? (
        <ul>
          {waiting.map(one => (
            <li key={one.challengeId}>
              <b>{one.name}</b>：{one.groundName}
              {one.isFromTablet ? null : "（口头提出）"}
              {one.raisedBy ? `（${one.raisedBy}代提）` : null}
            </li>
          ))}
        </ul>
      ) : null}
      {first && mayAnswer ? (
        <Form key={first.challengeId} id={answerForm} method="post" className="stack">
          <input type="hidden" name="intent" value="answerChallenge" />
          <input type="hidden" name="challengeId" value={first.challengeId} />
          <TextArea
            label={`答复${first.name}：怎么核对的，结果怎样`}
            rows={2}
            maxLength={500}
            {...field(form?.values.challengeId === first.challengeId ? form : undefined, "answer")}
          />
          {answerForm ? null : <Button>答复了</Button>}
        </Form>
      ) : null}
      <AnsweredChallenges challenges={challenges} />
      <details open={form?.values.intent === "deskChallenge"}>
        <summary>登记口头提出的异议</summary>
        <Form method="post" className="stack">
          <input type="hidden" name="intent" value="deskChallenge" />
          <input type="hidden" name="roundId" value={roundId} />
          <SelectField
            label="谁提出的"
            empty="请选择"
            options={roll.map(({ participantId, name }) => ({ value: participantId, label: name }))}
            {...field(form, "participantId")}
          />
          <SelectField
            label="提出什么"
            empty="请选择"
            options={Object.entries(groundNames).map(([value, label]) => ({ value, label }))}
            {...field(form, "ground")}
          />
          <Button>登记</Button>
        </Form>
      </details>
    </section>
  )
}

/** What was asked and what was answered. */
export function AnsweredChallenges({ challenges }: { challenges: readonly ChallengeView[] }) {
  const answered = challenges.filter(one => one.answer !== null)
  if (answered.length === 0) return null
  return (
    <ul>
      {answered.map(one => (
        <li key={one.challengeId}>
          {one.name}：{one.groundName}。{one.answer?.by}答复：{one.answer?.words}
        </li>
      ))}
    </ul>
  )
}
