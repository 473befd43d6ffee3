import type { ResultView } from "~/chamber/rounds/round-view"
import { Facts } from "~/ui/Facts"

const officeNames = { counter: "计票人", scrutineer: "监票人" } as const

/** How the ballots came in and who counted: every paper is accounted for. Nothing where all came in on tablets. */
export function RoundAccount({ result }: { result: ResultView }) {
  const { paper, countedBy = [], byProxy = 0, assisted = 0 } = result
  const named = (office: keyof typeof officeNames) =>
    countedBy
      .filter(one => one.office === office)
      .map(one => one.name)
      .join("、")
  return (
    <Facts
      items={[
        {
          label: "纸票",
          value:
            paper &&
            `发出${paper.issued}张＝收回${paper.returned}张＋写坏${paper.spoiled}张＋未收回${paper.missing}张；收回的有效${paper.valid}张，无效${paper.invalid}张，重复不计${paper.duplicate}张`,
        },
        { label: officeNames.counter, value: named("counter") },
        { label: officeNames.scrutineer, value: named("scrutineer") },
        { label: "委托投票", value: byProxy > 0 ? `${byProxy}票` : null },
        { label: "由工作人员代操作", value: assisted > 0 ? `${assisted}票` : null },
      ]}
    />
  )
}
