import type { DueMatter } from "~/desk/due-matter"
import { type Due, Dues } from "~/ui/Dues"
import { Segments } from "~/ui/Page"
import { Sheet } from "~/ui/Sheet"

/** What is to be done now, one verb each; what lies further ahead is folded away, counted. */
export function DeskDues({ now, later, home }: Record<"now" | "later", readonly DueMatter[]> & { home: string }) {
  return (
    <Sheet title="要办的事" titleHidden flush>
      <Dues items={now.map(due => rowOf(due, home))} />
      {later.length > 0 ? (
        <details open={now.length === 0}>
          <summary className="more">往后还有{later.length}件，不急</summary>
          <Dues items={later.map(due => rowOf(due, home))} />
        </details>
      ) : null}
    </Sheet>
  )
}

const rowOf = ({ key, when, whenNote, late, title, reasons, to, action }: DueMatter, home: string): Due => ({
  key,
  when,
  whenNote,
  late,
  title,
  reason: <Segments items={reasons} />,
  to: home + to,
  action,
})
