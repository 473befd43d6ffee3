import type { ChainView } from "~/agenda/chain-reading"
import { ButtonLink } from "~/ui/Button"
import { Sheet } from "~/ui/Sheet"

/** The way to the 四议两公开 of a topic, and how far it has come; folded away while it was not begun. */
export function ChainSheet({ chain, to }: { chain: ChainView; to: string }) {
  const taken = chain.steps.filter(step => step.state === "done").length
  if (chain.seen > 0)
    return (
      <Sheet title="四议两公开" id="chain">
        <p>{chain.stopped ? `${chain.stopped}没有通过，停在这一步。` : `六步已办${taken}步。`}</p>
        <p>
          <ButtonLink to={to}>看六步记录</ButtonLink>
        </p>
      </Sheet>
    )
  if (!chain.next) return null
  return (
    <Sheet title="四议两公开" titleHidden id="chain">
      <details>
        <summary>这件事走四议两公开</summary>
        <div className="stack">
          <p>党支部提议、“两委”商议、党员大会审议、居民代表会议决议，决议公开、实施结果公开，一步一步记下来。</p>
          <ButtonLink to={to}>记第一步</ButtonLink>
        </div>
      </details>
    </Sheet>
  )
}
