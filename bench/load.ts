import { type Agent, request } from "node:http"
import type { Hall, OpenVote } from "./meetings"

export type Post = { path: string; body: string; method?: string; cookie?: string }
export type Answer = { status: number; ms: number; bytes: number }

/** The body of a form. */
export const formOf = (fields: Record<string, string>) => new URLSearchParams(fields).toString()

/** A delegate's ballot, as a tablet sends it (`cast`), or as the page of the check does without scripts (`check`). */
export const ballotOf = (
  hall: Hall,
  vote: OpenVote,
  seat: OpenVote["seats"][number],
  way: "cast" | "check" = "cast",
): Post => ({
  path: `/c/${hall.slug}/m/${vote.meetingId}/vote/${vote.roundId}/${way}`,
  cookie: `seat=${seat.token}`,
  body: formOf({ choice: "for", requestKey: `key-${seat.participantId}` }),
})

/**
 * Sends every post over `connections` kept-alive connections, as fast as they are answered. They stand before the clock
 * starts: a busy Node takes in new ones one at a time, and the last of them would be measured for seconds.
 */
export async function sendAll(
  origin: string,
  posts: Post[],
  connections: number,
  agent: Agent,
): Promise<{ answers: Answer[]; seconds: number }> {
  const knock = { path: "/healthz", method: "GET", body: "" }
  await Promise.all(Array.from({ length: connections }, () => send(origin, knock, agent)))
  const answers: Answer[] = []
  let next = 0
  const startedAt = performance.now()
  const worker = async () => {
    while (next < posts.length) answers.push(await send(origin, posts[next++]!, agent))
  }
  await Promise.all(Array.from({ length: connections }, worker))
  const seconds = (performance.now() - startedAt) / 1000
  return { answers, seconds }
}

export function send(origin: string, post: Post, agent?: Agent): Promise<Answer> {
  const startedAt = performance.now()
  return new Promise((done, failed) => {
    const outgoing = request(
      new URL(post.path, origin),
      {
        method: post.method ?? "POST",
        agent,
        headers: {
          Origin: origin,
          "Content-Type": "application/x-www-form-urlencoded",
          "Content-Length": Buffer.byteLength(post.body),
          ...(post.cookie ? { Cookie: post.cookie } : {}),
        },
      },
      incoming => {
        let bytes = 0
        incoming.on("data", (chunk: Buffer) => {
          bytes += chunk.length
        })
        incoming.on("end", () => done({ status: incoming.statusCode ?? 0, ms: performance.now() - startedAt, bytes }))
      },
    )
    outgoing.on("error", failed)
    outgoing.end(post.body)
  })
}
