import type { ReactNode } from "react"

export type Moment = {
  key: string
  /** As people say it: 明天, 11月18日. */
  when: ReactNode
  whenNote?: ReactNode
  title: ReactNode
  /** done: it happened · now: it is due · stop: it was blocked · plain: something in between. */
  state?: "done" | "now" | "stop" | "plain"
  /** What happened, whose words, which papers. */
  children?: ReactNode
}

/** How a matter got here, newest first. */
export function Timeline({ items }: { items: readonly Moment[] }) {
  return (
    <ol className="line">
      {items.map(item => (
        <li key={item.key}>
          <span className="line__when">
            {item.when}
            {item.whenNote ? <small>{item.whenNote}</small> : null}
          </span>
          <span className={dotClass(item.state)} aria-hidden="true" />
          <div className="line__text">
            <h3>{item.title}</h3>
            {item.children}
          </div>
        </li>
      ))}
    </ol>
  )
}

function dotClass(state: Moment["state"] = "done"): string {
  return state === "plain" ? "line__dot" : `line__dot line__dot--${state}`
}
