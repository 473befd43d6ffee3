import type { ReactNode } from "react"
import { Link } from "react-router"

export type Answer = {
  label: string
  value: ReactNode
  /** Where this one line is changed. */
  change?: string
}

/**
 * Check-your-answers: what is about to be done, line by line, with a way back to each. `stacked` sets each label above its
 * value: for whole questions.
 */
export function Answers({ items, stacked }: { items: readonly Answer[]; stacked?: boolean }) {
  return (
    <dl className={stacked ? "facts answers answers--stacked" : "facts answers"}>
      {items.map(item => (
        <div key={item.label}>
          <dt>{item.label}</dt>
          <dd className="value">{item.value}</dd>
          {item.change ? (
            <dd>
              <Link className="change" to={item.change}>
                改<span className="vh">{item.label}</span>
              </Link>
            </dd>
          ) : null}
        </div>
      ))}
    </dl>
  )
}

/** The one thing to do now, framed in blue, with its button at the right. */
export function NextStep({ title, children, action }: { title: ReactNode; children?: ReactNode; action: ReactNode }) {
  return (
    <section className="next">
      <div>
        <h2>{title}</h2>
        {children}
      </div>
      {action}
    </section>
  )
}
