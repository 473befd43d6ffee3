import type { Face } from "./fonts"
import type { Alignment } from "./line-layout"
import type { Imprint, Issued, SignaturePlace } from "./page-closing"

/**
 * What a block of a sheet says, apart from how it is drawn: Word files are written from it, so that paper and file cannot
 * say different things. Lengths in points.
 */
export type Content =
  | { kind: "text"; text: string; tag: string; face: Face; size: number; align: Alignment; firstIndent: number }
  /** `above`: white over it, part of its `height`. */
  | { kind: "redHeading"; text: string; size: number; pitch: number; above: number; height: number }
  | { kind: "mastheadRows"; number: string; issued?: { issuer: string; issuedOn: string } }
  | { kind: "labelled"; label: string; labelFace: Face; text: string }
  | { kind: "labelledPair"; pair: readonly (readonly [label: string, text: string])[] }
  | TableContent
  | { kind: "signaturePlaces"; places: readonly SignaturePlace[] }
  /** `rights`: white between each line and the right edge. */
  | { kind: "issuerAndDate"; issued: Issued; rights: readonly [issuer: number, date: number] }
  /** `issuedBeside`: the lines of 落款 that stand beside it. */
  | { kind: "verification"; url: string | null; lines: readonly string[]; issuedBeside?: Content }
  | { kind: "imprint"; imprint: Imprint }
  | { kind: "qrPanel"; url: string; words: readonly string[]; alt: string }
  | { kind: "replySlip"; meeting: string }

export type TableContent = {
  kind: "table"
  summary: string
  heads: readonly string[]
  /** As wide as the paper's columns. */
  widths: readonly number[]
  aligns: readonly Alignment[]
  cells: readonly (readonly string[])[]
  size: number
  lead: number
  padding: number
  /** Fits a page and is not divided. */
  isKept: boolean
}
