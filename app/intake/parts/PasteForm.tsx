import { Form } from "react-router"
import { Button } from "~/ui/Button"
import { type FormView, field } from "~/ui/form-view"
import { Sheet } from "~/ui/Sheet"
import { TextArea } from "~/ui/TextArea"

/** Chat text in, the form beside it filled; nothing is saved. */
export function PasteForm({ form }: { form: FormView | null | undefined }) {
  return (
    <Sheet title="粘贴群消息">
      <Form method="post" className="stack">
        <TextArea
          label="群里的话"
          hint="把消息连名字、时间一起复制过来，会填到登记表里，看过再登记。"
          rows={6}
          {...field(form, "pasted")}
        />
        <Button name="intent" value="paste">
          填到表里
        </Button>
      </Form>
    </Sheet>
  )
}
