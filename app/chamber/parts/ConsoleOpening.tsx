import { Form } from "react-router"
import { type ConsolePage, mannerNames } from "~/chamber/console-page"
import { formIds } from "~/chamber/parts/ConsoleNext"
import { CheckField } from "~/ui/CheckField"
import { type FormView, field } from "~/ui/form-view"
import { RadioGroup } from "~/ui/RadioGroup"

type Props = {
  step: Extract<ConsolePage["step"], { kind: "openRound" }>
  manners: NonNullable<ConsolePage["manners"]>
  form: FormView | undefined
}

/**
 * 怎么表决, chosen with every vote: nothing is chosen beforehand where there is a choice. What belongs to one manner only is
 * asked when that is chosen. Sent by the next step.
 */
export function ConsoleOpening({ step: { motionId, version }, manners, form }: Props) {
  const { choices, whyNotSecret, publicities, mayHaveCodes } = manners
  const own = form?.values.intent === "openRound" ? form : undefined
  return (
    <Form method="post" id={formIds.openRound} key={motionId} className="opening">
      <input type="hidden" name="intent" value="openRound" />
      <input type="hidden" name="motionId" value={motionId} />
      <input type="hidden" name="version" value={version} />
      <RadioGroup
        label="怎么表决"
        hint={whyNotSecret || undefined}
        options={choices.map(value => ({ value, label: mannerNames[value] }))}
        {...field(own, "manner", choices.length === 1 ? choices[0] : null)}
      />
      {publicities.length > 1 ? (
        <div className="when-named">
          <RadioGroup
            label="各人怎么投的"
            options={[
              { value: "open", label: "写进会议记录" },
              { value: "recorded", label: "只给主持人、记录人核对" },
            ]}
            {...field(own, "publicity", "open")}
          />
        </div>
      ) : null}
      {mayHaveCodes ? (
        <div className="when-secret">
          <CheckField
            label="每张票带核验码"
            hint="公布时列出各个码和意见，本人可以核对；不要让别人看到自己的码。"
            {...field(own, "withCodes")}
          />
        </div>
      ) : null}
      <div className="when-ballots">
        <RadioGroup
          label="用什么投"
          options={[
            { value: "tablet", label: "平板" },
            { value: "mixed", label: "平板和纸票" },
            { value: "paper", label: "纸票" },
          ]}
          {...field(own, "medium", "tablet")}
        />
      </div>
    </Form>
  )
}
