import { href } from "react-router"
import type { DocumentKind, SubjectKind } from "#db/schema/registry"

const pollPapers: Partial<Record<DocumentKind, string>> = {
  ballotPapers: "ballots",
  paperRegister: "register",
  countAnnouncement: "announcement",
}

type Made = { kind: DocumentKind; subjectKind: SubjectKind; subjectId: string }

/** The page on which a long paper is asked for, to ask again; null where there is none. */
export function placeOfMaking(community: string, { kind, subjectKind, subjectId }: Made): string | null {
  const paper = subjectKind === "poll" ? pollPapers[kind] : undefined
  if (paper) return href("/c/:community/polls/:pollId/papers/:paper", { community, pollId: subjectId, paper })
  if (subjectKind !== "community" || !kind.endsWith("Ledger")) return null
  // A ledger is filed under its name and the first and last day of its period.
  const [ledger = "", from = "", to = ""] = subjectId.split(" ")
  return `${href("/c/:community/ledgers", { community })}?${new URLSearchParams({ ledger, from, to })}`
}
