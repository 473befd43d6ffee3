// One command for every test: `npm test`, or `npm test -- tests/chamber` for some. Closes with `N passed, N failed`.
import { spawnSync } from "node:child_process"

const { status } = spawnSync("npx", ["vitest", "run", ...process.argv.slice(2)], {
  stdio: "inherit",
  shell: process.platform === "win32",
})
process.exit(status ?? 1)
