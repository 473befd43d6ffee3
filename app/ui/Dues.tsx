import type { ReactNode } from "react"
import { Link } from "react-router"
import { ButtonLink } from "~/ui/Button"

export type Due = {
  key: string
  /** 逾期2天, 14:30, 今天; and beside it the date or the reason: 应于17日, 受理时限. */
  when: string
  whenNote?: string
  late?: boolean
  to: string
  title: ReactNode
  /** Why it is mine, in one line. */
  reason?: ReactNode
  /** One verb: 写答复. It leads to the same place unless `actionTo` says otherwise. */
  action: string
  actionTo?: string
}

/** What is due: time, matter and why it is mine, one verb. */
export function Dues({ items }: { items: readonly Due[] }) {
  return (
    <ol className="dues">
      {items.map(item => (
        <li key={item.key} className={item.late ? "due due--late" : "due"}>
          <div className="due__when">
            {item.when}
            {item.whenNote ? <span>{item.whenNote}</span> : null}
          </div>
          <div className="due__what">
            <Link to={item.to}>{item.title}</Link>
            {item.reason ? <span className="due__why">{item.reason}</span> : null}
          </div>
          <ButtonLink kind="go" to={item.actionTo ?? item.to}>
            {item.action}
          </ButtonLink>
        </li>
      ))}
    </ol>
  )
}
