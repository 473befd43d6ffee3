import type { RecordPage } from "~/chamber/record-page"
import { DateField } from "~/ui/DateField"
import { type FormView, field } from "~/ui/form-view"
import { RadioGroup } from "~/ui/RadioGroup"
import { SelectField } from "~/ui/SelectField"
import { TextArea } from "~/ui/TextArea"
import { TextField } from "~/ui/TextField"

type Props = {
  page: RecordPage
  form: FormView | undefined
  edited: RecordPage["motions"][number] | undefined
}

/** What a motion says: its words, what is chosen from, and what its passing brings. */
export function MotionFields({ page, form, edited }: Props) {
  const { suggestion } = page
  // A second motion on an item is rarely the proposal again, unless it was asked for.
  const words = page.isFilled || page.motions.length === 0 ? (suggestion?.content ?? "") : ""
  return (
    <>
      {edited ? null : (
        <RadioGroup
          label="是办事还是选人"
          options={[
            { value: "matter", label: "办一件事" },
            { value: "election", label: "推选人，只能无记名" },
          ]}
          {...field(form, "kind", "matter")}
        />
      )}
      <TextArea
        label="表决什么"
        hint="写成一句可以赞成或反对的话；有几个方案要选一个的，写要选什么，再把方案写成选项"
        rows={4}
        {...field(form, "content", edited?.content ?? words)}
      />
      <SelectField
        label="按哪个方案"
        hint="推选监票人这类会务人员的，选不按方案，不算这个议题的结果"
        empty="不按方案"
        options={page.proposals}
        {...field(form, "proposalId", edited?.proposalId ?? suggestion?.proposalId)}
      />
      <SelectField
        label="谁提出的"
        empty="会议提出"
        options={page.movers}
        {...field(form, "moverId", edited?.moverId)}
      />
      <TextArea
        label="选项，每行一项"
        hint="多选一、推选时写，2到8项。每张票上都另有均不同意和弃权，不用写。"
        rows={3}
        {...field(form, "options", edited?.options.join("\n") ?? suggestion?.options)}
      />
      <TextField
        label="选几项"
        hint="没有写选项的填1"
        short
        inputMode="numeric"
        {...field(form, "seats", edited ? String(edited.seats) : "1")}
      />
      <RadioGroup label="通过后算什么" options={page.effects} {...field(form, "effect", edited?.effect ?? "agreed")} />
      <TextArea
        label="附带条件，每行一条"
        hint="附条件同意时必须写；先调研再定时可以写。"
        rows={3}
        {...field(form, "conditions", edited?.conditions)}
      />
      <div className="when-fieldwork">
        <DateField
          label="再上会的日期"
          hint="先调研再定时填，到这一天前议题再上会。"
          {...field(form, "returnOn", edited?.returnOn)}
        />
      </div>
      <div className="when-escalated">
        <SelectField
          label="提交哪个程序决定"
          hint="提交更高程序时选。通过以后议题退回准备，按那个程序重新通知、表决。"
          empty="请选择"
          options={page.higher}
          {...field(form, "escalateTo", edited?.escalateTo)}
        />
      </div>
    </>
  )
}
