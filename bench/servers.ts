import { type ChildProcess, spawn } from "node:child_process"

export type Server = { origin: string; stop: () => Promise<void> }

/** A server of its own process; `sign` finds the port in what it prints. */
export async function startProcess(args: string[], env: Record<string, string>, sign: RegExp): Promise<Server> {
  const child: ChildProcess = spawn(process.execPath, args, {
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "inherit"],
  })
  // A bench that fails must not leave its server behind: the pipe to it would keep the bench waiting for ever.
  process.once("exit", () => child.kill("SIGKILL"))
  const port = await new Promise<string>((found, failed) => {
    let said = ""
    child.stdout!.on("data", chunk => {
      said += chunk
      const match = sign.exec(said)
      if (match) found(match[1]!)
    })
    child.once("exit", () => failed(new Error(`the server ended:\n${said}`)))
  })
  return {
    origin: `http://127.0.0.1:${port}`,
    stop: async () => {
      const ended = new Promise(done => child.once("exit", done))
      child.kill("SIGTERM")
      await ended
    },
  }
}

export const startOurs = (folder: string, env: Record<string, string> = {}): Promise<Server> =>
  startProcess(
    ["build/server/index.js"],
    { DATA_DIR: folder, PORT: "0", LOG_LEVEL: "silent", NODE_ENV: "production", ...env },
    /127\.0\.0\.1:(\d+)/,
  )

export const startBare = (file: string, mode: "one" | "shared"): Promise<Server> =>
  startProcess(["bench/bare-server.mjs", file, mode], {}, /listening (\d+)/)
