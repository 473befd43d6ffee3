// One engine in a process of its own: told `make` on its input, it makes the document and says how long it took.
import { existsSync, readFileSync, writeFileSync } from "node:fs"
import { createInterface } from "node:readline"

const [engine, contentFile, keptFile] = process.argv.slice(2)
// Those that are installed for the bench alone lie beside what they need.
const beside = new URL(`./${engine}.mjs`, import.meta.url)
const { open } = await import(
  existsSync(beside) ? beside.href : new URL(`../peers/${engine}.mjs`, import.meta.url).href
)
const content = readFileSync(contentFile, "utf8")
/**
 * Other words and other characters each time, as one document after the other has: an engine that keeps its last work has
 * to do it anew.
 */
const numbered = number => {
  const rare = String.fromCodePoint(0x4e00 + ((number * 37) % 3000), 0x5f00 + ((number * 53) % 3000))
  return JSON.parse(content.replaceAll("〔2026〕", `〔${2026 + number}〕`).replaceAll("。", `${rare}${number}。`))
}
const { make, close } = await open(numbered(1))
let made = 0

for await (const line of createInterface({ input: process.stdin })) {
  if (line === "stop") break
  made += 1
  const words = numbered(made)
  const from = performance.now()
  const bytes = await make(words)
  const ms = performance.now() - from
  if (line === "keep") writeFileSync(keptFile, bytes)
  // From the start of the process to here: what whoever starts it for one document waits.
  console.log(JSON.stringify({ ms, sinceStart: performance.now(), bytes: bytes.length }))
}
await close?.()
process.exit(0)
