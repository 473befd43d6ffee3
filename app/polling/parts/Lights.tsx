import type { LightView, ResultView } from "~/polling/result-views"
import { Fraction } from "~/ui/Fraction"
import { Sheet } from "~/ui/Sheet"

/** Conditions side by side: numerator, denominator, the bar with its line, and the article below. */
export function Lights({ lights }: { lights: readonly LightView[] }) {
  return (
    <div className="fractions">
      {lights.map(light => (
        <div key={light.label}>
          <p>
            <b>{light.label}</b>
          </p>
          <Fraction have={light.have} of={light.whole} met={light.met} need={light.need} bar={light.bar} />
          <small>{light.article}</small>
        </div>
      ))}
    </div>
  )
}

/** The strict count, and what the estate's own rule on silence makes of it, one under the other. */
export function LightGroups({ groups }: Pick<ResultView, "groups">) {
  return groups.map(group => (
    <Sheet key={group.title} title={`${group.title}：${group.outcome}`}>
      {group.words ? <p>{group.words}</p> : null}
      <Lights lights={group.lights} />
    </Sheet>
  ))
}
