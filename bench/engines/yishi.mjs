// Ours, as the server's thread does it.
import { pathToFileURL } from "node:url"

export async function open() {
  const { default: draw } = await import(pathToFileURL(`${process.cwd()}/build/server/paper-worker.js`).href)
  return {
    make: async ({ template, facts, printing }) => (await draw({ template, facts, printing, progress: null })).content,
  }
}
