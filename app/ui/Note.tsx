import { Check, Clock, Info, TriangleAlert } from "lucide-react"
import type { ReactNode } from "react"
import { Icon } from "~/ui/Icon"

const icons = { tell: Info, act: Info, ok: Check, warn: Clock, bad: TriangleAlert } as const

export type NoteProps = {
  /** tell: for information · act: something to do here · ok: done · warn: due soon · bad: not done. */
  kind?: keyof typeof icons
  title?: ReactNode
  children?: ReactNode
  /** Read out when it appears: for what comes after a post. */
  live?: boolean
}

/** A sentence about this page: what happened, and what to do. */
export function Note({ kind = "tell", title, children, live }: NoteProps) {
  return (
    <div className={kind === "tell" ? "note" : `note note--${kind}`} role={live ? "status" : undefined}>
      <Icon of={icons[kind]} />
      <div>
        {title ? <b className="note__title">{title}</b> : null}
        {children}
      </div>
    </div>
  )
}
