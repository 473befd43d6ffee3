import { isAtHead } from "#db/migrate"
import { resetPasswordAtMachine } from "~/people/local-reset"
import { sentences } from "~/refusals"
import type { Environment } from "~/web/environment"
import { speak } from "~/web/refusals"
import { openInstallation } from "./installation"

/** What is told at the terminal, once. Throws in words what stands in the way. */
export async function resetPasswordFromTerminal(environment: Environment, nameOrPhone: string): Promise<string> {
  // A mistyped folder must not become a new and empty database.
  if (!(await isAtHead(environment.databaseUrl).catch(() => false)))
    throw new Error("这里没有可用的数据库。请在平时启动议事驿站的文件夹里运行，升级后先启动一次再运行。")
  const { installation, close } = await openInstallation(environment)
  try {
    const reset = await resetPasswordAtMachine(installation, nameOrPhone)
    if (!reset.ok)
      throw new Error(
        reset.code === "not_found"
          ? `没有登录名或手机号是“${nameOrPhone}”的账号。请核对后再试。`
          : speak(sentences, reset),
      )
    const { name, loginName, password } = reset.value
    return [
      `${name}的临时密码：${password}`,
      `登录名：${loginName}`,
      "只显示这一次。登录后要改成自己的密码，原来的登录都已结束。",
    ].join("\n")
  } finally {
    await close()
  }
}
