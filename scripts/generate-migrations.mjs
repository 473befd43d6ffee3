// Both migration folders from the one schema, always together: `npm run db:generate -- <tag>`.
import { spawnSync } from "node:child_process"

const name = process.argv[2]
if (!name) {
  console.error("Give the migration a name: npm run db:generate -- add_something")
  process.exit(1)
}
const extra = process.argv.slice(3)
for (const [dialect, url] of [
  ["sqlite", "data/unused.db"],
  ["postgresql", "postgres://unused"],
]) {
  const out = dialect === "sqlite" ? "migrations/sqlite" : "migrations/postgres"
  const { status } = spawnSync(
    "npx",
    [
      "drizzle-kit",
      "generate",
      "--dialect",
      dialect,
      "--schema",
      "./db/schema/*.ts",
      "--out",
      out,
      "--name",
      name,
      ...extra,
    ],
    { stdio: "inherit", env: { ...process.env, DATABASE_URL: url }, shell: process.platform === "win32" },
  )
  if (status !== 0) process.exit(status ?? 1)
}
