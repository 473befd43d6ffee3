import { useEffect, useState } from "react"

type Props = {
  /** Null where only 最后提醒 was said. */
  until: Date | null
  /** When the page was read, by the server's clock: the tablet's own may be wrong. */
  readAt: Date
  /** Whether 最后提醒 was said. */
  called: boolean
}

/** 最后提醒 and how long is left; nothing happens by itself when it ends. */
export function Countdown({ until, readAt, called }: Props) {
  const atRead = until ? Math.ceil((until.getTime() - readAt.getTime()) / 1000) : 0
  const left = useTicking(atRead, until?.getTime() ?? 0)
  if (!until) return called ? <p className="lead">最后提醒：请还没有投票的现在投票。</p> : null
  return (
    <p className="lead" role="timer">
      {left > 0 ? (
        <>
          最后提醒：还有<b>{left}</b>秒
        </>
      ) : (
        "倒计时已到，等主持人停止投票"
      )}
    </p>
  )
}

/** Seconds from `start` down to nought, begun anew with each `key`; without JavaScript it stands. */
function useTicking(start: number, key: number): number {
  const [left, setLeft] = useState(start)
  useEffect(() => {
    const beganAt = performance.now()
    const tick = () => setLeft(Math.max(0, start - Math.floor((performance.now() - beganAt) / 1000)))
    tick()
    if (key === 0) return
    const timer = setInterval(tick, 500)
    return () => clearInterval(timer)
  }, [start, key])
  return left
}
