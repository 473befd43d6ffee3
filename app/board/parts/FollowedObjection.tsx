import type { FollowedObjection as Objection } from "~/records/objections"
import { Note } from "~/ui/Note"

/** An objection and its answer, for whoever holds its number. */
export function FollowedObjection({ objection }: { objection: Objection }) {
  return (
    <>
      {objection.answer ? (
        <Note kind="ok" title={`${objection.answeredOn}答复`}>
          {objection.answer}
        </Note>
      ) : (
        <Note kind={objection.isLate ? "warn" : "act"} title={objection.isLate ? "答复晚了" : "等待答复"}>
          {objection.dueOn}前答复您，答复写在本页。
        </Note>
      )}
      <section className="stack" aria-labelledby="words">
        <h2 id="words">您当时说的</h2>
        <p className="quote">{objection.content}</p>
        <p className="soft">{objection.receivedOn}提出</p>
      </section>
    </>
  )
}
