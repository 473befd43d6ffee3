import { execFileSync, spawn } from "node:child_process"
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { createInterface } from "node:readline"
import { type Content, ledgerContent, minutesContent } from "./pdf-content"

const engines = ["yishi", "bare", "typst", "pdfmake", "react-pdf", "chromium", "libreoffice"] as const
type Engine = (typeof engines)[number]

const labels: Record<Engine, string> = {
  yishi: "yishi",
  bare: "bare PDFKit, same glyphs",
  typst: "typst",
  pdfmake: "pdfmake",
  "react-pdf": "@react-pdf/renderer",
  chromium: "headless Chromium",
  libreoffice: "LibreOffice",
}

/** An engine that took longer than this is asked no more often: its median would not move. */
const mostMsEach = 15_000
const rounds = 24
/** Documents in a row at each turn, as the papers of a meeting are printed; fewer of those that take long. */
const mostInARow = 5
const mostMsInARow = 250
/** Those at the beginning still compile what they run; warm is what comes after. */
const settling = 25

type Made = { ms: number; sinceStart: number; bytes: number }
type Child = {
  make: (keep?: boolean) => Promise<Made>
  readPeak: () => number
  setTimed: (timed: boolean) => void
  stop: () => void
  keptFile: string
}

function startEngine(engine: Engine, folder: string, contentFile: string): Child {
  const keptFile = join(folder, `${engine}.pdf`)
  const child = spawn(process.execPath, ["bench/engines/child.mjs", engine, contentFile, keptFile], {
    stdio: ["pipe", "pipe", "inherit"],
  })
  const answers: ((made: Made) => void)[] = []
  const failures: ((error: Error) => void)[] = []
  createInterface({ input: child.stdout }).on("line", line => {
    if (!line.startsWith("{")) return
    failures.shift()
    answers.shift()?.(JSON.parse(line) as Made)
  })
  child.once("exit", code => {
    for (const fail of failures) fail(new Error(`ended with ${code}`))
  })
  let peak = 0
  let isTimed = false
  // Reading a process's pages holds up whoever asks for more of them: not while it is timed.
  const watching = setInterval(() => {
    if (!isTimed) peak = Math.max(peak, memoryOf(child.pid!))
  }, 100)
  return {
    keptFile,
    make: (keep = false) =>
      new Promise((made, failed) => {
        answers.push(made)
        failures.push(failed)
        child.stdin.write(keep ? "keep\n" : "make\n")
      }),
    readPeak: () => peak,
    setTimed(timed) {
      isTimed = timed
    },
    stop() {
      clearInterval(watching)
      child.kill("SIGKILL")
    },
  }
}

/** Megabytes of a process and all it started, shared pages counted once (PSS); 0 where the system does not say. */
function memoryOf(pid: number): number {
  try {
    const own = /^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, "utf8"))
    const children = readdirSync(`/proc/${pid}/task`).flatMap(task =>
      readFileSync(`/proc/${pid}/task/${task}/children`, "utf8").split(" ").filter(Boolean).map(Number),
    )
    return Number(own?.[1] ?? 0) / 1024 + children.reduce((sum, one) => sum + memoryOf(one), 0)
  } catch {
    return 0
  }
}

const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!

/** How many pages a file has, by the words of the file itself. */
const pagesOf = (file: string) => {
  try {
    return Number(/Pages:\s+(\d+)/.exec(execFileSync("pdfinfo", [file], { encoding: "utf8" }))![1])
  } catch {
    return 0
  }
}

type Figures = { cold: number; warm: number; bytes: number; peak: number; pages: number }

async function measure(name: string, folder: string, content: Content): Promise<Map<Engine, Figures>> {
  const contentFile = join(folder, `${name}.json`)
  writeFileSync(contentFile, JSON.stringify(content))
  const running = new Map<Engine, { child: Child; cold: Made; warm: number[] }>()
  // One after the other: a process started alone says what one document costs.
  for (const engine of engines) {
    const child = startEngine(engine, folder, contentFile)
    try {
      running.set(engine, { child, cold: await child.make(true), warm: [] })
    } catch (error) {
      child.stop()
      console.log(`${labels[engine]}: not measured (${String(error)})`)
    }
  }
  for (const { child } of running.values()) child.setTimed(true)
  // Then in turns, so that what else the machine does falls on all alike.
  for (let round = 0; round < rounds; round += 1)
    for (const { child, warm } of running.values()) {
      if (warm.length > 0 && warm.reduce((sum, ms) => sum + ms, 0) > mostMsEach) continue
      for (let made = 0, ms = 0; made < mostInARow && ms < mostMsInARow; made += 1) {
        const one = await child.make()
        warm.push(one.ms)
        ms += one.ms
      }
    }
  const figures = new Map<Engine, Figures>()
  for (const [engine, { child, cold, warm }] of running) {
    child.setTimed(false)
    for (let made = 0; made < mostInARow && warm.length > mostInARow; made += 1) await child.make()
    const settled = warm.slice(Math.min(settling, Math.floor(warm.length / 2)))
    figures.set(engine, {
      cold: cold.sinceStart,
      warm: median(settled),
      bytes: cold.bytes,
      peak: child.readPeak(),
      pages: pagesOf(child.keptFile),
    })
    child.stop()
  }
  return figures
}

function print(name: string, figures: Map<Engine, Figures>): void {
  const ours = figures.get("yishi")!
  console.log(`\n${name}`)
  console.log(
    `${"".padEnd(26)}${["pages", "warm ms", "ratio", "cold ms", "ratio", "kB", "peak MB"].map(one => one.padStart(9)).join("")}`,
  )
  for (const [engine, { cold, warm, bytes, peak, pages }] of figures) {
    const coldOf = engine === "bare" ? ["", ""] : [cold.toFixed(0), (cold / ours.cold).toFixed(2)]
    const cells = [pages, warm.toFixed(1), (warm / ours.warm).toFixed(2), ...coldOf, Math.round(bytes / 1024)]
    console.log(
      `${labels[engine].padEnd(26)}${[...cells, engine === "bare" ? "" : Math.round(peak)].map(one => String(one).padStart(9)).join("")}`,
    )
  }
}

/** How long a document takes, against everything else that sets pages, in one run. Ratios are to ours. */
export async function run(): Promise<void> {
  if (!existsSync("build/server/paper-worker.js"))
    throw new Error("npm run build first: ours is measured as it is served")
  if (!existsSync("bench/peers/node_modules"))
    execFileSync("npm", ["ci", "--prefix", "bench/peers"], { stdio: "inherit" })
  const folder = mkdtempSync(join(tmpdir(), "yishi-bench-pdf-"))
  try {
    const minutes = await measure("minutes", folder, minutesContent())
    print("minutes of three pages", minutes)
    const ledger = await measure("ledger", folder, ledgerContent(2400))
    print("a ledger of two hundred pages", ledger)
    const ours = minutes.get("yishi")!.warm
    const others = [...minutes].filter(([engine]) => engine !== "yishi" && engine !== "bare")
    const [next, figures] = others.toSorted(([, a], [, b]) => a.warm - b.warm)[0]!
    console.log(`\nthe fastest of the others (${labels[next]}) takes ${(figures.warm / ours).toFixed(2)} of ours, warm`)
    console.log(`ratio to bare PDFKit with the same glyphs: ${(ours / minutes.get("bare")!.warm).toFixed(2)}`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
