import { Form } from "react-router"
import { VersionField } from "~/people/parts/VersionField"
import type { SettingRow, VersionView } from "~/rulebook/rulebook-views"
import { Button } from "~/ui/Button"
import { type FormView, field } from "~/ui/form-view"
import { SelectField } from "~/ui/SelectField"
import { Sheet } from "~/ui/Sheet"
import { Cell, Row, RowHead, Table } from "~/ui/Table"
import { TextField } from "~/ui/TextField"

const columns = [{ label: "项目" }, { label: "法律和预设" }, { label: "改为" }, { label: "依据哪个文件第几条" }]

/** The fields of a draft in the order of the page, for the error summary. */
export const draftOrder = (rows: readonly SettingRow[]) => [
  "basis",
  ...rows.flatMap(({ key }) => [`value-${key}`, `article-${key}`]),
]

/** Every value of a draft, to be changed with its source; what cannot be changed is not here. */
export function DraftForm({ version, form }: { version: VersionView; form: FormView | undefined }) {
  const rows = version.rows.filter(row => row.kind !== "fixed")
  return (
    <Form method="post" className="stack-l">
      <Sheet title="这一版的依据">
        <TextField
          label="谁在什么时候定的"
          hint="如：2026年3月5日居民代表会议通过的本社区议事规则；小区的规程写业主大会通过的日期和文件"
          maxLength={200}
          {...field(form, "basis", version.basis)}
        />
      </Sheet>
      <Sheet title="改哪几项" flush>
        <Table caption="要改的项目，改了的写明依据；没有改的不用写" columns={columns} tight className="table--draft">
          {rows.map(row => (
            <DraftRow key={row.key} row={row} form={form} />
          ))}
        </Table>
      </Sheet>
      <div className="row">
        <input type="hidden" name="intent" value="save" />
        <VersionField form={form} version={version.version} />
        <Button kind="main">保存草稿</Button>
      </div>
    </Form>
  )
}

const subOf = ({ inForceText, note }: SettingRow) =>
  [inForceText && `现在用的：${inForceText}。`, note].filter(Boolean).join("") || undefined

const numberHint = ({ unit, whenEmpty }: SettingRow) => (whenEmpty ? `${unit}；空着是${whenEmpty}` : unit)

function DraftRow({ row, form }: { row: SettingRow; form: FormView | undefined }) {
  const label = <span className="vh">{`${row.label}改为`}</span>
  const value = field(form, `value-${row.key}`, row.value)
  return (
    <Row state={form?.errors[`value-${row.key}`] || form?.errors[`article-${row.key}`] ? "bad" : undefined}>
      <RowHead sub={subOf(row)}>{row.label}</RowHead>
      <Cell label="法律和预设" sub={row.floor ? "法定，可以更严" : "可以自定"}>
        {row.law.valueText}
      </Cell>
      <Cell label="改为">
        {row.choices ? (
          <SelectField label={label} options={row.choices} {...value} />
        ) : (
          <TextField label={label} inputMode="numeric" hint={numberHint(row)} maxLength={4} {...value} />
        )}
      </Cell>
      <Cell label="依据">
        <TextField
          label={<span className="vh">{`${row.label}的依据`}</span>}
          hint={row.citation ?? undefined}
          maxLength={300}
          {...field(form, `article-${row.key}`, row.source)}
        />
      </Cell>
    </Row>
  )
}
