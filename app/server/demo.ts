import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { buildDemoCommunity, type DemoSignIn } from "~/demo/community"
import { type DemoBoard, type DemoSeat, listDemoSeats, readDemoBoard } from "~/demo/seats"
import { makePassword } from "~/people/passwords"
import type { Environment } from "~/web/environment"
import { migrate, stopOnSignal } from "./commands"
import { openInstallation } from "./installation"
import { startServer } from "./start"

/**
 * Loads the demo community on its first run and serves it. Its data lie in a folder of their own: a demo never touches
 * an office's database. Its one password is made on this machine and lies beside it.
 */
export async function runDemo(given: Environment): Promise<void> {
  const dataDir = join(given.dataDir, "demo")
  const environment: Environment = {
    ...given,
    dataDir,
    databaseUrl: process.env.DATABASE_URL || join(dataDir, "yishi.db"),
    keyDir: join(dataDir, "round-keys"),
    logLevel: process.env.LOG_LEVEL ? given.logLevel : "warn",
  }
  mkdirSync(dataDir, { recursive: true })
  await migrate(environment)
  const password = readDemoPassword(join(dataDir, "password"))
  const { installation, close } = await openInstallation(environment)
  const signIns = await buildDemoCommunity(installation, password)
  const doors = { seats: await listDemoSeats(installation), board: await readDemoBoard(installation) }
  await close()

  const server = await startServer(environment)
  console.log(describeDemo(server.origins, signIns, doors, password))
  stopOnSignal(server)
}

function readDemoPassword(file: string): string {
  if (!existsSync(file)) writeFileSync(file, makePassword(), { mode: 0o600 })
  return readFileSync(file, "utf8").trim()
}

const describeDemo = (
  origins: string[],
  signIns: DemoSignIn[],
  { seats, board }: { seats: DemoSeat[]; board: DemoBoard | null },
  password: string,
): string =>
  [
    "",
    "演示社区已启动，用浏览器打开：",
    ...origins.map(origin => `  ${origin}`),
    "",
    `登录名（密码都是 ${password}）：`,
    ...signIns.map(({ loginName, what }) => `  ${loginName}　${what}`),
    "",
    "有一场会正等着表决。代表在平板或手机上打开下面的地址入座（签到码也可手填）：",
    ...seats.map(({ name, code, path }) => `  ${name}　${code}　${origins.at(-1)}${path}`),
    "",
    ...(board
      ? ["居民不用登录，打开公示栏就能看公示、反映问题、凭查询码看答复：", `  ${origins.at(-1)}${board.path}`]
      : []),
    ...(board?.issue
      ? [`  可以用这个查询码试一试：${board.issue.followCode}（${board.issue.title}，已答复，待评价）`]
      : []),
    "",
  ].join("\n")
