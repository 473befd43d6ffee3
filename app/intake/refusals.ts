import type { Sentences } from "~/web/refusals"
import { issueStateNames } from "./rules"

const stateOf = (state: unknown) => issueStateNames[state as keyof typeof issueStateNames]

export const intakeRefusals: Sentences = {
  issue_moved_on: d =>
    `这个问题${d.state ? `现在是“${stateOf(d.state)}”` : "刚刚有人办过这一步"}，不能再办这一步。请回到问题页看最新情况。`,
  issue_closed: () => "这个问题已经办结，不能再改。居民又提出的话，请另外登记一条。",
  issue_not_own: () => "只能改自己登记、还没有受理的问题。要改的话，请告诉社区。",
  issue_like_existing: () => "已经有相像的问题。请先看一看，再选附议还是仍然登记。",
  reported_in_future: () => "提出时间在今天之后，请改成居民提出的那一天。",
  grid_unknown: () => "没有这个网格。请从列出的网格里选。",
}
