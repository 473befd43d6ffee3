import { Form } from "react-router"
import type { RoutingQuestion } from "~/rulebook/routing"
import { Button, ButtonLink } from "~/ui/Button"
import { FormColumn } from "~/ui/Page"
import { RadioGroup } from "~/ui/RadioGroup"
import { Sheet } from "~/ui/Sheet"

type Props = {
  question: RoutingQuestion
  /** From 1. */
  number: number
  /** What was answered before. */
  answers: Record<string, string>
  error?: string
  back: string
}

/** One question; what was answered before goes along in the address. */
export function ProcedureQuestion({ question, number, answers, error, back }: Props) {
  return (
    <Sheet title={`第${number}个问题`} titleHidden>
      <Form method="get" key={question.key}>
        {Object.entries(answers).map(([key, value]) => (
          <input key={key} type="hidden" name={key} value={value} />
        ))}
        <input type="hidden" name="asked" value={question.key} />
        <FormColumn>
          <RadioGroup
            stacked
            name={question.key}
            label={question.question}
            hint={question.hint || undefined}
            error={error}
            defaultValue={undefined}
            options={question.answers}
          />
          <p className="row">
            <Button kind="main">继续</Button>
            <ButtonLink to={back}>{number > 1 ? "上一个问题" : "先不判断"}</ButtonLink>
          </p>
        </FormColumn>
      </Form>
    </Sheet>
  )
}
