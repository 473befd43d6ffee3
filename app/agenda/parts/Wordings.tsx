import { proposalName } from "~/agenda/rules"
import type { TopicView, WordingView } from "~/agenda/topic-reading"
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

/** The newest wording of the current proposal: it is the one that goes onto an agenda. */
export function ProposalInForce({ topic }: { topic: Pick<TopicView, "proposal" | "proposalOrdinal"> }) {
  const { proposal, proposalOrdinal } = topic
  // A lone proposal needs no number.
  const name = proposalOrdinal > 1 ? proposalName(proposalOrdinal) : "方案"
  return (
    <Sheet title={proposal ? `${name}（第${proposal.version}稿）` : name}>
      {proposal ? (
        <WordingFacts wording={proposal} />
      ) : (
        <Empty title={proposalOrdinal > 1 ? `${name}还没有写` : "还没有方案"}>
          <p>写好方案，议题才能排进会议。</p>
        </Empty>
      )}
    </Sheet>
  )
}

/** Every earlier wording of the current proposal, each folded under its number. */
export function EarlierWordings({ wordings }: { wordings: WordingView[] }) {
  if (wordings.length === 0) return null
  return (
    <Sheet title="以前的稿子">
      <FoldedWordings wordings={wordings} />
    </Sheet>
  )
}

/** The proposals that were agreed on and could not be carried out, each with the reason and what it said. */
export function BlockedProposals({ blocked }: { blocked: TopicView["blocked"] }) {
  return blocked.map(one => (
    <Sheet key={one.ordinal} title={`${one.name}（受阻）`}>
      <Facts
        items={[
          { label: "为什么办不成", value: <span className="prewrap">{one.reason}</span> },
          { label: "记录", value: `${one.by}，${one.on}` },
        ]}
      />
      <FoldedWordings wordings={one.wordings} />
    </Sheet>
  ))
}

const FoldedWordings = ({ wordings }: { wordings: WordingView[] }) =>
  wordings.map(wording => (
    <details key={wording.id}>
      <summary>
        第{wording.version}稿（{wording.by}，{wording.at}）
      </summary>
      <div className="stack">
        <WordingFacts wording={wording} />
      </div>
    </details>
  ))
