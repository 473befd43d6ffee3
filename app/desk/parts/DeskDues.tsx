import type { DueMatter } from "~/desk/rules"
import { type Due, Dues } from "~/ui/Dues"
import { Segments } from "~/ui/Page"
import { Sheet } from "~/ui/Sheet"

/** What is to be done now, one verb each. */
export function DeskDues({ dues, home }: { dues: readonly DueMatter[]; home: string }) {
  const items = dues.map(
    ({ key, when, whenNote, late, title, reasons, to, action }): Due => ({
      key,
      when,
      whenNote,
      late,
      title,
      reason: <Segments items={reasons} />,
      to: home + to,
      action,
    }),
  )
  return (
    <Sheet title="要办的事" titleHidden flush>
      <Dues items={items} />
    </Sheet>
  )
}
