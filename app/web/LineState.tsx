import { useEffect } from "react"
import { useLocation } from "react-router"
import { notePress, useLine, wakeLine } from "./line"

/** One quiet line above every page while the server is away. It covers nothing that is filled in, and moves nothing. */
export function LineState() {
  const { isLost, isPressUnsure } = useLine()
  const { pathname } = useLocation()
  useEffect(() => {
    const onOnline = () => wakeLine()
    window.addEventListener("online", onOnline)
    return () => window.removeEventListener("online", onOnline)
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: whoever has gone on to another page has looked
  useEffect(() => notePress(false), [pathname])
  const words = isLost
    ? isPressUnsure
      ? "连不上，正在重连… 刚才按的可能没有送到。"
      : "连不上，正在重连…"
    : isPressUnsure
      ? "又连上了。刚才按的可能没有送到，请看一看，需要时再按一次。"
      : null
  return (
    <div className="line-state" role="status">
      {words ? <p key={String(isLost)}>{words}</p> : null}
    </div>
  )
}
