import { ctxOf, notHere } from "~/people/gate"
import { findSignedIn, sessionIdOf } from "~/people/sessions"
import { quickRoutes } from "~/quick-routes"
import { sentences } from "~/refusals"
import { errorWordsOf, ownSentence } from "~/ui/error-words"
import type { Installation, RequestFacts } from "~/web/context"
import { logAnswer, neverKept, recognise, requestFactsOf, sealOf } from "~/web/guard"
import { type Logger, traceOf } from "~/web/log"
import { jsonAnswer, type QuickAnswer, type QuickRequest, type QuickRoute } from "~/web/quick"
import { sentenceAnswer } from "./sentence-page"

export type QuickMatch = { route: QuickRoute; params: Record<string, string> }

/** Where a request came from, and by which of our addresses. */
type Connection = Pick<RequestFacts, "address" | "origin">

const finding = { findSignedIn, seatSessionIdOf: sessionIdOf }

const shapes = quickRoutes.map(route => ({ route, parts: route.pattern.split("/") }))

/**
 * The quick route at a path, if there is one: as the framework matches, without regard to capitals, with or without a slash
 * at the end. The path is one that can be decoded: the door has seen to it.
 */
export function findQuickRoute(path: string): QuickMatch | null {
  const given = (path.endsWith("/") ? path.slice(0, -1) : path).split("/")
  const found = shapes.find(
    ({ parts }) => parts.length === given.length && parts.every((part, at) => isPart(part, given[at]!)),
  )
  if (!found) return null
  const params: Record<string, string> = {}
  for (const [at, part] of found.parts.entries())
    if (part.startsWith(":")) params[part.slice(1)] = decodeURIComponent(given[at]!)
  return { route: found.route, params }
}

const isPart = (part: string, given: string): boolean =>
  part.startsWith(":") ? given !== "" : part === given || part === given.toLowerCase()

/**
 * Answers what the quick door takes, as the framework would: behind the same guard and the same gate, under the same
 * headers, with the same line in the log; and what goes wrong is told in the same sentences.
 */
export const createQuickDoor =
  (installation: Installation, log: Logger) =>
  async ({ route, params }: QuickMatch, request: QuickRequest, connection: Connection): Promise<QuickAnswer> => {
    const startedAt = performance.now()
    const facts = requestFactsOf(request, connection)
    const { method } = request
    const { pattern } = route
    const answer = await answerPastGate(installation, route, params, request, facts).catch((error: unknown) => {
      const thrown = thrownAnswer(error)
      if (!thrown) log.error({ id: facts.requestId, pattern, stack: traceOf(error) })
      const { status, sentence } = thrown ?? { status: 500, sentence: errorWordsOf(500).next }
      return refusal(request, facts, status, sentence)
    })
    logAnswer(log, facts, { method, pattern, status: answer.status, startedAt })
    return { ...answer, headers: { "Cache-Control": neverKept, ...sealOf(facts), ...answer.headers } }
  }

async function answerPastGate(
  installation: Installation,
  route: QuickRoute,
  params: Record<string, string>,
  request: QuickRequest,
  facts: RequestFacts,
): Promise<QuickAnswer> {
  await recognise(request, facts, installation, finding)
  const ctx = await ctxOf(installation, facts, params.community ?? "")
  if (!ctx) throw notHere()
  const isRead = request.method === "GET" || request.method === "HEAD"
  const act = isRead ? route.get : request.method === "POST" ? route.post : undefined
  if (!act) return refusal(request, facts, 405, errorWordsOf(405).next)
  return act({ ctx, request, params, sentences })
}

/** A refusal that was thrown, as loaders throw them; null for a fault of ours. */
function thrownAnswer(error: unknown): { status: number; sentence: string } | null {
  const { data, init } = (error ?? {}) as { data?: unknown; init?: ResponseInit | null }
  const status = init?.status
  return status ? { status, sentence: ownSentence(data) ?? errorWordsOf(status).next } : null
}

/** A page for whoever looks at the address in a browser, the sentence alone for a script. */
function refusal(request: QuickRequest, facts: RequestFacts, status: number, sentence: string): QuickAnswer {
  const isLookedAt = (request.headers.get("Accept") ?? "").includes("text/html")
  return isLookedAt ? { status, ...sentenceAnswer(status, sentence, facts) } : jsonAnswer({ sentence }, status)
}
