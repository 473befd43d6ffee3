import { Link } from "react-router"

export type Tab = { to: string; label: string; count?: number; current?: boolean }

/** One list seen by state, with how many there are of each. Links, so each state has its own address. */
export function Tabs({ items, label }: { items: readonly Tab[]; label: string }) {
  return (
    <nav className="tabs" aria-label={label}>
      {items.map(item => (
        <Link key={item.to} to={item.to} aria-current={item.current ? "page" : undefined}>
          {item.label}
          {item.count === undefined ? null : <span>{item.count}</span>}
        </Link>
      ))}
    </nav>
  )
}
