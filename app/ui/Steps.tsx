import type { ReactNode } from "react"

export type Step = { label: string; note?: ReactNode; state: "done" | "now" | "todo" }

const words = { done: "已完成", now: "现在", todo: "还没到" } as const

/** Where a matter stands; eight steps at most. */
export function Steps({ items, label = "办到哪一步" }: { items: readonly Step[]; label?: string }) {
  return (
    <ol className="steps" aria-label={label}>
      {items.map(item => (
        <li
          key={item.label}
          className={item.state === "todo" ? undefined : `is-${item.state}`}
          aria-current={item.state === "now" ? "step" : undefined}
        >
          {item.label}
          <span className="vh">，{words[item.state]}</span>
          {item.note ? <small>{item.note}</small> : null}
        </li>
      ))}
    </ol>
  )
}
