import { Agent, request } from "node:http"

export type Post = { path: string; body: string; cookie?: string }
export type Answer = { status: number; ms: number }

/** Sends every post over `connections` kept-alive connections, as fast as they are answered. */
export async function sendAll(
  origin: string,
  posts: Post[],
  connections: number,
): Promise<{ answers: Answer[]; seconds: number }> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const answers: Answer[] = []
  let next = 0
  const startedAt = performance.now()
  const worker = async () => {
    while (next < posts.length) answers.push(await send(origin, posts[next++]!, agent))
  }
  await Promise.all(Array.from({ length: connections }, worker))
  const seconds = (performance.now() - startedAt) / 1000
  agent.destroy()
  return { answers, seconds }
}

export function send(origin: string, post: Post, agent?: Agent): Promise<Answer> {
  const startedAt = performance.now()
  return new Promise((done, failed) => {
    const outgoing = request(
      new URL(post.path, origin),
      {
        method: "POST",
        agent,
        headers: {
          Origin: origin,
          "Content-Type": "application/x-www-form-urlencoded",
          "Content-Length": Buffer.byteLength(post.body),
          ...(post.cookie ? { Cookie: post.cookie } : {}),
        },
      },
      incoming => {
        incoming.resume()
        incoming.on("end", () => done({ status: incoming.statusCode ?? 0, ms: performance.now() - startedAt }))
      },
    )
    outgoing.on("error", failed)
    outgoing.end(post.body)
  })
}
