import { execFileSync } from "node:child_process"
import { request } from "node:http"
import type { RunningServer } from "./running-server"

const megabyte = 1024 * 1024

/** What the process holds in memory now, in megabytes, as the operating system counts it. */
const memoryOf = (pid: number): number =>
  Number(execFileSync("ps", ["-o", "rss=", "-p", String(pid)], { encoding: "utf8" })) / 1024

export type LargeBody = {
  contentType: string
  /** What comes before so many megabytes of the letter x, and after them. */
  head: string
  megabytes: number
  tail: string
}

const boundary = "----a-boundary-of-this-test"

/** A form with one file of so many megabytes, made while it is sent. */
export const aLargeFile = (name: string, fileName: string, megabytes: number): LargeBody => ({
  contentType: `multipart/form-data; boundary=${boundary}`,
  head: [
    `--${boundary}`,
    `Content-Disposition: form-data; name="${name}"; filename="${fileName}"`,
    "Content-Type: application/octet-stream",
    "",
    "",
  ].join("\r\n"),
  megabytes,
  tail: `\r\n--${boundary}--\r\n`,
})

/** Sends the whole of it whatever is answered meanwhile, and says by how much the server grew at most. */
export async function sendLarge(
  server: RunningServer,
  path: string,
  cookie: string,
  body: LargeBody,
): Promise<{ status: number; text: string; grownMegabytes: number }> {
  const before = memoryOf(server.pid)
  let highest = before
  const outgoing = request(new URL(path, server.origin), {
    method: "POST",
    headers: { Origin: server.origin, Cookie: cookie, "Content-Type": body.contentType },
  })
  const answered = new Promise<{ status: number; text: string }>((done, failed) => {
    outgoing.once("error", failed)
    outgoing.once("response", incoming => {
      let text = ""
      incoming.setEncoding("utf8")
      incoming.on("data", part => {
        text += part
      })
      incoming.once("end", () => done({ status: incoming.statusCode!, text }))
      incoming.once("error", failed)
    })
  })
  const part = Buffer.alloc(megabyte, "x")
  const send = (bytes: string | Buffer) => new Promise<void>(taken => outgoing.write(bytes, () => taken()))
  await send(body.head)
  for (let sent = 1; sent <= body.megabytes; sent += 1) {
    await send(part)
    if (sent % 10 === 0) highest = Math.max(highest, memoryOf(server.pid))
  }
  outgoing.end(body.tail)
  return { ...(await answered), grownMegabytes: highest - before }
}
