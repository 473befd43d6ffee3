import { type ChildProcess, spawn } from "node:child_process"
import type { AddressInfo } from "node:net"
import { createServer } from "node:net"
import { onTestFinished } from "vitest"

export type RunningServer = {
  origin: string
  /** Of the process, to ask the operating system about it. */
  pid: number
  /** Everything it wrote to its log so far. */
  log: () => string
  /** Ends it in good order; resolves with its exit code. */
  stop: () => Promise<number | null>
  /** As when the power goes: no chance to tidy up. */
  kill: () => Promise<void>
}

const freePort = () =>
  new Promise<number>((found, failed) => {
    const probe = createServer()
    probe.once("error", failed)
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => found(port))
    })
  })

/**
 * The built server as a process of its own, on this database; ended when the test is over. With a PORT of its own it
 * comes back where another one was.
 */
export async function aServer(
  database: { url: string; folder: string },
  environment: Record<string, string> = {},
): Promise<RunningServer> {
  const port = Number(environment.PORT) || (await freePort())
  const child: ChildProcess = spawn(process.execPath, ["build/server/index.js"], {
    env: {
      ...process.env,
      NODE_ENV: "production",
      DATABASE_URL: database.url,
      DATA_DIR: database.folder,
      PORT: String(port),
      LOG_LEVEL: "info",
      ...environment,
    },
    stdio: ["ignore", "pipe", "pipe"],
  })
  let log = ""
  child.stdout!.on("data", chunk => {
    log += chunk
  })
  child.stderr!.on("data", chunk => {
    log += chunk
  })
  const ended = new Promise<number | null>(done => child.once("exit", code => done(code)))
  const running: RunningServer = {
    origin: `http://127.0.0.1:${port}`,
    pid: child.pid!,
    log: () => log,
    stop: async () => {
      child.kill("SIGTERM")
      return ended
    },
    kill: async () => {
      child.kill("SIGKILL")
      await ended
    },
  }
  onTestFinished(running.kill)
  await Promise.race([
    untilReady(`${running.origin}/readyz`),
    ended.then(() => {
      throw new Error(`the server ended before it was ready:\n${log}`)
    }),
  ])
  return running
}

async function untilReady(url: string): Promise<void> {
  for (;;) {
    const isReady = await fetch(url).then(
      response => response.ok,
      () => false,
    )
    if (isReady) return
    await new Promise(later => setTimeout(later, 50))
  }
}
