import { useEffect, useRef } from "react"
import { useLocation, useNavigation, useRevalidator } from "react-router"

type Listener = (channel: string | null) => void

/**
 * Listens to channels of a community; the listener hears each change by its channel, and null when the line is back after
 * a break. Returns how to stop.
 */
function listen(slug: string, channels: readonly string[], listener: Listener): () => void {
  if (typeof SharedWorker === "undefined") return listenAlone(slug, channels, listener)
  const worker = new SharedWorker(new URL("./live-worker.ts", import.meta.url), { type: "module", name: "yishi-live" })
  worker.port.onmessage = ({ data }: MessageEvent<{ channel: string | null }>) => listener(data.channel)
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

/** Where a browser knows no shared workers: a stream of this page's own. */
function listenAlone(slug: string, channels: readonly string[], listener: Listener): () => void {
  const query = new URLSearchParams(channels.map(channel => ["channel", channel]))
  const source = new EventSource(`/c/${encodeURIComponent(slug)}/live?${query}`)
  source.onopen = () => listener(null)
  source.onmessage = event => listener((JSON.parse(event.data) as { channel: string }).channel)
  return () => source.close()
}

/**
 * Keeps a page up to date: it is loaded again, in place, after every change on its channels. Never while something of
 * its own is under way, nor while nobody looks at it: then once, afterwards. What is typed into its fields stays.
 */
export function useLive(slug: string, channels: readonly string[]): void {
  const { revalidate, state } = useRevalidator()
  const navigation = useNavigation()
  const isBehind = useRef(false)
  const isBusy = state !== "idle" || navigation.state !== "idle"
  const isBusyNow = useRef(isBusy)
  isBusyNow.current = isBusy

  const catchUp = useRef(() => {})
  catchUp.current = () => {
    if (!isBehind.current || isBusyNow.current || document.hidden) return
    isBehind.current = false
    void revalidate()
  }

  const wanted = channels.join(" ")
  useEffect(() => {
    let isFirst = true
    const stop = listen(slug, wanted.split(" "), channel => {
      // The first opening comes right after the page itself.
      const isNews = channel !== null || !isFirst
      if (channel === null) isFirst = false
      if (!isNews) return
      isBehind.current = true
      catchUp.current()
    })
    const onVisible = () => catchUp.current()
    document.addEventListener("visibilitychange", onVisible)
    return () => {
      document.removeEventListener("visibilitychange", onVisible)
      stop()
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
