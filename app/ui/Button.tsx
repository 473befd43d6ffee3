import type { ComponentProps, ReactNode } from "react"
import { Link } from "react-router"

/**
 * main: the one next step of a page, solid blue · go: the action of a row · plain: everything else ·
 * big: the next step where a room waits · link: reads like a link.
 */
export type ButtonKind = "main" | "go" | "plain" | "big" | "link"

type Look = {
  kind?: ButtonKind
  /** As wide as what holds it. */
  wide?: boolean
  small?: boolean
  /** As tall as big, whatever the kind: 重新选 beside the big one. */
  tall?: boolean
  className?: string
}

function classOf({ kind = "plain", wide, small, tall, className }: Look): string {
  if (kind === "link") return className ? `link ${className}` : "link"
  return [
    "btn",
    kind === "main" || kind === "big" ? "btn--main" : "",
    kind === "go" ? "btn--go" : "",
    kind === "big" || tall ? "btn--big" : "",
    wide ? "btn--wide" : "",
    small ? "btn--small" : "",
    className ?? "",
  ]
    .filter(Boolean)
    .join(" ")
}

/** A button is never greyed out: it is pressed, and the page says what is missing. So it takes no `disabled`. */
export type ButtonProps = Look & Omit<ComponentProps<"button">, "disabled" | "style" | "className">

/** Submits its form unless `type` says otherwise. */
export function Button({ kind, wide, small, tall, className, type = "submit", ...rest }: ButtonProps) {
  return <button {...rest} type={type} className={classOf({ kind, wide, small, tall, className })} />
}

export type ButtonLinkProps = Look & {
  to: string
  /** A file or anything else that is not a page: the browser fetches it itself. */
  document?: boolean
  children: ReactNode
  "aria-label"?: string
}

/** A link that looks like a button: it goes somewhere and changes nothing. */
export function ButtonLink({ to, document, children, "aria-label": label, ...look }: ButtonLinkProps) {
  return (
    <Link to={to} reloadDocument={document} aria-label={label} className={classOf(look)}>
      {children}
    </Link>
  )
}
