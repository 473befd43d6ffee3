import { join } from "node:path"
import { BackupError, backUp, backupName, restore } from "#db/backup"
import { migrateDatabase } from "#db/migrate"
import type { Environment } from "~/web/environment"
import { settleAfterRestore } from "./after-restore"
import { resetPasswordFromTerminal } from "./reset-password"
import { type RunningServer, startServer } from "./start"

const words = "migrate、backup [文件夹]、restore <备份文件>、reset-password <登录名>、demo"

/** Runs one word of the command line; without one it serves. */
export async function runCommand(environment: Environment, word: string | undefined, rest: string[]): Promise<void> {
  try {
    await run(environment, word, rest)
  } catch (error) {
    throw error instanceof BackupError ? new Error(sentenceOf(error)) : error
  }
}

async function run(environment: Environment, word: string | undefined, rest: string[]): Promise<void> {
  const { databaseUrl } = environment
  switch (word) {
    case undefined:
      return serve(environment)
    case "migrate": {
      const count = await migrate(environment)
      console.log(count === 0 ? "数据库已经是最新的。" : `数据库升级完成，共${count}步。`)
      return
    }
    case "backup": {
      const path = await backUp(databaseUrl, rest[0] ?? backupFolder(environment), backupName(databaseUrl, new Date()))
      console.log(`备份好了：${path}\n请把它拷到另一处（移动硬盘、U盘）保存。`)
      return
    }
    case "restore": {
      if (!rest[0]) throw new Error("请写明要恢复哪个备份文件：npm run restore -- data/backups/文件名")
      const aside = restore(databaseUrl, rest[0], new Date())
      await migrate(environment)
      const { annulled, behind } = await settleAfterRestore(environment)
      console.log(`已恢复到备份时的样子。${aside ? `\n原来的数据留在：${aside}` : ""}`)
      if (annulled > 0) console.log(`备份时有${annulled}轮表决还没有公布，已作废，请重新表决。`)
      if (behind > 0) console.log("备份以后档案又签过名。请管理员登录，在“文书”的“档案”页写明原因，接着签名。")
      return
    }
    case "reset-password": {
      if (!rest[0]) throw new Error("请写明谁的密码：npm run reset-password -- 登录名")
      console.log(await resetPasswordFromTerminal(environment, rest[0]))
      return
    }
    case "demo": {
      const { runDemo } = await import("./demo")
      return runDemo(environment)
    }
    default:
      throw new Error(`没有“${word}”这个命令。可用的有：${words}。`)
  }
}

const backupFolder = (environment: Environment) => join(environment.dataDir, "backups")

/** Migrates; a database that already holds something is backed up first. */
export const migrate = (environment: Environment): Promise<number> =>
  migrateDatabase(environment.databaseUrl, {
    beforeChange: async () => {
      const name = backupName(environment.databaseUrl, new Date(), "before-migration")
      await backUp(environment.databaseUrl, backupFolder(environment), name)
    },
  })

async function serve(environment: Environment): Promise<void> {
  if (environment.autoMigrate) await migrate(environment)
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

const sentenceOf = ({ fault, detail }: BackupError): string =>
  ({
    notFound: `没有找到文件：${detail}`,
    damaged: `这个备份文件已损坏，没有恢复，现有数据没有动。（${detail}）`,
    notOurs: "这个文件不是议事驿站的备份，没有恢复，现有数据没有动。",
    inUse: "议事驿站还在运行，请先停下它再恢复。现有数据没有动。",
    toolMissing: `本机没有${detail}，请先安装PostgreSQL的客户端工具。`,
    toolFailed: `没有办成：${detail}`,
  })[fault]
