// `npm start` on a fresh checkout builds first.
import { spawnSync } from "node:child_process"
import { existsSync } from "node:fs"

if (!existsSync("build/server/index.js"))
  process.exitCode =
    spawnSync("npm", ["run", "build"], { stdio: "inherit", shell: process.platform === "win32" }).status ?? 1
