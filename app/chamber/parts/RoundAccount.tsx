import type { ToldPapers } from "~/chamber/rounds/round-results"
import type { ResultView } from "~/chamber/rounds/round-view"
import { Facts } from "~/ui/Facts"

const officeNames = { counter: "计票人", scrutineer: "监票人" } as const

/** How the ballots came in and who counted: every paper is accounted for. Nothing where all came in on tablets. */
export function RoundAccount({ result, papers }: { result: ResultView; papers: ToldPapers | null }) {
  const { countedBy = [], byProxy = 0, assisted = 0 } = result
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
          value: papers && papersInWords(papers),
        },
        { label: officeNames.counter, value: named("counter") },
        { label: officeNames.scrutineer, value: named("scrutineer") },
        { label: "委托投票", value: byProxy > 0 ? `${byProxy}票` : null },
        { label: "由工作人员代操作", value: assisted > 0 ? `${assisted}票` : null },
      ]}
    />
  )
}

function papersInWords({ issued, returned, spoiled, missing, valid, invalid, duplicate }: ToldPapers): string {
  const whole = `发出${issued}张＝收回${returned}张＋作废${spoiled}张＋未收回${missing}张`
  return valid === null
    ? `${whole}；无记名的票太少，有效和无效只合在总数里公布，免得看出是谁的`
    : `${whole}；收回的有效${valid}张，无效${invalid}张，重复不计${duplicate}张`
}
