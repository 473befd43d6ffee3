import { Form } from "react-router"
import { answerField } from "~/records/field-names"
import type { NoticeView, ObjectionView } from "~/records/notice-views"
import { Badge } from "~/ui/Badge"
import { Button } from "~/ui/Button"
import { Facts } from "~/ui/Facts"
import { type FormView, field } from "~/ui/form-view"
import { Sheet } from "~/ui/Sheet"
import { TextArea } from "~/ui/TextArea"
import { TextField } from "~/ui/TextField"

/** 异议 and their answers; staff write down here what was said to them. */
export function NoticeObjections({ notice, form }: { notice: NoticeView; form?: FormView }) {
  const { objectionList, can } = notice
  const isOpen = ["objectorName", "objectorPhone", "objectionContent"].some(name => form?.errors[name])
  return (
    <Sheet title={objectionList.length > 0 ? `异议（${objectionList.length}条）` : "异议"} id="objections">
      {objectionList.length === 0 ? <p>还没有收到异议。</p> : null}
      {objectionList.map(objection => (
        <Objection key={objection.id} objection={objection} mayAnswer={can.answer} form={form} />
      ))}
      {can.answer && notice.takesObjections ? (
        <details open={isOpen || undefined} key={objectionList.length}>
          <summary>登记当面或者电话提出的异议</summary>
          <Form method="post" encType="multipart/form-data" className="stack">
            <input type="hidden" name="intent" value="objection" />
            <TextField label="提出人（选填）" hint="只有办理的人看得到，不公开" {...field(form, "objectorName")} />
            <TextField label="联系电话（选填）" type="tel" {...field(form, "objectorPhone")} />
            <TextArea label="异议的内容" rows={4} {...field(form, "objectionContent")} />
            <p>
              <Button>记下</Button>
            </p>
          </Form>
        </details>
      ) : null}
    </Sheet>
  )
}

type ObjectionProps = { objection: ObjectionView; mayAnswer: boolean; form?: FormView }

function Objection({ objection, mayAnswer, form }: ObjectionProps) {
  const name = answerField(objection.id)
  const { contact } = objection
  return (
    <section className="stack record-item">
      <p className="prewrap">{objection.content}</p>
      <Facts
        items={[
          {
            label: "收到",
            value: objection.receivedOn,
            note: objection.means === "board" ? "从公示页提出" : "社区登记",
          },
          {
            label: "答复期限",
            value: objection.isLate ? (
              <Badge kind="late">{`${objection.dueOn}前，已逾期`}</Badge>
            ) : (
              `${objection.dueOn}前`
            ),
          },
          { label: "提出人", value: contact?.name },
          { label: "电话", value: contact?.phone ? <a href={`tel:${contact.phone}`}>{contact.phone}</a> : "" },
          { label: "查询码", value: contact?.followCode },
          {
            label: "答复",
            value: objection.answer ? <span className="prewrap">{objection.answer}</span> : "",
            note: objection.answeredOn ? `${objection.answeredBy}，${objection.answeredOn}` : "",
          },
        ]}
      />
      {mayAnswer && !objection.answer ? (
        <Form method="post" encType="multipart/form-data" className="stack">
          <input type="hidden" name="intent" value="answer" />
          <input type="hidden" name="objectionId" value={objection.id} />
          <TextArea label="答复" hint="提出的人凭查询码看得到" rows={3} {...field(form, name)} />
          <p>
            <Button kind="go">登记答复</Button>
          </p>
        </Form>
      ) : null}
    </section>
  )
}
