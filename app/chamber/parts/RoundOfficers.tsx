import { Form } from "react-router"
import type { CountHead } from "~/chamber/paper/count-head"
import { officeNames } from "~/chamber/paper/office-names"
import { Button } from "~/ui/Button"
import { type FormView, field } from "~/ui/form-view"
import { SelectField } from "~/ui/SelectField"
import { Sheet } from "~/ui/Sheet"

/** 计票人, 监票人: who they are, and naming another. */
export function RoundOfficers({ head, form }: { head: CountHead; form: FormView | null | undefined }) {
  const { officers, people, isOpen } = head
  const counters = head.means === "hands" ? 2 : 1
  const free = people.filter(person => !officers.some(officer => officer.participantId === person.value))
  const has = (office: "counter" | "scrutineer") => officers.filter(officer => officer.office === office).length
  const isWhole = has("counter") >= counters && has("scrutineer") >= 1
  return (
    <Sheet title="计票人和监票人" id="officers">
      {officers.length === 0 ? null : (
        <ul className="paper-officers">
          {officers.map(officer => (
            <li key={officer.participantId}>
              <span>
                <b>{officer.name}</b>　{officeNames[officer.office]}
              </span>
              {isOpen ? (
                <Form method="post">
                  <input type="hidden" name="officerId" value={officer.participantId} />
                  <Button small name="intent" value="withdrawOfficer" aria-label={`撤下${officer.name}`}>
                    撤下
                  </Button>
                </Form>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {isWhole || !isOpen ? null : <p>要推定计票人{counters}人、监票人1人，与这件事有关的人不能做。</p>}
      {isOpen ? (
        <Form method="post" className="stack form-column">
          <SelectField label="推定谁" empty="请选择" options={free} {...field(form, "officerId")} />
          <div className="row">
            <input type="hidden" name="intent" value="nameOfficer" />
            <Button name="office" value="counter">
              做计票人
            </Button>
            <Button name="office" value="scrutineer">
              做监票人
            </Button>
          </div>
        </Form>
      ) : null}
    </Sheet>
  )
}
