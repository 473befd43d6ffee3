import type { ReactNode } from "react"
import { Link } from "react-router"

export type Column = {
  label: string
  /** Figures stand at the right. */
  numeric?: boolean
  /** Heard, not seen: a column of boxes or buttons. */
  hidden?: boolean
  sort?: "ascending" | "descending"
}

export type TableProps = {
  /** What the table holds and how it is sorted; heard, and seen with `showCaption`. */
  caption: string
  showCaption?: boolean
  columns: readonly Column[]
  /** Rows: `Row` with one `RowHead` and as many `Cell`s as columns. */
  children: ReactNode
  foot?: ReactNode
  tight?: boolean
  className?: string
}

/** A table that becomes a list of named lines where there is no room for its columns. */
export function Table({ caption, showCaption, columns, children, foot, tight, className }: TableProps) {
  const names = ["table", "table--fold", tight ? "table--tight" : "", className ?? ""]
  return (
    <table className={names.filter(Boolean).join(" ")}>
      <caption className={showCaption ? undefined : "vh"}>{caption}</caption>
      <thead>
        <tr>
          {columns.map(column => (
            <th key={column.label} scope="col" className={column.numeric ? "num" : undefined} aria-sort={column.sort}>
              {column.hidden ? <span className="vh">{column.label}</span> : column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
      {foot ? <tfoot>{foot}</tfoot> : null}
    </table>
  )
}

/** on: ticked · bad: something in this row must be mended. */
export function Row({ state, id, children }: { state?: "on" | "bad"; id?: string; children: ReactNode }) {
  return (
    <tr className={state ? `is-${state}` : undefined} id={id}>
      {children}
    </tr>
  )
}

/** The matter a row is about; on a phone it has its own line. */
export function RowHead({ to, sub, children }: { to?: string; sub?: ReactNode; children: ReactNode }) {
  return (
    <th scope="row">
      {to ? <Link to={to}>{children}</Link> : children}
      {sub ? <span className="sub">{sub}</span> : null}
    </th>
  )
}

export type CellProps = {
  /** The column's name, said before the value on a phone; none for what explains itself. */
  label?: string
  numeric?: boolean
  sub?: ReactNode
  className?: string
  children?: ReactNode
}

/** One value of a row; an empty one is left out on a phone. */
export function Cell({ label, numeric, sub, className, children }: CellProps) {
  const names = [numeric ? "num" : "", className ?? ""].filter(Boolean).join(" ")
  return (
    <td className={names || undefined} data-th={label}>
      {children}
      {sub ? <span className="sub">{sub}</span> : null}
    </td>
  )
}
