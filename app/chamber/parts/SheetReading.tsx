import { Form } from "react-router"
import type { SheetRow } from "~/chamber/paper/sheets-page"
import { Button } from "~/ui/Button"
import { type FormView, fieldValues } from "~/ui/form-view"
import { Sheet } from "~/ui/Sheet"
import { Cell, Row, RowHead, Table } from "~/ui/Table"

type Props = {
  intent: "read" | "check"
  rows: readonly SheetRow[]
  total: number
  secret: boolean
  /** What may stand on a sheet. */
  marks: readonly { value: string; label: string }[]
  /** More than one may be chosen. */
  several: boolean
  form: FormView | null | undefined
}

const words = {
  read: { title: "第一遍：还没有读的", button: "录入选好的" },
  check: { title: "第二遍：别人读过，等您核对的", button: "核对选好的" },
} as const

/** Sheets one below the other, each with what may stand on it. Nothing of an earlier reading is shown. */
export function SheetReading({ intent, rows, total, secret, marks, several, form }: Props) {
  if (rows.length === 0) return null
  const { title, button } = words[intent]
  return (
    <Sheet title={`${title}${total}张`} flush>
      <Form method="post">
        <input type="hidden" name="intent" value={intent} />
        <Table
          caption={title}
          tight
          columns={[
            { label: secret ? "铅笔写的号" : "票号" },
            { label: several ? "票上选的（可以几项）" : "票上选的" },
          ]}
        >
          {rows.map(row => (
            <Row key={row.sheet} state={row.differences > 0 ? "bad" : undefined}>
              <RowHead sub={noteOf(row)}>
                第{row.sheet}
                {secret ? "张" : "号"}
                {row.name ? `　${row.name}` : ""}
              </RowHead>
              <Cell>
                <fieldset>
                  <legend className="vh">第{row.sheet}张票上选的</legend>
                  <div className="options">
                    {marks.map(mark => (
                      <label className="check" key={mark.value}>
                        <input
                          type={several ? "checkbox" : "radio"}
                          name={`mark-${row.sheet}`}
                          value={mark.value}
                          defaultChecked={
                            form?.values.intent === intent &&
                            fieldValues(form, `mark-${row.sheet}`).includes(mark.value)
                          }
                        />
                        <span>{mark.label}</span>
                      </label>
                    ))}
                  </div>
                </fieldset>
              </Cell>
            </Row>
          ))}
        </Table>
        <div className="bulk">
          <span>手上没有的、还没有读到的，空着不选。</span>
          <Button kind="main">{button}</Button>
        </div>
      </Form>
    </Sheet>
  )
}

function noteOf(row: SheetRow): string | null {
  if (row.differences > 0) return `两遍读得不一样${row.differences > 1 ? `，已有${row.differences}次` : ""}，重新读`
  return row.isDuplicate ? "重复票，读了不计" : null
}
