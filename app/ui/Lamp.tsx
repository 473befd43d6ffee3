import type { ReactNode } from "react"

/** met: a filled disc with a tick · not: a ring with a cross · mend: a red ring, to be mended · hint: an amber ring, only a word of advice. */
export type LampState = "met" | "not" | "mend" | "hint"

const looks = {
  met: { name: "lamp lamp--on", path: "M4 12.5l5.5 5.5L20 7" },
  not: { name: "lamp lamp--off", path: "M5 5l14 14M19 5L5 19" },
  mend: { name: "lamp lamp--off", path: "M12 5v9M12 17v3" },
  hint: { name: "lamp lamp--hint", path: "M12 5v9M12 17v3" },
} as const

/** The light alone. It says nothing to a reader: words must stand beside it. */
export function LampMark({ state }: { state: LampState }) {
  return (
    <span className={looks[state].name} aria-hidden="true">
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <path d={looks[state].path} />
      </svg>
    </span>
  )
}

export type LampProps = {
  met: boolean
  /** The words for either case: 法定人数已到 and 法定人数未到. */
  metWords?: string
  notWords?: string
  /** The fraction and the threshold: 12 / 15，须10人. */
  detail?: ReactNode
  /** The detail on its own line. */
  stacked?: boolean
}

/** Whether a threshold is reached, in a light and in words. */
export function Lamp({ met, metWords = "达到", notWords = "未达到", detail, stacked }: LampProps) {
  return (
    <div className="light">
      <LampMark state={met ? "met" : "not"} />
      <div>
        <b>{met ? metWords : notWords}</b>
        {detail ? <span className={stacked ? "light__below small" : "light__beside"}>{detail}</span> : null}
      </div>
    </div>
  )
}

export type Check = { key: string; state: LampState; title: ReactNode; children?: ReactNode }

const checkWords = { met: "", not: "要处理：", mend: "要处理：", hint: "" } as const

/** What is looked at before something is sent out: reached, to be mended, or a word of advice. */
export function Checks({ items }: { items: readonly Check[] }) {
  return (
    <ul className="checks">
      {items.map(item => (
        <li key={item.key}>
          <LampMark state={item.state} />
          <div>
            <b>
              {checkWords[item.state] ? <span className="vh">{checkWords[item.state]}</span> : null}
              {item.title}
            </b>
            {item.children}
          </div>
        </li>
      ))}
    </ul>
  )
}
