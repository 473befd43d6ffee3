import { Form } from "react-router"
import { Button } from "~/ui/Button"
import { CheckGroup } from "~/ui/CheckField"
import { type FormView, fieldValues } from "~/ui/form-view"
import { Sheet } from "~/ui/Sheet"

type Props = {
  out: readonly { serial: number; name: string }[]
  hasEnded: boolean
  secret: boolean
  form: FormView | null | undefined
}

/** The papers that are out: ticked one by one as they come in. */
export function PapersOut({ out, hasEnded, secret, form }: Props) {
  if (out.length === 0) return null
  return (
    <Sheet title={`在外面的票${out.length}张`}>
      <Form method="post">
        <div className="stack">
          <CheckGroup
            label="交来哪几张"
            name="serial"
            hint={
              secret
                ? "看存根上的编号。撕下存根，再把票投进票箱。收回以后不能撤销，请看清编号。"
                : "看票上的编号。收回以后不能撤销，请看清编号。"
            }
            error={form?.errors.serial}
            defaultValues={fieldValues(form, "serial")}
            options={out.map(({ serial, name }) => ({ value: String(serial), label: `第${serial}号　${name}` }))}
          />
          <div className="row">
            <Button kind="main" name="intent" value="return">
              收回勾选的
            </Button>
            {hasEnded ? (
              <Button name="intent" value="missing">
                登记为未收回
              </Button>
            ) : (
              <Button name="intent" value="exchange">
                写坏了，换一张
              </Button>
            )}
            {hasEnded ? null : (
              <Button name="intent" value="withdraw">
                发错了，作废
              </Button>
            )}
          </div>
        </div>
      </Form>
    </Sheet>
  )
}
