import type { Ctx } from "./context"
import type { WithText } from "./forms"
import type { Sentences } from "./refusals"

/**
 * What many tablets call in one moment is answered at the quick door, in front of the framework: no page, no Request, no
 * Response. The same guard stands before it, and an address is there or with the framework, never with both.
 */
export type QuickRequest = WithText & { method: string; search: URLSearchParams }

export type QuickAnswer = {
  status: number
  headers?: Readonly<Record<string, string>>
  body?: string
  /** Whoever asked may hear these channels: the answer is held open and told of their changes. */
  hears?: readonly string[]
}

/** One request past the gate of its community. */
export type QuickAsked = {
  ctx: Ctx
  request: QuickRequest
  params: Readonly<Record<string, string>>
  sentences: Sentences
}

export type QuickRoute = {
  /** As the framework writes them: `/c/:community/live`. Every one lies below a community. */
  pattern: `/c/:community/${string}`
  get: (asked: QuickAsked) => Promise<QuickAnswer> | QuickAnswer
  post?: (asked: QuickAsked) => Promise<QuickAnswer>
}

export const jsonAnswer = (value: unknown, status = 200): QuickAnswer => ({
  status,
  headers: { "Content-Type": "application/json" },
  body: JSON.stringify(value),
})
