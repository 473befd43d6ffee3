import { Sheet } from "~/ui/Sheet"

type Entry = { id: string; what: string; when: string; whenNote?: string; who: string }

/** What was last written about an estate, newest first. */
export function LatestEntries({ entries }: { entries: readonly Entry[] }) {
  if (entries.length === 0) return null
  return (
    <Sheet title="最近的登记">
      <ul className="stack">
        {entries.map(entry => (
          <li key={entry.id}>
            {entry.what}
            <span className="hint">
              {entry.when} {entry.whenNote}　{entry.who}
            </span>
          </li>
        ))}
      </ul>
    </Sheet>
  )
}
