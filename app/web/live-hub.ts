/**
 * A change of a channel by its number; null when the line is back after a break, and anything may have changed. Or that
 * the line is lost, or that the server answered and gave no stream: the page that listens may no longer be shown.
 */
export type LiveNews = { channel: string | null; seq: number } | "lost" | "refused"
export type LiveWish = { slug: string; channels: readonly string[] }

type Member = (news: LiveNews) => void
type Stream = {
  source: EventSource | null
  channels: ReadonlySet<string>
  /** The last number heard of each channel since the line was opened. */
  last: Map<string, number>
  retry: number
  timer: ReturnType<typeof setTimeout> | undefined
  ending: ReturnType<typeof setTimeout> | undefined
  isLost: boolean
}

const longestPauseMs = 30_000
/** How long a stream outlives its last member: pages take one another's place, and nothing may be missed between them. */
const lingerMs = 5_000

/** One stream of live events a community for all its members: the tabs of a browser, or the pages of a tab. */
export function createLiveHub() {
  const wishes = new Map<Member, LiveWish>()
  const streams = new Map<string, Stream>()

  const membersOf = (slug: string) => [...wishes].filter(([, wish]) => wish.slug === slug)

  /** Opens or widens the stream of a community, or lets it end. */
  function settle(slug: string): void {
    const wanted = new Set(membersOf(slug).flatMap(([, wish]) => wish.channels))
    const stream: Stream = streams.get(slug) ?? {
      source: null,
      channels: new Set(),
      last: new Map(),
      retry: 1_000,
      timer: undefined,
      ending: undefined,
      isLost: false,
    }
    clearTimeout(stream.ending)
    if (wanted.size === 0) {
      stream.ending = setTimeout(() => {
        stream.source?.close()
        clearTimeout(stream.timer)
        streams.delete(slug)
      }, lingerMs)
      return
    }
    streams.set(slug, stream)
    if (stream.source && [...wanted].every(channel => stream.channels.has(channel))) return
    stream.channels = wanted
    connect(slug, stream)
  }

  function connect(slug: string, stream: Stream): void {
    stream.source?.close()
    clearTimeout(stream.timer)
    const query = new URLSearchParams([...stream.channels].sort().map(channel => ["channel", channel]))
    const source = new EventSource(`/c/${encodeURIComponent(slug)}/live?${query}`)
    stream.source = source
    source.onopen = () => {
      stream.retry = 1_000
      stream.isLost = false
      stream.last.clear()
      // Something may have changed while nobody listened.
      for (const [member] of membersOf(slug)) member({ channel: null, seq: 0 })
    }
    source.onmessage = event => {
      const news = JSON.parse(event.data) as { channel: string; seq: number }
      stream.last.set(news.channel, news.seq)
      for (const [member, wish] of membersOf(slug)) if (wish.channels.includes(news.channel)) member(news)
    }
    source.onerror = () => {
      if (stream.source !== source) return
      // The browser itself tries again while the network is away, and gives up on an answer that is no stream.
      stream.isLost = source.readyState !== EventSource.CLOSED
      for (const [member] of membersOf(slug)) member(stream.isLost ? "lost" : "refused")
      if (stream.isLost) return
      stream.source = null
      stream.timer = setTimeout(() => connect(slug, stream), stream.retry)
      stream.retry = Math.min(stream.retry * 2, longestPauseMs)
    }
  }

  // The device's network came or went: a stream may hang for minutes before it is noticed. Tried again, it is known.
  const tryAgain = () => {
    for (const [slug, stream] of streams) if (membersOf(slug).length > 0) connect(slug, stream)
  }
  globalThis.addEventListener?.("online", tryAgain)
  globalThis.addEventListener?.("offline", tryAgain)

  return {
    /** Tells the member of every change from now on, and of the last one before: it may have come between two pages. */
    join(member: Member, wish: LiveWish): void {
      const before = wishes.get(member)?.slug
      wishes.set(member, wish)
      if (before && before !== wish.slug) settle(before)
      settle(wish.slug)
      if (streams.get(wish.slug)?.isLost) member("lost")
      for (const [channel, seq] of streams.get(wish.slug)?.last ?? [])
        if (wish.channels.includes(channel)) member({ channel, seq })
    },
    leave(member: Member): void {
      const before = wishes.get(member)?.slug
      wishes.delete(member)
      if (before) settle(before)
    },
  }
}
