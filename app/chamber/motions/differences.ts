import { diffArrays } from "diff"

/** A stretch of text two wordings share, or that one of them alone has. */
export type DifferencePart = { kind: "same" | "added" | "removed"; text: string }

/** Word by word: characters alone would tear 工作日 into pieces that nobody reads. */
const words = new Intl.Segmenter("zh", { granularity: "word" })
const segment = (text: string): string[] => [...words.segment(text)].map(part => part.segment)

/** What was struck out and what was written in, in reading order: first what goes, then what comes in its place. */
export const differenceOf = (before: string, after: string): DifferencePart[] =>
  diffArrays(segment(before), segment(after)).flatMap(({ value, added, removed }) => {
    const kind = added ? "added" : removed ? "removed" : "same"
    const [, breaks, text] = /^(\n*)([\s\S]*)$/.exec(value.join(""))!
    // A break before a line written in is no text: marked, it would show as a blank at the end of the line before.
    const parts: DifferencePart[] = [
      { kind: "same", text: breaks! },
      { kind, text: text! },
    ]
    return kind === "same" ? [{ kind, text: value.join("") }] : parts.filter(part => part.text !== "")
  })
