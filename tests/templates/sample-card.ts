import { cardFacts } from "~/desk/delegate-card"
import { presetOf } from "~/rulebook/presets"

export const delegateCard = cardFacts({ name: "振兴社区", contactPhone: "13900000000" }, presetOf("deliberation"))
