import { expect, test } from "vitest"
import { renderPart, tagWith, wordsOf } from "#tests/ui/render-part"
import { CheckField, CheckGroup } from "~/ui/CheckField"
import { DateField } from "~/ui/DateField"
import { ErrorSummary } from "~/ui/ErrorSummary"
import { FileField } from "~/ui/FileField"
import { type FormView, field, fieldValues } from "~/ui/form-view"
import { RadioGroup } from "~/ui/RadioGroup"
import { SelectField } from "~/ui/SelectField"
import { TextArea } from "~/ui/TextArea"
import { TextField } from "~/ui/TextField"
import { TimeField } from "~/ui/TimeField"

const form: FormView = {
  values: { place: "一号议事点", heldOn: "2026-02-30", kind: "", observers: ["property"] },
  errors: { heldOn: "2026年2月没有30日，请改日期", place: "与棋牌活动撞期", "": "会议通知还没有发出" },
}
const wrong = { name: "place", hint: "议事点或会议室", error: "与棋牌活动撞期" }

test.each([
  ["text", <TextField key="" label="地点" {...wrong} />, "<input"],
  ["longer text", <TextArea key="" label="地点" {...wrong} />, "<textarea"],
  ["list", <SelectField key="" label="地点" options={[]} empty="请选地点" {...wrong} />, "<select"],
  ["date", <DateField key="" label="地点" {...wrong} />, "<input"],
  ["time", <TimeField key="" label="地点" {...wrong} />, "<input"],
  ["file", <FileField key="" label="地点" {...wrong} />, "<input"],
])("a %s field at fault names its label, hint and error", (_kind, part, control) => {
  const markup = renderPart(part)
  expect(tagWith(markup, "<label")).toContain('for="field-place"')
  const tag = tagWith(markup, control)
  expect(tag).toContain('id="field-place"')
  expect(tag).toContain('name="place"')
  expect(tag).toContain('aria-describedby="field-place-hint field-place-error"')
  expect(tag).toContain('aria-invalid="true"')
  expect(tagWith(markup, 'id="field-place-hint"')).toContain('class="hint"')
  expect(tagWith(markup, 'id="field-place-error"')).toContain('class="error"')
})

test("the error stands between the label and the box", () => {
  const markup = renderPart(<TextField label="地点" {...wrong} />)
  const order = ["<label", 'class="hint"', 'class="error"', "<input"].map(mark => markup.indexOf(mark))
  expect(order).toEqual([...order].sort((a, b) => a - b))
})

test("a field without fault says nothing about one", () => {
  const markup = renderPart(<TextField label="地点" name="place" />)
  expect(markup).not.toMatch(/aria-invalid|aria-describedby|field--bad/)
})

test("each line of the error summary leads to the control of its field", () => {
  const markup = renderPart(
    <>
      <ErrorSummary form={form} purpose="才能发出通知" order={["place", "heldOn"]} labels={{ place: "地点" }} />
      <TextField label="地点" {...field(form, "place")} />
      <DateField label="日期" {...field(form, "heldOn")} />
    </>,
  )
  expect(tagWith(markup, "summary")).toContain('role="alert"')
  expect(wordsOf(markup)).toContain("还有3处要处理，才能发出通知")
  const targets = [...markup.matchAll(/href="#([^"]+)"/g)].map(match => match[1])
  expect(targets).toEqual(["field-place", "field-heldOn"])
  for (const target of targets) expect(tagWith(markup, `id="${target}"`)).toMatch(/^<input/)
  expect(wordsOf(markup).indexOf("会议通知还没有发出")).toBeLessThan(wordsOf(markup).indexOf("地点：与棋牌活动撞期"))
})

test("the error summary of a group leads to its first option", () => {
  const options = [
    { value: "named", label: "记名" },
    { value: "secret", label: "无记名" },
  ]
  const markup = renderPart(<RadioGroup name="secrecy" label="表决方式" error="请选记名或无记名" options={options} />)
  expect(tagWith(markup, 'id="field-secrecy"')).toContain('value="named"')
  expect(tagWith(markup, "<fieldset")).toContain('aria-describedby="field-secrecy-error"')
  expect(markup).not.toContain("checked")
})

test("no summary is shown when nothing is wrong", () => {
  expect(renderPart(<ErrorSummary form={{ values: {}, errors: {} }} />)).toBe("")
  expect(renderPart(<ErrorSummary form={undefined} />)).toBe("")
})

test("whoever saves second is shown what is there now", () => {
  const changed: FormView = {
    values: {},
    errors: { "": "别人先改过这一条" },
    changes: [{ label: "地点", now: "三号议事点" }],
  }
  expect(wordsOf(renderPart(<ErrorSummary form={changed} />))).toContain("地点三号议事点")
})

test("a date that does not exist comes back as it was typed", () => {
  const tag = tagWith(renderPart(<DateField label="日期" {...field(form, "heldOn")} />), "<input")
  expect(tag).toContain('type="text"')
  expect(tag).toContain('value="2026-02-30"')
})

test("a date that exists is shown by the browser's own calendar", () => {
  const tag = tagWith(renderPart(<DateField label="日期" name="heldOn" defaultValue="2024-02-29" />), "<input")
  expect(tag).toContain('type="date"')
})

test("a password is never sent back to the page", () => {
  const markup = renderPart(<TextField label="密码" type="password" name="password" defaultValue="甲一的密码" />)
  expect(markup).not.toContain("甲一的密码")
})

test("a box ticked off stays off when the form comes back, whatever was stored", () => {
  const back: FormView = { values: {}, errors: { other: "请写地点" } }
  const markup = renderPart(<CheckField label="发到公示栏" {...field(back, "posted", "yes")} />)
  expect(markup).not.toContain("checked")
  expect(renderPart(<CheckField label="发到公示栏" {...field(undefined, "posted", "yes")} />)).toContain("checked")
})

test("a group of boxes keeps exactly those that were posted", () => {
  const options = [
    { value: "owners", label: "业委会" },
    { value: "property", label: "物业" },
  ]
  const values = fieldValues(form, "observers", ["owners"])
  const markup = renderPart(<CheckGroup name="observers" label="列席" options={options} defaultValues={values} />)
  expect(tagWith(markup, 'value="property"')).toContain("checked")
  expect(tagWith(markup, 'value="owners"')).not.toContain("checked")
})
