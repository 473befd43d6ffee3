import { Form } from "react-router"
import type { ChainAsk } from "~/agenda/chain-reading"
import { Button } from "~/ui/Button"
import { DateField } from "~/ui/DateField"
import { type FormView, field } from "~/ui/form-view"
import { FormColumn } from "~/ui/Page"
import { Sheet } from "~/ui/Sheet"
import { TextArea } from "~/ui/TextArea"
import { TextField } from "~/ui/TextField"

type Props = { ask: ChainAsk; isAgain: boolean; seen: number; today: string; form: FormView | undefined }

/** What is asked of one step: figures of a vote, or how long a sheet hangs. */
export function ChainStepForm({ ask, isAgain, seen, today, form }: Props) {
  const heads = (name: string, label: string) => (
    <TextField label={label} inputMode="numeric" short {...field(form, name)} />
  )
  return (
    <Sheet title={`${isAgain ? "重记" : "记"}${ask.name}`} id="record" className="screen-only">
      {isAgain ? <p>重新召开的，或者原来记错的，再记一份。原来的记录留在本页，不会删去。</p> : null}
      <Form method="post">
        <input type="hidden" name="step" value={ask.step} />
        <input type="hidden" name="seen" value={seen} />
        <FormColumn>
          <DateField
            label={ask.isVoted ? "哪一天开的会" : "哪一天贴出来的"}
            max={today}
            {...field(form, "heldOn", today)}
          />
          {ask.isVoted ? null : <DateField label="贴到哪一天" {...field(form, "until", ask.least)} />}
          <TextField label={ask.isVoted ? "在哪里开的" : "贴在哪里"} {...field(form, "place")} />
          {ask.isVoted ? (
            <>
              {heads("entitled", "应到几人")}
              {heads("present", "实到几人")}
              {heads("inFavour", "赞成几人")}
              {heads("against", "反对几人")}
              {heads("abstained", "弃权几人")}
            </>
          ) : null}
          <TextArea
            label="内容"
            hint={
              ask.isVoted ? "提出了什么、定了什么，不同意见和说明也写上。" : "公开了什么，有人提出异议的，怎样答复的。"
            }
            rows={5}
            {...field(form, "content")}
          />
          {ask.basis.map(article => (
            <p className="hint" key={article}>
              {article}
            </p>
          ))}
          <p>
            <Button kind="main">记下来</Button>
          </p>
        </FormColumn>
      </Form>
    </Sheet>
  )
}
