import type { FirstStep } from "~/desk/first-steps"
import { type Due, Dues } from "~/ui/Dues"
import { Sheet } from "~/ui/Sheet"

/** The way of a newcomer, numbered; it goes away by itself. */
export function FirstSteps({ steps, home }: { steps: readonly FirstStep[]; home: string }) {
  const items = steps.map(
    ({ label, why, to, action, isDone }, at): Due => ({
      key: label,
      when: `第${at + 1}步`,
      whenNote: isDone ? "已登记" : "",
      to: home + to,
      title: label,
      reason: why,
      action: isDone ? "看一看" : action,
    }),
  )
  return (
    <Sheet title="刚开始用，按这个次序来" flush>
      <Dues items={items} />
    </Sheet>
  )
}
