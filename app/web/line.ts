import { useSyncExternalStore } from "react"

/** Who may miss the server: a page asked for, the stream of live events, a ballot that waits. */
type Missing = "page" | "live" | "ballot"

export type LineView = {
  isLost: boolean
  /** A button was pressed and nobody knows whether it arrived: to be looked at once the line is back. */
  isPressUnsure: boolean
}

const open: LineView = { isLost: false, isPressUnsure: false }
const missing = new Set<Missing>()
const listeners = new Set<() => void>()
const wakers = new Set<() => void>()
let view = open

function tell(next: LineView): void {
  if (next.isLost === view.isLost && next.isPressUnsure === view.isPressUnsure) return
  view = next
  for (const listener of listeners) listener()
}

/** Says for one of those who need the server whether it is there. */
export function noteLine(who: Missing, isLost: boolean): void {
  if (isLost) missing.add(who)
  else missing.delete(who)
  tell({ ...view, isLost: missing.size > 0 })
}

export const notePress = (isPressUnsure: boolean): void => tell({ ...view, isPressUnsure })

export const isLineLost = (): boolean => view.isLost

/** Resolves when nobody misses the server any more. */
export function untilLineOpen(): Promise<void> {
  return new Promise(resolve => {
    const stop = subscribe(() => {
      if (view.isLost) return
      stop()
      resolve()
    })
  })
}

/** Whoever waits tries at once: the network, or the stream of events, is back. */
export function wakeLine(): void {
  for (const wake of [...wakers]) wake()
}

/** Calls back whenever it is worth trying at once. Returns how to stop. */
export function onLineAwake(wake: () => void): () => void {
  wakers.add(wake)
  return () => wakers.delete(wake)
}

/** Resolves after the pause, or earlier when the line seems to be back. Rejects when whoever asked has given up. */
export function pauseForLine(ms: number, signal?: AbortSignal | null): Promise<void> {
  return new Promise((resolve, reject) => {
    const leave = () => {
      clearTimeout(timer)
      stop()
      signal?.removeEventListener("abort", giveUp)
    }
    const go = () => {
      leave()
      resolve()
    }
    const giveUp = () => {
      leave()
      reject(signal?.reason)
    }
    const timer = setTimeout(go, ms)
    const stop = onLineAwake(go)
    if (signal?.aborted) giveUp()
    else signal?.addEventListener("abort", giveUp, { once: true })
  })
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useLine = (): LineView =>
  useSyncExternalStore(
    subscribe,
    () => view,
    () => open,
  )
