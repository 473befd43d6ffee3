import { Bar } from "~/ui/Bar"
import { Segments } from "~/ui/Page"
import type { Work } from "../work-words"

/** What was decided, item by item: how much of how much, late and blocked in words. */
export function Works({ works }: { works: Work[] }) {
  return (
    <ul className="prog">
      {works.map(work => (
        <li key={work.taskId}>
          <span className="prog__what">{work.content}</span>
          <span className="num">{work.quantity ? work.quantity.words : null}</span>
          {work.quantity ? <Bar have={work.quantity.have} whole={work.quantity.whole} kind={work.look} /> : null}
          <p className="small soft">
            <Segments
              items={[
                work.lateWord ? (
                  <b className="late" key="late">
                    {work.lateWord}
                  </b>
                ) : null,
                <b key="state">{work.stateWord}</b>,
                work.dueWord,
                work.handler,
              ]}
            />
          </p>
        </li>
      ))}
    </ul>
  )
}
