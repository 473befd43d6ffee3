import { Form } from "react-router"
import { Button } from "~/ui/Button"
import { CheckGroup } from "~/ui/CheckField"
import { type FormView, fieldValues } from "~/ui/form-view"
import { Sheet } from "~/ui/Sheet"

type Props = {
  out: readonly { serial: number; name: string; handedTo: string; hasProxyEnded: boolean }[]
  hasEnded: boolean
  secret: boolean
  form: FormView | null | undefined
}

/** The papers that are out: ticked one by one as they come in. */
export function PapersOut({ out, hasEnded, secret, form }: Props) {
  if (out.length === 0) return null
  const isProxyEnded = out.some(one => one.hasProxyEnded)
  return (
    <Sheet title={`在外面的票${out.length}张`}>
      <Form method="post">
        <div className="stack">
          <CheckGroup
            label="交来哪几张"
            name="serial"
            hint={secret ? "看存根上的编号。撕下存根，再把票投进票箱。" : "看票上的编号。"}
            error={form?.errors.serial}
            defaultValues={fieldValues(form, "serial")}
            options={out.map(one => ({ value: String(one.serial), label: labelOf(one) }))}
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
            {hasEnded && !isProxyEnded ? null : (
              <Button name="intent" value="withdraw">
                {hasEnded ? "作废" : "发错了，作废"}
              </Button>
            )}
            {isProxyEnded ? (
              <Button name="intent" value="returnBeforeEnd">
                委托结束以前就交来的
              </Button>
            ) : null}
          </div>
        </div>
      </Form>
    </Sheet>
  )
}

/** 第3号　甲一（乙二代）; a proxy that has ended is said, so that its paper is taken in and never put into the box. */
const labelOf = ({ serial, name, handedTo, hasProxyEnded }: Props["out"][number]): string =>
  `第${serial}号　${name}${handedTo ? `（${handedTo}代${hasProxyEnded ? "，委托已结束，请收回作废，本人要投的另发" : ""}）` : ""}`
