import { DateField } from "~/ui/DateField"
import { type FormView, field } from "~/ui/form-view"
import { RadioGroup } from "~/ui/RadioGroup"
import { TextArea } from "~/ui/TextArea"
import { TextField } from "~/ui/TextField"

export type SortFieldsProps = {
  form: FormView | undefined
  reporter: string
  today: string
  /** 即办10月14日、转办10月23日 …: the days that hold when none is set. */
  usualDays: string
}

/**
 * 分类处置. What only some kinds ask for stands in a group whose legend says when to fill it in; where the browser can, the
 * groups the chosen kind does not need are put away (`.sorting` in matter.css).
 */
export function SortFields({ form, reporter, today, usualDays }: SortFieldsProps) {
  return (
    <>
      <RadioGroup
        label="怎么办"
        stacked
        options={[
          { value: "quick", label: "即办", hint: "社区几天里就能办好，或者当场能答复清楚" },
          { value: "deliberate", label: "协商", hint: "要大家商量，提为议题，排进会议" },
          { value: "refer", label: "转办", hint: "归别的单位管，转过去，盯着他们办" },
          { value: "wish", label: "微心愿", hint: "一位居民的小心愿，等单位或邻居认领" },
          { value: "decline", label: "不予受理", hint: "社区不能办的，向居民说清楚原因，当场办结" },
        ]}
        {...field(form, "triage")}
      />
      <TextField label="理由" hint="转办、不予受理要写，其他可以不写" maxLength={500} {...field(form, "reason")} />
      <TextArea
        label="受理答复"
        hint={`告诉${reporter}：收到了，打算怎么办`}
        rows={2}
        maxLength={2000}
        {...field(form, "firstAnswer")}
      />
      <TextField label="怎样告诉的" hint="如电话、当面、微信群" short maxLength={50} {...field(form, "firstMeans")} />
      <fieldset className="stack sorting__owed">
        <legend className="label">谁来办、哪天前答复（不予受理不用填）</legend>
        <div className="sorting__handler">
          <TextField
            label="办理人或承办单位"
            hint="转办要写转给哪个单位；即办、微心愿可以写谁去办，协商不用填"
            maxLength={100}
            {...field(form, "handler")}
          />
        </div>
        <DateField label="答复时限（选填）" hint={`不填就是${usualDays}`} min={today} {...field(form, "answerDueOn")} />
      </fieldset>
      <fieldset className="stack sorting__final">
        <legend className="label">即办已经办好的、不予受理的，把结果告诉{reporter}</legend>
        <p className="soft small sorting__resolved">还没有办好就空着，办好以后到问题页答复。</p>
        <div className="sorting__resolved">
          <RadioGroup
            label="问题解决了吗"
            options={[
              { value: "yes", label: "解决了" },
              { value: "no", label: "没能解决，已说明原因" },
            ]}
            {...field(form, "resolved")}
          />
        </div>
        <TextArea
          label="办结答复"
          hint="办得怎样；不予受理的，写清原因和可以去哪里办"
          rows={2}
          maxLength={2000}
          {...field(form, "finalAnswer")}
        />
        <TextField label="办结答复怎样告诉的" short maxLength={50} {...field(form, "finalMeans")} />
      </fieldset>
    </>
  )
}
