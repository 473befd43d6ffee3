import { pathToFileURL } from "node:url"
import { readEnvironment } from "~/web/environment"

export { createHandler } from "./server/handler"
export { openInstallation } from "./server/installation"
export { startServer } from "./server/start"

/** `node build/server/index.js [migrate | backup | restore <file> | reset-password <login> | demo]`; without a word it serves. */
async function main(word: string | undefined, rest: string[]): Promise<void> {
  const environment = readEnvironment(process.env)
  const commands = await import("./server/commands")
  await commands.runCommand(environment, word, rest)
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  main(process.argv[2], process.argv.slice(3)).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  })
}
