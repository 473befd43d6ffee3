import type { ReactNode } from "react"

export type ScreenFrameProps = {
  community: string
  meeting: string
  /** The time of the hall, or the day. */
  time: ReactNode
  /** Item and its title: <b>第2项</b> 悦园活动室改造出新. */
  item?: { number?: string; title: string }
  foot?: ReactNode
  /** A result stands from edge to edge: nothing is centred. */
  result?: boolean
  children: ReactNode
}

/** The big screen of the hall: everything counts in 1/1920 of the wall, nothing scrolls, nothing is pressed. */
export function ScreenFrame({ community, meeting, time, item, foot, result, children }: ScreenFrameProps) {
  return (
    <div className="wall" data-theme="screen">
      <header className="wall__head">
        <p className="red">
          <b>{community}</b>
        </p>
        <p>{meeting}</p>
        <p className="wall__time">{time}</p>
      </header>
      <main className={result ? "wall__main res" : "wall__main"}>
        {item ? (
          <p className="wall__item">
            {item.number ? <b>{item.number}</b> : null}
            {item.title}
          </p>
        ) : null}
        {children}
      </main>
      {foot ? <footer className="wall__foot">{foot}</footer> : null}
    </div>
  )
}

/** 通过 or 未通过, as large as the wall allows, with what it is about beside it. */
export function Verdict({ passed, word, children }: { passed: boolean; word?: string; children: ReactNode }) {
  return (
    <div className={passed ? "res__verdict res__verdict--yes" : "res__verdict res__verdict--no"}>
      <svg viewBox="0 0 100 100" aria-hidden="true">
        <circle cx="50" cy="50" r="47" />
        <path d={passed ? "M28 52l16 16 29-34" : "M29 29l42 42M71 29L29 71"} />
      </svg>
      <h1>{word ?? (passed ? "通过" : "未通过")}</h1>
      <p>{children}</p>
    </div>
  )
}
