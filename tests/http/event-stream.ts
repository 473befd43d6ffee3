import type { LiveEvent } from "~/web/live"
import type { Visitor } from "./visitor"

export type EventStream = {
  /** What was heard so far, in order. */
  events: LiveEvent[]
  /** Waits for more to be heard until this holds. */
  until: (isThere: (events: LiveEvent[]) => boolean) => Promise<void>
  /** How it came to an end: told so by the server, or with the line cut. */
  end: Promise<"ended" | "cut">
}

/** Listens as a page does. The server has taken the listener on when this resolves; it ends with the server. */
export async function listen(visitor: Visitor, path: string): Promise<EventStream> {
  const response = await visitor.get(path, { Accept: "text/event-stream" })
  if (response.status !== 200) throw new Error(`the stream was answered ${response.status}`)
  const events: LiveEvent[] = []
  let waiting: (() => void)[] = []
  const wake = () => {
    const woken = waiting
    waiting = []
    for (const go of woken) go()
  }
  async function read(): Promise<"ended" | "cut"> {
    const reader = response.body!.getReader()
    const decoder = new TextDecoder()
    let text = ""
    try {
      for (let part = await reader.read(); !part.done; part = await reader.read()) {
        text += decoder.decode(part.value, { stream: true })
        const messages = text.split("\n\n")
        text = messages.pop()!
        for (const message of messages)
          if (message.startsWith("data: ")) events.push(JSON.parse(message.slice("data: ".length)) as LiveEvent)
        wake()
      }
      return "ended"
    } catch {
      return "cut"
    } finally {
      wake()
    }
  }
  const end = read()
  return {
    events,
    end,
    until: async isThere => {
      while (!isThere(events)) await new Promise<void>(go => waiting.push(go))
    },
  }
}
