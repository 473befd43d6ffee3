import type { ResolutionFacts } from "#templates/resolution"
import { Sheet } from "~/ui/Sheet"
import { Items } from "./MinutesText"
import { VoteTables } from "./VoteRecord"

/** What was put to the vote and what it came to. */
export function VotedText({ facts }: { facts: ResolutionFacts }) {
  return (
    <Sheet title="表决的内容和结果">
      {facts.text.map(paragraph => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      <p className="soft">采用{facts.method}方式，结果如下：</p>
      <VoteTables vote={facts} />
      <p>{facts.outcome}</p>
    </Sheet>
  )
}

/** The resolution to be read. */
export function ResolutionText({ facts }: { facts: ResolutionFacts }) {
  return (
    <>
      <Sheet title="依据">
        <p>{facts.basis}</p>
      </Sheet>
      <VotedText facts={facts} />
      {facts.conditions.length > 0 ? (
        <Sheet title="附带条件">
          <ol className="stack record-list">
            {facts.conditions.map(condition => (
              <li key={condition}>{condition}</li>
            ))}
          </ol>
        </Sheet>
      ) : null}
      <Sheet title="落实" titleHidden>
        <Items title="落实要求" items={facts.items} />
        {facts.money ? <p>经费：{facts.money}</p> : null}
      </Sheet>
    </>
  )
}
