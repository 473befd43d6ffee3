import type { ReactNode } from "react"

/** Nothing here yet, and what comes next. */
export function Empty({ title, children }: { title: ReactNode; children?: ReactNode }) {
  return (
    <div className="empty">
      <b>{title}</b>
      {children ? <div className="empty__next">{children}</div> : null}
    </div>
  )
}
