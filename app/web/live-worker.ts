/// <reference lib="webworker" />
/**
 * One stream of live events for all tabs of a browser: HTTP/1.1 allows six connections to a host, and six tabs with one
 * each would freeze it. Holds the union of the channels of every tab of a community.
 */

type Wish = { slug: string; channels: string[] }
type Stream = {
  source: EventSource | null
  channels: string
  retry: number
  timer: ReturnType<typeof setTimeout> | undefined
}

const scope = self as unknown as SharedWorkerGlobalScope
const wishes = new Map<MessagePort, Wish>()
const streams = new Map<string, Stream>()
const longestPauseMs = 30_000

const portsOf = (slug: string) => [...wishes].filter(([, wish]) => wish.slug === slug)

/** Opens, changes or ends the stream of a community, so that it carries what its tabs wish for. */
function settle(slug: string): void {
  const channels = [...new Set(portsOf(slug).flatMap(([, wish]) => wish.channels))].sort()
  const stream = streams.get(slug) ?? { source: null, channels: "", retry: 1_000, timer: undefined }
  if (channels.length === 0) {
    stream.source?.close()
    clearTimeout(stream.timer)
    streams.delete(slug)
    return
  }
  streams.set(slug, stream)
  const wanted = channels.join(" ")
  if (stream.channels === wanted && stream.source) return
  stream.channels = wanted
  connect(slug, stream)
}

function connect(slug: string, stream: Stream): void {
  stream.source?.close()
  clearTimeout(stream.timer)
  const query = new URLSearchParams(stream.channels.split(" ").map(channel => ["channel", channel]))
  const source = new EventSource(`/c/${encodeURIComponent(slug)}/live?${query}`)
  stream.source = source
  source.onopen = () => {
    stream.retry = 1_000
    // Something may have changed while nobody listened.
    for (const [port] of portsOf(slug)) port.postMessage({ channel: null })
  }
  source.onmessage = event => {
    const { channel } = JSON.parse(event.data) as { channel: string }
    for (const [port, wish] of portsOf(slug)) if (wish.channels.includes(channel)) port.postMessage({ channel })
  }
  source.onerror = () => {
    // The browser itself tries again while the network is away, and gives up on an answer that is no stream.
    if (source.readyState !== EventSource.CLOSED || stream.source !== source) return
    stream.source = null
    stream.timer = setTimeout(() => connect(slug, stream), stream.retry)
    stream.retry = Math.min(stream.retry * 2, longestPauseMs)
  }
}

scope.onconnect = event => {
  const port = event.ports[0]
  if (!port) return
  port.onmessage = ({ data }: MessageEvent<Wish | null>) => {
    const before = wishes.get(port)?.slug
    if (data) wishes.set(port, data)
    else wishes.delete(port)
    if (before && before !== data?.slug) settle(before)
    if (data) settle(data.slug)
  }
}
