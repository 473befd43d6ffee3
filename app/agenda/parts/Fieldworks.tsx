import { Form } from "react-router"
import type { TopicView } from "~/agenda/topic-reading"
import { Button } from "~/ui/Button"
import { DateField } from "~/ui/DateField"
import { Facts } from "~/ui/Facts"
import { type FormView, field } from "~/ui/form-view"
import { Sheet } from "~/ui/Sheet"
import { TextArea } from "~/ui/TextArea"
import { TextField } from "~/ui/TextField"

type Props = {
  topic: Pick<TopicView, "fieldworks" | "mayRecordFieldwork" | "returnOn">
  today: string
  form?: FormView
}

/** What was found on the spot; and the form for it, while the topic waits for it. */
export function Fieldworks({ topic, today, form }: Props) {
  if (topic.fieldworks.length === 0 && !topic.mayRecordFieldwork) return null
  return (
    <Sheet title="调研" id="fieldwork">
      {topic.fieldworks.map(one => (
        <Facts
          key={one.id}
          items={[
            { label: "调研日期", value: one.doneOn },
            { label: "地点", value: one.place },
            { label: "参加人", value: one.participants },
            { label: "看到的情况", value: <span className="prewrap">{one.findings}</span> },
            { label: "记录", value: one.by },
          ]}
        />
      ))}
      {topic.mayRecordFieldwork ? <FieldworkForm returnOn={topic.returnOn} today={today} form={form} /> : null}
    </Sheet>
  )
}

function FieldworkForm({ returnOn, today, form }: { returnOn: string; today: string; form?: FormView }) {
  return (
    <Form method="post" encType="multipart/form-data" className="stack">
      <input type="hidden" name="intent" value="fieldwork" />
      <p>会上决定先调研再定{returnOn ? `，${returnOn}前再上会` : ""}。记下调研情况，议题就能改方案、再排进会议。</p>
      <DateField label="哪一天去的" max={today} {...field(form, "doneOn", today)} />
      <TextField label="去了哪里" hint="如“3栋、5栋楼下，小广场”。" {...field(form, "place")} />
      <TextField label="谁参加" hint="如“乙二、丙三，物业一人”。" {...field(form, "participants")} />
      <TextArea
        label="看到的情况"
        hint="量了什么、问了谁、结果怎样，开会时念给大家听。"
        rows={6}
        {...field(form, "findings")}
      />
      <p>
        <Button kind="main">记下调研</Button>
      </p>
    </Form>
  )
}
