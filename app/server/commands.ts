import { migrateDatabase } from "#db/migrate"
import type { Environment } from "~/web/environment"
import { type RunningServer, startServer } from "./start"

/** Runs one word of the command line. */
export async function runCommand(environment: Environment, word: string | undefined, rest: string[]): Promise<void> {
  switch (word) {
    case undefined:
      return serve(environment)
    case "migrate": {
      const count = await migrateDatabase(environment.databaseUrl)
      console.log(count === 0 ? "数据库已经是最新的。" : `数据库升级完成，共${count}步。`)
      return
    }
    default:
      throw new Error(`没有“${[word, ...rest].join(" ")}”这个命令。可用的有：migrate、backup、restore、demo。`)
  }
}

async function serve(environment: Environment): Promise<void> {
  if (environment.autoMigrate) await migrateDatabase(environment.databaseUrl)
  const server = await startServer(environment)
  console.log(`议事驿站已启动：\n${server.origins.map(origin => `  ${origin}`).join("\n")}`)
  stopOnSignal(server)
}

/** Ends in good order on the first signal, at once on the second. */
export function stopOnSignal(server: RunningServer): void {
  let isStopping = false
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.on(signal, () => {
      if (isStopping) process.exit(1)
      isStopping = true
      server.stop().then(
        () => process.exit(0),
        () => process.exit(1),
      )
    })
}
