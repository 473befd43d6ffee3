import { spawnSync } from "node:child_process"
import { existsSync, readdirSync, statSync } from "node:fs"
import { join } from "node:path"

const built = "build/server/index.js"

/** The newest change below these places, in ms. */
const newest = (places: string[]): number =>
  Math.max(
    ...places.flatMap(place =>
      statSync(place).isDirectory()
        ? readdirSync(place, { recursive: true, encoding: "utf8" }).map(name => statSync(join(place, name)).mtimeMs)
        : [statSync(place).mtimeMs],
    ),
  )

/** Builds what the HTTP and browser tests start, unless the build is newer than everything it is made of. */
export default function setup() {
  const sources = ["app", "db", "templates", "public", "vite.config.ts", "react-router.config.ts", "package.json"]
  if (existsSync(built) && statSync(built).mtimeMs > newest(sources)) return
  const { status } = spawnSync("npm", ["run", "build"], {
    stdio: "inherit",
    shell: process.platform === "win32",
    // The runner's own `test` would give React's development build.
    env: { ...process.env, NODE_ENV: "production" },
  })
  if (status !== 0) throw new Error("the build failed")
}
