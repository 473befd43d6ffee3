import type { ReactNode } from "react"
import { Link } from "react-router"

export type Answer = {
  label: string
  value: ReactNode
  /** Where this one line is changed. */
  change?: string
}

/** Check-your-answers: what is about to be done, line by line, with a way back to each. */
export function Answers({ items }: { items: readonly Answer[] }) {
  return (
    <dl className="facts answers">
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
