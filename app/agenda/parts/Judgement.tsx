import type { JudgementView } from "~/agenda/procedure-reading"
import { type Fact, Facts } from "~/ui/Facts"

const alsoText = ({ procedure, mayAlso }: JudgementView): string => {
  if (mayAlso.length === 0) return ""
  return `${mayAlso.join("、")}${procedure === "referral" ? "形成意见" : "决定"}`
}

/** Why this procedure, where it is written, and what comes next. */
export function Judgement({ route, also = [] }: { route: JudgementView; also?: readonly Fact[] }) {
  return (
    <Facts
      items={[
        { label: "为什么", value: route.why },
        { label: "依据", value: route.article },
        { label: "也可以由", value: alsoText(route) },
        {
          label: "重要事项",
          value: route.isImportant ? "是。居民会议或者居民代表会议决定以前，先经社区党组织研究讨论。" : "",
          note: route.isImportant ? "《中华人民共和国城市居民委员会组织法》（2025年修订）第三十条第四款" : undefined,
        },
        { label: "接下来", value: route.after.text },
        ...also,
      ]}
    />
  )
}
