import type { SeatHolder } from "~/chamber/seat-place"

/** What is proposed, line by line; see `gistOf`. */
export function Gist({ lines }: { lines: { label: string; value: string }[] }) {
  if (lines.length === 0) return null
  return (
    <dl className="gist">
      {lines.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** Whose tablet it is, for the frame's head. */
export const personOf = (me: SeatHolder) => ({
  name: me.name,
  delegation: me.standing === "observer" ? "列席" : undefined,
})
