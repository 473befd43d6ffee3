import type { TimelineEntry } from "~/registry/timeline"
import { Sheet } from "~/ui/Sheet"
import { Timeline } from "~/ui/Timeline"

/** 经过: what happened to a matter, newest first, with the time and who did it. Nothing where nothing may be seen. */
export function Log({ title = "经过", entries }: { title?: string; entries: readonly TimelineEntry[] }) {
  if (entries.length === 0) return null
  return (
    <Sheet title={title}>
      <Timeline
        items={entries.map(entry => ({
          key: entry.id,
          when: entry.when,
          whenNote: entry.whenNote,
          title: entry.what,
          children: <p className="small soft">{entry.who}</p>,
        }))}
      />
    </Sheet>
  )
}
