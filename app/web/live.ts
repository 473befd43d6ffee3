/** Every change of a channel has the next number; a page that missed some notices by the gap. */
export type LiveEvent = { channel: string; seq: number }

export type LiveBus = {
  publish(channel: string): void
  subscribe(channels: readonly string[], listener: (event: LiveEvent) => void): () => void
}

/** Channels ending so carry counts: they are told at most twice a second, the last change always. */
const countsSuffix = ":counts"
const countsPauseMs = 500

/** Within one process; the events say only that something changed, never what. */
export function createLiveBus(): LiveBus {
  const listeners = new Map<string, Set<(event: LiveEvent) => void>>()
  const seqs = new Map<string, number>()
  const waiting = new Set<string>()
  const resting = new Set<string>()

  function tell(channel: string) {
    const seq = (seqs.get(channel) ?? 0) + 1
    seqs.set(channel, seq)
    for (const listener of listeners.get(channel) ?? []) listener({ channel, seq })
  }

  function tellSparingly(channel: string) {
    if (resting.has(channel)) {
      waiting.add(channel)
      return
    }
    tell(channel)
    resting.add(channel)
    setTimeout(() => {
      resting.delete(channel)
      if (waiting.delete(channel)) tellSparingly(channel)
    }, countsPauseMs).unref()
  }

  return {
    publish: channel => (channel.endsWith(countsSuffix) ? tellSparingly(channel) : tell(channel)),
    subscribe(channels, listener) {
      for (const channel of channels) {
        const set = listeners.get(channel) ?? new Set()
        set.add(listener)
        listeners.set(channel, set)
      }
      return () => {
        for (const channel of channels) {
          const set = listeners.get(channel)
          set?.delete(listener)
          if (set?.size === 0) listeners.delete(channel)
        }
      }
    },
  }
}

const heartbeatMs = 25_000

/** A stream of server-sent events that ends with `closed`; the request's own signal can be lost to garbage collection. */
export function liveResponse(bus: LiveBus, channels: readonly string[], closed: AbortSignal): Response {
  const encoder = new TextEncoder()
  let stop = () => {}
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const send = (text: string) => controller.enqueue(encoder.encode(text))
      send("retry: 2000\n\n")
      const unsubscribe = bus.subscribe(channels, event => send(`data: ${JSON.stringify(event)}\n\n`))
      const heartbeat = setInterval(() => send(": here\n\n"), heartbeatMs)
      stop = () => {
        stop = () => {}
        clearInterval(heartbeat)
        unsubscribe()
        try {
          controller.close()
        } catch {
          // Already closed by the other side.
        }
      }
      if (closed.aborted) stop()
      else closed.addEventListener("abort", () => stop(), { once: true })
    },
    cancel: () => stop(),
  })
  return new Response(body, {
    headers: {
      "Content-Type": "text/event-stream; charset=utf-8",
      "Cache-Control": "no-cache, no-transform",
      "X-Accel-Buffering": "no",
    },
  })
}
