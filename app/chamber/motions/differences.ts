import { diffArrays } from "diff"

/** A stretch of text two wordings share, or that one of them alone has. */
export type DifferencePart = { kind: "same" | "added" | "removed"; text: string }

/** Word by word: characters alone would tear 工作日 into pieces that nobody reads. */
const words = new Intl.Segmenter("zh", { granularity: "word" })
const segment = (text: string): string[] => [...words.segment(text)].map(part => part.segment)

/** What was struck out and what was written in, in reading order: first what goes, then what comes in its place. */
export const differenceOf = (before: string, after: string): DifferencePart[] =>
  diffArrays(segment(before), segment(after)).map(({ value, added, removed }) => ({
    kind: added ? "added" : removed ? "removed" : "same",
    text: value.join(""),
  }))
