/** Every change of a channel has the next number; a page that missed some notices by the gap. */
export type LiveEvent = { channel: string; seq: number }

/** A held answer, written to as it is: in the server, the one of node:http. */
export type Line = {
  write: (chunk: Uint8Array) => unknown
  end: () => unknown
  destroy: () => unknown
  /** Bytes that the other side has not taken yet. */
  readonly writableLength: number
}

export type LiveBus = {
  publish(channel: string): void
  /** Tells the line of every change of these channels from now on, until what is returned is called, or the bus is closed. */
  hold(line: Line, channels: readonly string[]): () => void
  /** Ends every line in good order; those that come later end at once. */
  close(): void
}

/** Channels ending so carry counts: they are told at most twice a second, the last change always. */
const countsSuffix = ":counts"
const countsPauseMs = 500
const heartbeatMs = 25_000
/** A line that leaves so much untaken is dead or as good as dead: it is cut, and whoever is there comes back and reads anew. */
const mostUntakenBytes = 64 * 1024

/** What a stream begins with: how soon a browser comes back after a break. */
export const liveBeginning = "retry: 2000\n\n"
const heartbeat = Buffer.from(": here\n\n")

/**
 * Within one process; the events say only that something changed, never what. Each is made into bytes once and written
 * to all who hear it, and one clock beats for all: a line costs its socket and a place in a set.
 */
export function createLiveBus(): LiveBus {
  const audiences = new Map<string, Set<Line>>()
  const lines = new Set<Line>()
  const seqs = new Map<string, number>()
  const waiting = new Set<string>()
  const resting = new Set<string>()
  let beating: ReturnType<typeof setInterval> | undefined
  let isClosed = false

  function writeTo(hearers: Iterable<Line>, chunk: Uint8Array) {
    for (const line of hearers)
      if (line.writableLength > mostUntakenBytes) line.destroy()
      else line.write(chunk)
  }

  function tell(channel: string) {
    const seq = (seqs.get(channel) ?? 0) + 1
    seqs.set(channel, seq)
    const audience = audiences.get(channel)
    const event: LiveEvent = { channel, seq }
    if (audience) writeTo(audience, Buffer.from(`data: ${JSON.stringify(event)}\n\n`))
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

  function leave(line: Line, channels: readonly string[]) {
    for (const channel of channels) {
      const audience = audiences.get(channel)
      audience?.delete(line)
      if (audience?.size === 0) audiences.delete(channel)
    }
    lines.delete(line)
    if (lines.size > 0) return
    clearInterval(beating)
    beating = undefined
  }

  return {
    publish: channel => (channel.endsWith(countsSuffix) ? tellSparingly(channel) : tell(channel)),
    hold(line, channels) {
      if (isClosed) {
        line.end()
        return () => {}
      }
      for (const channel of channels) {
        const audience = audiences.get(channel)
        if (audience) audience.add(line)
        else audiences.set(channel, new Set([line]))
      }
      lines.add(line)
      beating ??= setInterval(() => writeTo(lines, heartbeat), heartbeatMs).unref()
      return () => leave(line, channels)
    },
    close() {
      isClosed = true
      for (const line of lines) line.end()
      audiences.clear()
      lines.clear()
      clearInterval(beating)
    },
  }
}

/** What says that a stream of server-sent events follows. */
export const liveHeaders: Readonly<Record<string, string>> = {
  "Content-Type": "text/event-stream; charset=utf-8",
  "Cache-Control": "no-cache, no-transform",
  "X-Accel-Buffering": "no",
}
