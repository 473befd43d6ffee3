import { Form } from "react-router"
import { Button } from "~/ui/Button"
import { type FormView, field } from "~/ui/form-view"
import { Note } from "~/ui/Note"
import { FormColumn } from "~/ui/Page"
import { RadioGroup } from "~/ui/RadioGroup"
import { Sheet } from "~/ui/Sheet"
import { TextArea } from "~/ui/TextArea"
import { TextField } from "~/ui/TextField"

/** 办结答复: what the proposer was told at the end, and each of those whose issues were merged. Posts intent=answer. */
export function AnswerForm({ form, merged }: { form: FormView | undefined; merged: number }) {
  const own = form?.values.intent === "answer" ? form : undefined
  return (
    <Sheet title="办结答复">
      <p className="soft">事情有了结果，告诉提出人以后记在这里。记下办结答复，这个问题才能办结。</p>
      {merged > 0 ? <Note>并入的{merged}件一起办结，每一位提出人都记下同样的答复，请一一告诉他们。</Note> : null}
      <Form method="post">
        <FormColumn>
          <RadioGroup
            label="问题解决了吗"
            options={[
              { value: "yes", label: "解决了" },
              { value: "no", label: "没能解决，已说明原因" },
            ]}
            {...field(own, "resolved")}
          />
          <TextArea label="怎样答复的" rows={3} maxLength={2000} {...field(own, "content")} />
          <TextField label="怎样告诉的" hint="如电话、当面、微信群" short maxLength={50} {...field(own, "means")} />
          <Button name="intent" value="answer">
            记下答复并办结
          </Button>
        </FormColumn>
      </Form>
    </Sheet>
  )
}
