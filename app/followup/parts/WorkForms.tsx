import { Form } from "react-router"
import { photoStageNames } from "~/followup/rules"
import type { TaskView } from "~/followup/task-reading"
import { Button } from "~/ui/Button"
import { FileField } from "~/ui/FileField"
import { type FormView, field } from "~/ui/form-view"
import { RadioGroup } from "~/ui/RadioGroup"
import { Sheet } from "~/ui/Sheet"
import { TextArea } from "~/ui/TextArea"
import { TextField } from "~/ui/TextField"

type WorkProps = { task: TaskView; formOf: (...intents: string[]) => FormView | undefined }

/**
 * What whoever has the task in hand does next: one large button for each state. The office's own forms for somebody who has an
 * account lie folded: they are for the paper slip and the telephone.
 */
export function WorkForms({ task, formOf }: WorkProps) {
  const isPosted = formOf("sign", "report", "finish", "block", "resume") !== undefined
  if (!task.isForOther || task.handlerPersonId === null || isPosted) return <WorkSheet task={task} formOf={formOf} />
  if (!task.can.signFor && !task.can.report && !task.can.resume) return null
  return (
    <details>
      <summary>代“{task.handler}”填写</summary>
      <WorkSheet task={task} formOf={formOf} />
    </details>
  )
}

function WorkSheet({ task, formOf }: WorkProps) {
  const { can } = task
  const whose = task.isForOther ? <p className="soft">您代“{task.handler}”填写，两个名字都会记下。</p> : null
  if (can.signFor)
    return (
      <Sheet title="签收">
        {whose}
        <p>看清要办的事、数量和时限，没有问题就签收。</p>
        <Form method="post">
          <Button kind="big" wide name="intent" value="sign">
            签收
          </Button>
        </Form>
      </Sheet>
    )
  if (can.resume)
    return (
      <Sheet title="恢复办理">
        {whose}
        <Form method="post" className="stack">
          <TextField label="怎么解决的（选填）" {...field(formOf("resume"), "note")} maxLength={500} />
          <Button kind="big" wide name="intent" value="resume">
            可以办了
          </Button>
        </Form>
      </Sheet>
    )
  if (!can.report) return null
  return (
    <Sheet title="报进展" id="report">
      {whose}
      <ReportForm task={task} form={formOf("report", "finish")} />
      <BlockForm form={formOf("block")} />
    </Sheet>
  )
}

function ReportForm({ task, form }: { task: TaskView; form?: FormView }) {
  return (
    // Made anew after each report: the photos just sent must not wait there to be sent once more.
    <Form method="post" encType="multipart/form-data" className="stack" key={task.reports.length + task.photos.length}>
      {task.quantityTotal === null ? null : (
        <TextField
          label={`一共完成了多少${task.unit}`}
          hint={`从头算起，上次报到${task.quantityDone}${task.unit}，总共${task.quantityTotal}${task.unit}。`}
          {...field(form, "quantityDone")}
          inputMode="numeric"
          short
        />
      )}
      <TextArea label="说明（选填）" rows={3} maxLength={500} {...field(form, "note")} />
      <PhotoFields form={form} />
      <Button kind="big" wide name="intent" value="report">
        提交进展
      </Button>
      <Button tall wide name="intent" value="finish">
        全部做完，报完工
      </Button>
    </Form>
  )
}

/** When a photo was taken, and the photo. */
export function PhotoFields({ form, required }: { form?: FormView; required?: boolean }) {
  return (
    <>
      <RadioGroup
        label={required ? "照片是什么时候拍的" : "照片是什么时候拍的（有照片时选）"}
        options={Object.entries(photoStageNames).map(([value, label]) => ({ value, label }))}
        {...field(form, "stage")}
      />
      <FileField
        label={required ? "照片" : "照片（选填，一次最多3张）"}
        name="photo"
        hint="收下时会缩小，并去掉拍摄地点和时间。"
        accept="image/*"
        multiple={!required}
        error={form?.errors.photo}
      />
    </>
  )
}

function BlockForm({ form }: { form?: FormView }) {
  return (
    <details open={Boolean(form)}>
      <summary>办不下去了，报受阻</summary>
      <Form method="post" className="stack">
        <TextArea label="受阻的原因" rows={3} maxLength={500} {...field(form, "blockReason")} required />
        <Button tall wide name="intent" value="block">
          报受阻
        </Button>
      </Form>
    </details>
  )
}
