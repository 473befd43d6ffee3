import { deliveryMeans, deliveryMeansNames } from "~/polling/rules"
import { Button } from "~/ui/Button"
import { DateField } from "~/ui/DateField"
import { type FormView, field } from "~/ui/form-view"
import { SelectField } from "~/ui/SelectField"
import { TextField } from "~/ui/TextField"

type Props = { form?: FormView | null; today: string; isElection: boolean }

/** How the ticked papers were handed over: one entry for a whole staircase. */
export function DeliveryFields({ form, today, isElection }: Props) {
  return (
    <div className="bulk">
      <div className="filter">
        <DateField label="送达日期" max={today} {...field(form, "deliveredOn", today)} />
        <SelectField
          label="怎么送的"
          options={deliveryMeans.map(value => ({ value, label: deliveryMeansNames[value] }))}
          {...field(form, "means", "hand")}
        />
        <TextField
          label={isElection ? "代领人（受委托的才填）" : "接收人（不是本人的填）"}
          maxLength={40}
          {...field(form, "to", "")}
        />
        <Button>打勾的都已送达</Button>
      </div>
    </div>
  )
}
