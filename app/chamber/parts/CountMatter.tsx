import type { CountHead } from "~/chamber/paper/count-head"
import { Note } from "~/ui/Note"
import { Terms } from "./Terms"

/** What is being counted, above every page of the count. */
export function CountMatter({ head }: { head: CountHead }) {
  return (
    <div className="stack">
      <p className="lead">{head.motion}</p>
      <Terms terms={head.terms} />
      {head.tooFew && head.isOpen ? (
        <Note kind="warn" title={`无记名的纸票只有${head.tooFew.papers}张`}>
          <p>少于{head.tooFew.needed}张时，计票的人可能猜出是谁投的。能用平板的请用平板，或者请更多的人用纸票。</p>
        </Note>
      ) : null}
    </div>
  )
}
