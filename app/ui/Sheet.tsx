import { type ReactNode, useId } from "react"
import { Link } from "react-router"

export type SheetProps = {
  title?: ReactNode
  /** Keeps the heading for readers only. */
  titleHidden?: boolean
  /** A small link at the right of the heading. */
  more?: { to: string; label: ReactNode }
  /** A table or a list of rows goes to the edges of the sheet. */
  flush?: boolean
  /** An anchor for links from elsewhere. */
  id?: string
  className?: string
  children?: ReactNode
}

/** A sheet of paper on the desk: the only container there is. */
export function Sheet({ title, titleHidden, more, flush, id, className, children }: SheetProps) {
  const heading = useId()
  return (
    <section
      className={className ? `sheet ${className}` : "sheet"}
      id={id}
      aria-labelledby={title ? heading : undefined}
    >
      {title && titleHidden ? (
        <h2 className="vh" id={heading}>
          {title}
        </h2>
      ) : null}
      {title && !titleHidden ? (
        <div className="sheet__head">
          <h2 id={heading}>{title}</h2>
          {more ? <Link to={more.to}>{more.label}</Link> : null}
        </div>
      ) : null}
      {flush ? children : <div className="sheet__body stack">{children}</div>}
    </section>
  )
}
