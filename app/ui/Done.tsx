import type { ReactNode } from "react"

export type DoneProps = {
  title: ReactNode
  children?: ReactNode
  /** What can be done next: buttons. */
  actions?: ReactNode
  /** Saved, but not through yet: amber, with a clock. */
  waiting?: boolean
  /** The title is the page's h1, with a large sign above it. */
  whole?: boolean
}

/** What a page says after something final: what happened, and what comes next. There are no toasts. */
export function Done({ title, children, actions, waiting, whole }: DoneProps) {
  return (
    <div className={waiting ? "done done--wait" : "done"} role={waiting ? "status" : undefined}>
      {whole ? <Sign waiting={waiting} /> : null}
      {whole ? <h1>{title}</h1> : <h2>{title}</h2>}
      {children}
      {actions ? <div className="row">{actions}</div> : null}
    </div>
  )
}

function Sign({ waiting }: { waiting?: boolean }) {
  return waiting ? (
    <svg className="done__i done__i--wait" viewBox="0 0 100 100" aria-hidden="true">
      <circle cx="50" cy="50" r="44" />
      <path d="M50 24v27l19 11" />
    </svg>
  ) : (
    <svg className="done__i" viewBox="0 0 100 100" aria-hidden="true">
      <circle cx="50" cy="50" r="46" />
      <path d="M28 52l16 16 29-34" />
    </svg>
  )
}
