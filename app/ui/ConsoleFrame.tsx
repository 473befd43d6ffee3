import type { ReactNode } from "react"
import { Form, Link } from "react-router"
import { Mark } from "~/ui/Mark"
import { SkipLink } from "~/ui/SkipLink"

export type ConsoleFrameProps = {
  /** 第10次协商议事会, and where its name leads. */
  meeting: string
  home: string
  /** A badge: 会议进行中. */
  state: ReactNode
  /** 应到 15, 实到 12 … */
  presence: readonly { label: string; count: number }[]
  /** The quorum: `<Lamp stacked …>`. */
  quorum: ReactNode
  /** The time of the hall, 15:12. */
  clock?: ReactNode
  /** Left: the agenda, and below it the tools. */
  agenda: ReactNode
  tools?: ReactNode
  /** Right: who speaks, and what it is called: 发言. */
  side?: ReactNode
  sideLabel?: string
  /** Bottom, from left to right: what destroys, plain; a sentence; the next step, always there and the largest. */
  undo?: ReactNode
  say?: ReactNode
  next: ReactNode
  children: ReactNode
}

/** The chair's console: one screen, no scrolling at 1280 × 800. The next step is always bottom right. */
export function ConsoleFrame(props: ConsoleFrameProps) {
  return (
    <div className="console">
      <SkipLink />
      <header className="head head--console">
        <div className="head__in">
          <Link className="mark" to={props.home}>
            <Mark />
            <b>{props.meeting}</b>
          </Link>
          <div className="con__when">{props.state}</div>
          <dl className="con__pres">
            {props.presence.map(item => (
              <div key={item.label}>
                <dt>{item.label}</dt>
                <dd>{item.count}</dd>
              </div>
            ))}
          </dl>
          <div className="con__q">{props.quorum}</div>
          {props.clock ? <span className="con__clock">{props.clock}</span> : null}
        </div>
      </header>
      <main id="main" tabIndex={-1} className={props.side ? "con" : "con con--two"}>
        <nav className="con__agenda" aria-label="议程">
          <h2>议程</h2>
          {props.agenda}
          {props.tools ? <div className="con__tools">{props.tools}</div> : null}
        </nav>
        <section className="con__main" aria-label="本项">
          {props.children}
        </section>
        {props.side ? (
          <section className="con__speak" aria-label={props.sideLabel}>
            {props.side}
          </section>
        ) : null}
        <div className="con__next">
          {props.undo}
          <p>{props.say}</p>
          {props.next}
        </div>
      </main>
    </div>
  )
}

export type AgendaLine = {
  key: string
  number: number
  title: string
  note?: ReactNode
  state: "done" | "now" | "todo"
}

type ConsoleAgendaProps = {
  items: readonly AgendaLine[]
  /** What pressing a line sends, with the line's key under this name; null while nobody goes anywhere. */
  press: { intent: string; name: string } | null
}

/** The agenda at the left of the console: pressed, the whole room goes there. */
export function ConsoleAgenda({ items, press }: ConsoleAgendaProps) {
  const list = (
    <ol>
      {items.map(item => (
        <li
          key={item.key}
          className={item.state === "todo" ? undefined : `is-${item.state}`}
          aria-current={item.state === "now" ? "step" : undefined}
        >
          {press && item.state !== "now" ? (
            <button type="submit" name={press.name} value={item.key}>
              <AgendaWords {...item} />
            </button>
          ) : (
            <div>
              <AgendaWords {...item} />
            </div>
          )}
        </li>
      ))}
    </ol>
  )
  if (!press) return list
  return (
    <Form method="post">
      <input type="hidden" name="intent" value={press.intent} />
      {list}
    </Form>
  )
}

const AgendaWords = ({ number, title, note }: AgendaLine) => (
  <>
    <b>{number}</b>
    <span>
      {title}
      {note ? <small>{note}</small> : null}
    </span>
  </>
)
