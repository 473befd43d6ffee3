import type { WordingView } from "~/agenda/topic-reading"
import { Empty } from "~/ui/Empty"
import { Facts } from "~/ui/Facts"
import { Sheet } from "~/ui/Sheet"

function WordingFacts({ wording }: { wording: WordingView }) {
  return (
    <>
      <p className="prewrap">{wording.content}</p>
      <Facts
        items={[
          { label: "预算", value: wording.budget },
          { label: "谁出钱", value: wording.funding },
          { label: "谁来办", value: wording.handler },
          { label: "何时办完", value: wording.due },
          { label: "定稿", value: `${wording.by}，${wording.at}` },
        ]}
      />
    </>
  )
}

/** The newest wording: it is the one that goes onto an agenda. */
export function ProposalInForce({ proposal }: { proposal: WordingView | null }) {
  return (
    <Sheet title={proposal ? `方案（第${proposal.version}稿）` : "方案"}>
      {proposal ? (
        <WordingFacts wording={proposal} />
      ) : (
        <Empty title="还没有方案">
          <p>写好方案，议题才能排进会议。</p>
        </Empty>
      )}
    </Sheet>
  )
}

/** Every wording there was, each folded under its number. */
export function EarlierWordings({ wordings }: { wordings: WordingView[] }) {
  if (wordings.length === 0) return null
  return (
    <Sheet title="以前的稿子">
      {wordings.map(wording => (
        <details key={wording.id}>
          <summary>
            第{wording.version}稿（{wording.by}，{wording.at}）
          </summary>
          <div className="stack">
            <WordingFacts wording={wording} />
          </div>
        </details>
      ))}
    </Sheet>
  )
}
