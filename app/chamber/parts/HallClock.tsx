import { useEffect, useState } from "react"
import { formatTime } from "~/law/civil-date"

/** The time of the hall by the server's clock: `text` as it was at `at`, going on where there is JavaScript. */
export function HallClock({ text, at }: { text: string; at: number }) {
  const [shown, setShown] = useState(text)
  useEffect(() => {
    const ahead = at - Date.now()
    const tick = () => setShown(formatTime(new Date(Date.now() + ahead)))
    tick()
    const timer = setInterval(tick, 5000)
    return () => clearInterval(timer)
  }, [at])
  return shown
}
