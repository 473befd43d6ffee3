import type { ProcedureView } from "~/agenda/procedure-reading"
import { Answers, NextStep } from "~/ui/Answers"
import { ButtonLink } from "~/ui/Button"
import { Sheet } from "~/ui/Sheet"
import { Judgement } from "./Judgement"

type Props = { procedure: ProcedureView; ask: string; community: string }

/** 程序: how the current proposal is to be decided and why; till that is known, the way to the questions. */
export function ProcedureSheet({ procedure, ask, community }: Props) {
  const { routing, mayRoute } = procedure
  if (!routing)
    return mayRoute ? (
      <div id="procedure">
        <NextStep
          title="还没有判断程序"
          action={
            <ButtonLink kind="main" to={ask}>
              判断程序
            </ButtonLink>
          }
        >
          <p>这件事该由谁来定、怎样才算数，回答几个问题就知道。判断了程序，才能排进会议表决。</p>
        </NextStep>
      </div>
    ) : null
  const { after } = routing
  return (
    <Sheet title={`程序：${routing.name}`} id="procedure">
      <Judgement route={routing} also={[{ label: "判断", value: `${routing.by}，${routing.on}` }]} />
      {/* Where a meeting named the procedure nothing was asked. */}
      {routing.asked.length > 0 ? (
        <details>
          <summary>当时的回答</summary>
          <Answers stacked items={routing.asked.map(one => ({ label: one.question, value: one.answer }))} />
        </details>
      ) : null}
      {mayRoute ? (
        <p className="row">
          <ButtonLink to={`/c/${community}${after.to}`}>{after.label}</ButtonLink>
          <ButtonLink to={ask}>重新判断</ButtonLink>
        </p>
      ) : null}
    </Sheet>
  )
}
