import { Diff, Hand, Info, Minus, Plus } from "lucide-react"
import type { SpeakerNow } from "~/chamber/speaking/speaking-view"
import { Icon } from "~/ui/Icon"

const signs = { support: Plus, conditional: Diff, oppose: Minus, neutral: Info } as const

type Side = Pick<SpeakerNow, "kind" | "stance" | "stanceName">

/** 赞成, 不赞成 … by sign and word; never the marks and colours of the ballot. */
export function StanceSign({ kind, stance, stanceName }: Side) {
  return (
    <span className="side">
      <Icon of={kind === "pointOfOrder" ? Hand : signs[stance]} />
      {stanceName}
    </span>
  )
}
