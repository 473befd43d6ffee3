import { spawn } from "node:child_process"
import { mkdtempSync, rmSync } from "node:fs"
import { join } from "node:path"
import { onTestFinished } from "vitest"
import type { Errand } from "./vote-until-killed"

export type VotingProcess = {
  /** Sends the errand off and kills the process with SIGKILL after so many receipts, or leaves it until all were sent. */
  run: (
    errand: Errand,
    killAfter: number | null,
  ) => Promise<{ received: string[]; refused: string[]; wasKilled: boolean }>
}

/** Makes `vote-until-killed.ts` one plain file: fifty of it start faster than one that is compiled as it starts. */
export async function buildVotingProcess(): Promise<() => VotingProcess> {
  const { build } = await import("vite")
  // Where packages are found from.
  const folder = mkdtempSync(join(process.cwd(), "node_modules", ".voting-process-"))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  await build({
    configFile: false,
    logLevel: "silent",
    resolve: { tsconfigPaths: true },
    build: { ssr: "tests/chamber/vote-until-killed.ts", outDir: folder, copyPublicDir: false, minify: false },
  })
  return () => startVotingProcess(join(folder, "vote-until-killed.js"))
}

function startVotingProcess(file: string): VotingProcess {
  const child = spawn(process.execPath, [file], { stdio: ["pipe", "pipe", "pipe"] })
  onTestFinished(() => void child.kill("SIGKILL"))
  // The errand may meet a process that is dead already.
  child.stdin.on("error", () => {})
  let complaints = ""
  child.stderr.on("data", text => {
    complaints += text
  })
  return {
    run: async (errand, killAfter) => {
      let said = ""
      let wasKilled = false
      child.stdin.write(`${JSON.stringify(errand)}\n`)
      child.stdout.on("data", text => {
        said += text
        if (said.endsWith("all sent\n")) child.kill("SIGKILL")
        // The kill falls wherever the process is by then: between ballots, within one, or in the middle of a commit.
        else if (killAfter !== null && said.split("\n").length > killAfter)
          wasKilled = child.kill("SIGKILL") || wasKilled
      })
      const signal = await new Promise(ended => child.once("close", (_code, signal) => ended(signal)))
      if (signal !== "SIGKILL") throw new Error(`the voting process ended by itself:\n${complaints}`)
      const lines = said
        .split("\n")
        .slice(0, -1)
        .filter(line => line !== "all sent")
      const received = lines.filter(line => line.endsWith(" received")).map(line => line.split(" ")[0]!)
      return {
        received,
        refused: lines.filter(line => !line.endsWith(" received")),
        wasKilled: wasKilled && !said.endsWith("all sent\n"),
      }
    },
  }
}
