import { answerNames, answers } from "~/polling/rules"
import { Button } from "~/ui/Button"
import { DateField } from "~/ui/DateField"
import { type FormView, field } from "~/ui/form-view"
import { RadioGroup } from "~/ui/RadioGroup"
import { TextField } from "~/ui/TextField"

export const enteringOrder = ["ordinal", "answer", "existing", "reason", "returnedOn", "proxyName", "note"]

/** One paper: its number first, so that a pile is entered without leaving the keys. */
export function EnteringFields({ form, day }: { form?: FormView | null; day: string }) {
  const isThere = form?.errors.existing !== undefined || Boolean(form?.values.existing)
  return (
    <>
      <TextField label="票号" inputMode="numeric" short autoComplete="off" {...field(form, "ordinal")} />
      <RadioGroup
        label="票上填的"
        {...field(form, "answer")}
        options={answers.map(value => ({ value, label: answerNames[value] }))}
      />
      {isThere ? (
        <>
          <RadioGroup
            label="这个票号已经录入过"
            {...field(form, "existing")}
            options={[
              { value: "second", label: "同一业主又交来一张，先交的算数，这一张另存" },
              { value: "correct", label: "前面录错了，改成这一张，前面录的另存" },
            ]}
            stacked
          />
          <TextField label="原因" maxLength={200} {...field(form, "reason")} />
        </>
      ) : null}
      <DateField label="收回日期" {...field(form, "returnedOn", day)} />
      <TextField
        label="代理人（本人签名的不填）"
        hint="有委托书、由代理人签名的，写代理人姓名"
        maxLength={40}
        {...field(form, "proxyName")}
      />
      <TextField
        label="无效的原因（记为无效的才填）"
        hint="如：没有签名、选了两项、改动看不清"
        maxLength={200}
        {...field(form, "note")}
      />
      <Button kind="main">录入，接着下一张</Button>
    </>
  )
}
