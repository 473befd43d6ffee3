import { Form } from "react-router"
import { minutesField } from "~/records/rules"
import type { MinutesView } from "~/records/views"
import { decisionNaming } from "~/records/wording-form"
import { Button } from "~/ui/Button"
import { type FormView, field } from "~/ui/form-view"
import { Note } from "~/ui/Note"
import { Sheet } from "~/ui/Sheet"
import { TextArea } from "~/ui/TextArea"
import { ItemRows } from "./ItemRows"
import { AttendanceFacts, MeetingFacts } from "./MeetingFacts"
import { DefaultSave } from "./PaperAside"
import { RecordedBasis } from "./RecordedBasis"
import { VoteRecord } from "./VoteRecord"

/** The wording between the facts, in the order of the printed sheet. */
export function MinutesForm({
  form,
  view: { facts, basis, confirmations },
  version,
}: {
  form: FormView
  view: Pick<MinutesView, "facts" | "basis" | "confirmations">
  version: number
}) {
  return (
    // Made anew after each save, so that every field shows what was stored.
    <Form method="post" key={version} className="stack-l record-form">
      <Sheet title="会议概况">
        <DefaultSave />
        <input type="hidden" name="version" value={field(form, "version").defaultValue ?? String(version)} />
        <MeetingFacts facts={facts} />
        <TextArea label="开头" hint="印在时间、地点之后" rows={3} {...field(form, "opening")} />
        {confirmations.unwritten.length > 0 ? <Unwritten sentences={confirmations.unwritten} /> : null}
        <RecordedBasis of="会议" lines={basis.meeting} />
      </Sheet>
      {facts.agenda.map((item, index) => (
        <Sheet title={`第${index + 1}项　${item.heading}`} key={item.heading}>
          <input type="hidden" {...hidden(form, `agendaItemId-${index}`)} />
          <TextArea
            label="讨论情况"
            hint="每段一行。不同意见写在下面"
            rows={8}
            {...field(form, minutesField.gist(index))}
          />
          <RecordedBasis lines={basis.items[index] ?? []} />
          {item.motions.map(vote => (
            <VoteRecord key={vote.title} vote={vote} />
          ))}
          <ItemRows
            form={form}
            legend="议定事项"
            naming={decisionNaming(index)}
            addIntent={`addDecision-${index}`}
            removeIntent={row => `removeDecision-${index}-${row}`}
            beside={<RecordedBasis lines={basis.items[index] ?? []} />}
          />
          <TextArea
            label="不同意见（选填）"
            hint="每段一行。只写有什么意见，不写谁投了什么票"
            rows={4}
            {...field(form, minutesField.dissent(index))}
          />
          <RecordedBasis lines={basis.items[index] ?? []} />
        </Sheet>
      ))}
      <Sheet title="结尾和到会情况">
        <TextArea label="结尾（选填）" hint="如会议要求、下次会议安排" rows={3} {...field(form, "closing")} />
        <RecordedBasis of="会议" lines={basis.meeting} />
        <AttendanceFacts facts={facts} />
      </Sheet>
      <div className="row">
        <Button kind="main" name="intent" value="save">
          保存文字
        </Button>
      </div>
    </Form>
  )
}

/** What was confirmed at the meeting after it was drafted; it saves what else was typed as well. */
function Unwritten({ sentences }: { sentences: readonly string[] }) {
  return (
    <Note kind="act" title="起草以后确认的，还没有写进开头">
      {sentences.map(sentence => (
        <p key={sentence}>{sentence}</p>
      ))}
      <div className="row">
        <Button name="intent" value="saveConfirmed">
          写进开头并保存
        </Button>
      </div>
    </Note>
  )
}

const hidden = (form: FormView, name: string) => ({ name, value: field(form, name).defaultValue ?? "" })
