import { existsSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { MessageChannel } from "node:worker_threads"
import { Piscina } from "piscina"
import { MissingCharactersError } from "#templates/fonts"
import { type PrintPaper, printPaper } from "#templates/print-paper"
import type { PaperAnswer, PaperErrand } from "./paper-worker"

export type PaperPool = {
  print: PrintPaper
  /** Opens the fonts where papers are drawn: the first paper would wait a second for them. */
  warmUp(fontDir: string | undefined): Promise<void>
  close(): Promise<void>
}

/** Facts as long as those of some dozen pages: such a paper has a thread of its own to keep nobody waiting. */
const longFacts = 100_000
const idleMs = 60_000

/**
 * Draws papers in threads: short ones in one that stays, long ones in another that comes and goes. Where the program runs
 * from its sources, without the thread's own file, they are drawn in place.
 */
export function openPaperPool(): PaperPool {
  const filename = ["./paper-worker.js", "../paper-worker.js"]
    .map(path => fileURLToPath(new URL(path, import.meta.url)))
    .find(existsSync)
  if (!filename) return { print: printPaper, warmUp: async () => {}, close: async () => {} }
  const threads = (minThreads: number) =>
    new Piscina<PaperErrand, PaperAnswer>({ filename, minThreads, maxThreads: 1, idleTimeout: idleMs })
  // Made when the first paper is asked for: a command that prints nothing opens none.
  let short: Piscina<PaperErrand, PaperAnswer> | undefined
  let long: Piscina<PaperErrand, PaperAnswer> | undefined
  const openShort = () => {
    short ??= threads(1)
    return short
  }
  const openLong = () => {
    long ??= threads(0)
    return long
  }
  return {
    async print(template, facts, printing, onPage) {
      const isLong = JSON.stringify(facts).length > longFacts
      const channel = onPage ? new MessageChannel() : null
      channel?.port1.on("message", ([done, total]: [number, number]) => onPage?.(done, total))
      const errand: PaperErrand = { template: template.name, facts, printing, progress: channel?.port2 ?? null }
      const transferList = channel ? [channel.port2] : []
      try {
        const answer = await (isLong ? openLong() : openShort()).run(errand, { transferList })
        if ("missing" in answer) throw new MissingCharactersError(answer.missing)
        return answer.content
      } finally {
        channel?.port1.close()
      }
    },
    async warmUp(fontDir) {
      await openShort().run({ warmUp: true, fontDir })
    },
    async close() {
      await Promise.all([short?.destroy(), long?.destroy()])
    },
  }
}
