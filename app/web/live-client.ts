import { useEffect, useRef } from "react"
import { useLocation, useNavigation, useRevalidator } from "react-router"

import { noteLine, wakeLine } from "./line"
import { createLiveHub, type LiveNews } from "./live-hub"

type Listener = (news: LiveNews) => void

/** Listens to channels of a community. Returns how to stop. */
function listen(slug: string, channels: readonly string[], listener: Listener): () => void {
  if (typeof SharedWorker === "undefined") return listenAlone(slug, channels, listener)
  const worker = new SharedWorker(new URL("./live-worker.ts", import.meta.url), { type: "module", name: "yishi-live" })
  worker.port.onmessage = ({ data }: MessageEvent<LiveNews>) => listener(data)
  worker.port.postMessage({ slug, channels })
  const leave = () => worker.port.postMessage(null)
  const comeBack = (event: PageTransitionEvent) => {
    if (event.persisted) worker.port.postMessage({ slug, channels })
  }
  // A closed tab tells nobody: it says good-bye when it is hidden for good, and hello when it is taken out again.
  window.addEventListener("pagehide", leave)
  window.addEventListener("pageshow", comeBack)
  return () => {
    window.removeEventListener("pagehide", leave)
    window.removeEventListener("pageshow", comeBack)
    leave()
    worker.port.close()
  }
}

let own: ReturnType<typeof createLiveHub> | undefined

/** Where a browser knows no shared workers: a stream of this tab's own. */
function listenAlone(slug: string, channels: readonly string[], listener: Listener): () => void {
  own ??= createLiveHub()
  const hub = own
  hub.join(listener, { slug, channels })
  return () => hub.leave(listener)
}

/** The number of each channel up to which this tab has loaded its pages, whichever page it showed. */
const loaded = new Map<string, number>()

/** Looks for itself what has changed, and says how to show it; null where the page must be loaded again. */
export type LookAhead = () => Promise<(() => void) | null>

/**
 * Keeps a page up to date: it is loaded again, in place, after every change on its channels. Never while something of
 * its own is under way, while nobody looks at it, or while the line is lost: then once, afterwards. What is typed into
 * its fields stays. With `lookAhead` a page of which many hear in the same moment may need less than being loaded.
 */
export function useLive(slug: string, channels: readonly string[], lookAhead?: LookAhead): void {
  const { revalidate, state } = useRevalidator()
  const navigation = useNavigation()
  const isBehind = useRef(false)
  const heard = useRef(new Map<string, number>())
  const isBusy = state !== "idle" || navigation.state !== "idle"
  const isLost = useRef(false)
  const isBusyNow = useRef(isBusy)
  isBusyNow.current = isBusy

  const catchUp = useRef(() => {})
  catchUp.current = () => {
    if (!isBehind.current || isBusyNow.current || isLooking.current || isLost.current || document.hidden) return
    isBehind.current = false
    for (const [channel, seq] of heard.current) loaded.set(channel, seq)
    if (!lookAhead) void revalidate()
    else void look(lookAhead)
  }

  const isLooking = useRef(false)
  const isGone = useRef(false)
  async function look(ahead: LookAhead): Promise<void> {
    isLooking.current = true
    const show = await ahead().catch(() => null)
    isLooking.current = false
    if (isGone.current) return
    // Something was pressed meanwhile: that goes first, and what it leads to is looked at anew.
    if (isBusyNow.current) isBehind.current = true
    else if (show) {
      show()
      catchUp.current()
    } else void revalidate()
  }

  const wanted = channels.join(" ")
  useEffect(() => {
    const stop = listen(slug, wanted.split(" "), news => {
      isLost.current = news === "lost"
      noteLine("live", isLost.current)
      if (news === "lost") return
      const { channel, seq } = news === "refused" ? { channel: null, seq: 0 } : news
      if (channel === null) wakeLine()
      // Told again to a page that took another one's place: that one has loaded it.
      if (channel !== null && loaded.get(channel) === seq) return
      if (channel === null) loaded.clear()
      else heard.current.set(channel, seq)
      isBehind.current = true
      catchUp.current()
    })
    isGone.current = false
    const onVisible = () => catchUp.current()
    document.addEventListener("visibilitychange", onVisible)
    return () => {
      isGone.current = true
      document.removeEventListener("visibilitychange", onVisible)
      stop()
      noteLine("live", false)
    }
  }, [slug, wanted])

  useEffect(() => {
    if (!isBusy) catchUp.current()
  }, [isBusy])
}

/**
 * What the page's action answered, for as long as the page is not left: the framework forgets it whenever a live update
 * loads the page again, and with it the sentences beside the fields, or the choice that is being checked.
 */
export function useKeptAnswer<T>(answer: T | undefined): T | undefined {
  const { key } = useLocation()
  const kept = useRef({ key, answer })
  if (answer || kept.current.key !== key) kept.current = { key, answer }
  return kept.current.answer
}
