import type { EditionMark, EditionText } from "#db/schema/records"
import { maskBeside } from "~/records/beside-edition"

type Released = { inner: EditionText; marks: readonly EditionMark[] }

/** A text with its marked spots as the public reads them; `from` is where the text begins in its line. */
function shown(text: string, marks: readonly EditionMark[], from: number): string {
  const inside = marks
    .filter(mark => mark.at >= from && mark.at + mark.original.length <= from + text.length)
    .toSorted((a, b) => b.at - a.at)
  return inside.reduce((words, mark) => {
    const at = mark.at - from
    return words.slice(0, at) + mark.shown + words.slice(at + mark.original.length)
  }, text)
}

/** The title as it was released. */
export const publicTitle = ({ inner, marks }: Released): string =>
  shown(
    inner.title,
    marks.filter(mark => mark.line === -1),
    0,
  )

/**
 * The words of one item as they were released with the public edition, which a second person looked over; null where that
 * edition does not have them word for word, so that nothing gets out that was not released. Where they stand twice and a
 * spot was let stand in one place and masked in the other, nobody can say which was meant: null too.
 */
export function publicItem({ inner, marks }: Released, content: string): string | null {
  if (content === "") return null
  const found = new Set<string | null>()
  for (const [line, { text }] of inner.lines.entries()) {
    const marksOfLine = marks.filter(mark => mark.line === line)
    for (let from = text.indexOf(content); from !== -1; from = text.indexOf(content, from + 1)) {
      const end = from + content.length
      // A spot that reaches over the edge of the item cannot be cut: the item stays inside.
      const isCut = marksOfLine.some(
        mark =>
          mark.at < end &&
          mark.at + mark.original.length > from &&
          (mark.at < from || mark.at + mark.original.length > end),
      )
      found.add(isCut ? null : shown(content, marksOfLine, from))
    }
  }
  const [only = null] = found
  return found.size === 1 ? only : null
}

type Known = { name: string; gender: "female" | "male" | "unknown" }

/**
 * Handlers for the public, as the office typed them: organisations as they are, the name of anybody in the register masked,
 * no telephone but the office's own, no room.
 */
export const publicHandlers = (persons: readonly Known[], ownPhone = ""): ((handler: string) => string) =>
  maskBeside(persons, ownPhone, ["name", "room", "phone", "identity"])
