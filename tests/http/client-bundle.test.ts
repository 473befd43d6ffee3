import { readdirSync, readFileSync } from "node:fs"
import { expect, test } from "vitest"

const scripts = "build/client/assets"

/** Marks of what belongs to the server alone. */
const ofTheServer = /drizzle:|better-sqlite3|node-postgres|argon2|externalized for browser|pdfkit/i

test("no script a browser loads brings the database, the passwords or the typesetter along", () => {
  const files = readdirSync(scripts).filter(name => name.endsWith(".js"))
  expect(files.length).toBeGreaterThan(50)
  expect(files.filter(name => ofTheServer.test(readFileSync(`${scripts}/${name}`, "utf8")))).toEqual([])
})
