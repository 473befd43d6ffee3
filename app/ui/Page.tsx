import type { ReactNode } from "react"
import { Link } from "react-router"

export type Crumb = { label: string; to?: string }

export type PageProps = {
  title: ReactNode
  /** One quiet line under the title. */
  lead?: ReactNode
  /** The way here; the last one is this page and has no `to`. */
  crumbs?: Crumb[]
  /** Buttons right of the title; at most one of kind main. */
  actions?: ReactNode
  /** What comes before everything else: the error summary, a note. */
  summary?: ReactNode
  children?: ReactNode
}

/** The main part of a page under the letterhead. */
export function Page({ title, lead, crumbs, actions, summary, children }: PageProps) {
  return (
    <main className="page" id="main" tabIndex={-1}>
      {crumbs?.length ? <Crumbs crumbs={crumbs} /> : null}
      <div className="title">
        <div>
          <h1>{title}</h1>
          {lead ? <p className="soft">{lead}</p> : null}
        </div>
        {actions ? <div className="row">{actions}</div> : null}
      </div>
      {summary ? <div className="page__first">{summary}</div> : null}
      {children}
    </main>
  )
}

function Crumbs({ crumbs }: { crumbs: Crumb[] }) {
  return (
    <nav className="crumb" aria-label="所在位置">
      <ol>
        {crumbs.map(crumb => (
          <li key={crumb.label}>
            {crumb.to ? <Link to={crumb.to}>{crumb.label}</Link> : <span aria-current="page">{crumb.label}</span>}
          </li>
        ))}
      </ol>
    </nav>
  )
}

/** A main column and a narrow one; one column where there is no room for two. */
export function Columns({ aside, children }: { aside: ReactNode; children: ReactNode }) {
  return (
    <div className="cols">
      <div className="stack-l">{children}</div>
      <aside className="stack-l">{aside}</aside>
    </div>
  )
}

/** A column of form fields at reading width. */
export function FormColumn({ children }: { children: ReactNode }) {
  return <div className="form-column stack">{children}</div>
}

/** Short facts on one line with a hairline between them; empty ones are left out. */
export function Segments({ items }: { items: ReactNode[] }) {
  return items
    .filter(item => item !== null && item !== undefined && item !== false && item !== "")
    .map((item, at) => (
      <span className="seg" key={at}>
        {item}
      </span>
    ))
}
