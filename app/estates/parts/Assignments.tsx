import { Form, href, Link } from "react-router"
import { buildingDutyNames } from "~/estates/rules"
import { WhoField } from "~/people/parts/WhoField"
import { Button } from "~/ui/Button"
import { DateField } from "~/ui/DateField"
import { type FormView, field } from "~/ui/form-view"
import { FormColumn } from "~/ui/Page"
import { SelectField } from "~/ui/SelectField"
import { Sheet } from "~/ui/Sheet"

export const assignFieldOrder = ["name", "phone", "duty", "since", "until"]

type Assignment = {
  id: string
  personId: string
  name: string
  phone: string
  duty: string
  since: string
  until: string | null
  version: number
  isPast: boolean
}

const duties = Object.entries(buildingDutyNames).map(([value, label]) => ({ value, label }))

/** Who looks after a building, with the buttons that end it; those who did stand below. */
export function AssignmentList({
  community,
  assignments,
  mayEdit,
  today,
}: {
  community: string
  assignments: readonly Assignment[]
  mayEdit: boolean
  today: string
}) {
  return (
    <Sheet title="楼栋长和包联">
      {assignments.length === 0 ? <p className="soft">还没有人。</p> : null}
      <ul className="stack">
        {assignments.map(one => (
          <li key={one.id}>
            {one.duty}{" "}
            <Link to={href("/c/:community/registers/persons/:personId", { community, personId: one.personId })}>
              {one.name}
            </Link>
            <span className="hint">
              {one.phone ? `${one.phone}　` : ""}
              {one.since} 至 {one.until ?? "今"}
            </span>
            {mayEdit && one.until === null ? (
              <Form method="post">
                <input type="hidden" name="assignmentId" value={one.id} />
                <input type="hidden" name="version" value={one.version} />
                <input type="hidden" name="until" value={today} />
                <Button small name="intent" value="endAssignment">
                  到今天为止<span className="vh">，{`${one.duty}${one.name}`}</span>
                </Button>
              </Form>
            ) : null}
          </li>
        ))}
      </ul>
    </Sheet>
  )
}

/** Gives a building someone who looks after it. */
export function AssignForm({ form, today }: { form?: FormView | null; today: string }) {
  return (
    <Sheet title="登记楼栋长或包联">
      <Form method="post">
        <FormColumn>
          <WhoField form={form} />
          <SelectField label="职责" short options={duties} {...field(form, "duty", "leader")} />
          <DateField label="自哪一天" {...field(form, "since", today)} />
          <DateField label="到哪一天（选填）" {...field(form, "until")} />
          <Button kind="main" name="intent" value="assign">
            登记
          </Button>
        </FormColumn>
      </Form>
    </Sheet>
  )
}
