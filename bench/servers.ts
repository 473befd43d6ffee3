import { type ChildProcess, spawn } from "node:child_process"
import { readFileSync } from "node:fs"
import { createInterface } from "node:readline"

export type Server = {
  origin: string
  /** Processor time it has used, in ms; 0 where the system does not say. */
  cpuTime: () => number
  stop: () => Promise<void>
  /** What its probe said, in order: see probe.mjs. */
  probed: { what: string; value: string }[]
  /** What memory it holds once the garbage is gone; only of a server with a probe. */
  readMemory: () => Promise<{ rss: number; held: number }>
}

const msPerTick = 10

/** Of Linux: the fields after the name, of which the 12th and 13th are time in the process and in the kernel. */
function readCpuTime(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]!.split(" ")
    return (Number(fields[11]) + Number(fields[12])) * msPerTick
  } catch {
    return 0
  }
}

const probe = ["--expose-gc", "--import", "./bench/probe.mjs"]

/** A server of its own process; `sign` finds the port in what it prints. */
export async function startProcess(args: string[], env: Record<string, string>, sign: RegExp): Promise<Server> {
  const child: ChildProcess = spawn(process.execPath, args, {
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "inherit"],
  })
  // A bench that fails must not leave its server behind: the pipe to it would keep the bench waiting for ever.
  process.once("exit", () => child.kill("SIGKILL"))
  const probed: Server["probed"] = []
  let tell = () => {}
  const port = await new Promise<string>((found, failed) => {
    let said = ""
    createInterface({ input: child.stdout! }).on("line", line => {
      const [, what, value] = /^probe (\w+) (.*)$/.exec(line) ?? []
      if (what && value) {
        probed.push({ what, value })
        tell()
      } else said += `${line}\n`
      const match = sign.exec(line)
      if (match) found(match[1]!)
    })
    child.once("exit", () => failed(new Error(`the server ended:\n${said}`)))
  })
  return {
    origin: `http://127.0.0.1:${port}`,
    cpuTime: () => readCpuTime(child.pid!),
    stop: async () => {
      const ended = new Promise(done => child.once("exit", done))
      child.kill("SIGTERM")
      await ended
    },
    probed,
    readMemory: async () => {
      const before = probed.filter(({ what }) => what === "memory").length
      const answered = new Promise<void>(done => {
        tell = () => probed.filter(({ what }) => what === "memory").length > before && done()
      })
      child.kill("SIGUSR2")
      await answered
      return JSON.parse(probed.findLast(({ what }) => what === "memory")!.value) as { rss: number; held: number }
    },
  }
}

export const startOurs = (folder: string, env: Record<string, string> = {}, isProbed = false): Promise<Server> =>
  startProcess(
    [...(isProbed ? probe : []), "build/server/index.js"],
    { DATA_DIR: folder, PORT: "0", LOG_LEVEL: "silent", NODE_ENV: "production", ...env },
    /127\.0\.0\.1:(\d+)/,
  )

export const startBare = (file: string, mode: "one" | "shared"): Promise<Server> =>
  startProcess(["bench/bare-server.mjs", file, mode], {}, /listening (\d+)/)

export const startBroadcaster = (file: string): Promise<Server> =>
  startProcess([...probe, "bench/bare-broadcaster.mjs", file], {}, /listening (\d+)/)
