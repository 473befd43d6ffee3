import type { Triage } from "#db/schema/intake"
import { DateField } from "~/ui/DateField"
import { type FormView, field } from "~/ui/form-view"
import { RadioGroup } from "~/ui/RadioGroup"
import { TextArea } from "~/ui/TextArea"
import { TextField } from "~/ui/TextField"

export type SortFieldsProps = {
  form: FormView | undefined
  reporter: string
  today: string
  /** The days that hold when none is set: 即办11月27日（5个工作日）. */
  usualDays: readonly { triage: Triage; words: string }[]
}

/** Words for the chosen kind only. */
const Tip = ({ of, children }: { of: string; children: string }) => (
  <span className="sorting__tip" data-for={of}>
    {children}
  </span>
)

/** Words for the eyes of a browser that cannot put away what the chosen kind does not ask for. */
const When = ({ children }: { children: string }) => <span className="sorting__when">{children}</span>

/**
 * 分类处置. What only some kinds ask for stands in groups that name their kinds in `data-for`: where the browser can, those
 * the chosen kind does not need are put away (`.sorting` in matter.css), else their legends say when to fill them in.
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
      <TextField
        label="理由"
        hint={
          <>
            <Tip of="quick deliberate wish">可以不写</Tip>
            <Tip of="refer">为什么归他们办</Tip>
            <Tip of="decline">为什么不能受理</Tip>
            <When>（转办、不予受理要写）</When>
          </>
        }
        maxLength={500}
        {...field(form, "reason")}
      />
      <TextArea
        label="受理答复"
        hint={`告诉${reporter}：收到了，打算怎么办`}
        rows={2}
        maxLength={2000}
        {...field(form, "firstAnswer")}
      />
      <TextField label="怎样告诉的" hint="如电话、当面、微信群" short maxLength={50} {...field(form, "firstMeans")} />
      <fieldset className="stack" data-for="quick deliberate refer wish">
        <legend className="label">
          谁来办、哪天前答复<When>（不予受理不用填）</When>
        </legend>
        <div data-for="quick refer wish">
          <TextField
            label="办理人或承办单位"
            hint={
              <>
                <Tip of="quick wish">可以不写</Tip>
                <Tip of="refer">转给哪个单位</Tip>
                <When>（转办要写，协商不用填）</When>
              </>
            }
            maxLength={100}
            {...field(form, "handler")}
          />
        </div>
        <DateField
          label="答复时限（选填）"
          hint={
            <>
              不填就是
              {usualDays.map(({ triage, words }) => (
                <span key={triage} data-for={triage}>
                  {words}　
                </span>
              ))}
            </>
          }
          min={today}
          {...field(form, "answerDueOn")}
        />
      </fieldset>
      <fieldset className="stack" data-for="quick decline">
        <legend className="label">
          把结果告诉{reporter}
          <When>（即办已经办好的、不予受理的才填）</When>
        </legend>
        <p className="soft small" data-for="quick">
          还没有办好就空着，办好以后到问题页答复。
        </p>
        <div data-for="quick">
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
          hint={
            <>
              <Tip of="quick">办得怎样</Tip>
              <Tip of="decline">为什么不能受理，可以去哪里办</Tip>
              <When>办得怎样；不予受理的，写清原因和可以去哪里办</When>
            </>
          }
          rows={2}
          maxLength={2000}
          {...field(form, "finalAnswer")}
        />
        <TextField label="办结答复怎样告诉的" short maxLength={50} {...field(form, "finalMeans")} />
      </fieldset>
    </>
  )
}
