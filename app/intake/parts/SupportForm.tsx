import { Form } from "react-router"
import { Button } from "~/ui/Button"
import { DateField } from "~/ui/DateField"
import { type FormView, field } from "~/ui/form-view"
import { FormColumn } from "~/ui/Page"
import { Sheet } from "~/ui/Sheet"
import { TextArea } from "~/ui/TextArea"
import { TextField } from "~/ui/TextField"

/** 附议: another resident with the same trouble. Posts intent=support. */
export function SupportForm({ form, today }: { form: FormView | undefined; today: string }) {
  const own = form?.values.intent === "support" ? form : undefined
  return (
    <Sheet title="记一位附议的居民">
      <Form method="post">
        <FormColumn>
          <TextField label="附议人" short autoComplete="off" maxLength={50} {...field(own, "name")} />
          <TextField label="联系电话（选填）" type="tel" short autoComplete="off" {...field(own, "phone")} />
          <TextArea label="他怎么说（选填）" rows={2} maxLength={2000} {...field(own, "voice")} />
          <DateField label="附议时间" max={today} {...field(own, "reportedOn", today)} />
          <Button name="intent" value="support">
            记下附议
          </Button>
        </FormColumn>
      </Form>
    </Sheet>
  )
}
