import type { ReactNode } from "react"

/** ring 待 · half-disc 办理中 · diamond 待答复 · tick 已办结 · triangle 逾期 · two bars 受阻. */
export type BadgeKind = "todo" | "doing" | "wait" | "done" | "late" | "stop"

/** A state: a shape and a word, the colour only third. None where a word in a column will do. */
export function Badge({ kind = "todo", bare, children }: { kind?: BadgeKind; bare?: boolean; children: ReactNode }) {
  const names = ["badge", kind === "todo" ? "" : `badge--${kind}`, bare ? "badge--bare" : ""]
  return <span className={names.filter(Boolean).join(" ")}>{children}</span>
}
