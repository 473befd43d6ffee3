import { href } from "react-router"
import type { ConsentKind } from "#db/schema/people"
import { Badge } from "~/ui/Badge"
import { ButtonLink } from "~/ui/Button"
import { Sheet } from "~/ui/Sheet"

export type ConsentState = {
  kind: ConsentKind
  label: string
  state: "never" | "given" | "takenBack"
  words: string
}

const states = {
  given: { kind: "done", label: "同意" },
  takenBack: { kind: "stop", label: "不同意" },
  never: { kind: "wait", label: "没有问过" },
} as const

/** What someone agreed to, and the way to the page where it is entered. */
export function ConsentSheet({
  inForce,
  params,
}: {
  inForce: readonly ConsentState[]
  params: { community: string; personId: string }
}) {
  return (
    <Sheet title="同意">
      <ConsentStates inForce={inForce} />
      <div className="row">
        <ButtonLink to={href("/c/:community/registers/persons/:personId/consents", params)}>登记同意或撤回</ButtonLink>
      </div>
    </Sheet>
  )
}

export function ConsentStates({ inForce }: { inForce: readonly ConsentState[] }) {
  return (
    <ul className="stack">
      {inForce.map(one => (
        <li key={one.kind}>
          {one.label} <Badge kind={states[one.state].kind}>{states[one.state].label}</Badge>
          {one.words ? <span className="hint">{one.words}</span> : null}
        </li>
      ))}
    </ul>
  )
}
