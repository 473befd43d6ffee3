import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"

/** The rooms in the order a matter walks through them. A room imports from those before it, never from those after. */
const rooms = [
  "law",
  "ui",
  "web",
  "registry",
  "people",
  "estates",
  "rulebook",
  "intake",
  "agenda",
  "convening",
  "chamber",
  "polling",
  "records",
  "followup",
  "board",
  "desk",
  "demo",
] as const
type Room = (typeof rooms)[number]

type Import = { file: string; line: string; target: string; isType: boolean }

const sources = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter(name => /\.tsx?$/.test(name))
    .map(name => join(folder, name).replaceAll("\\", "/"))

/** Every import and re-export of a file, dynamic ones too; relative paths are resolved against the file. */
function importsOf(file: string): Import[] {
  const text = readFileSync(file, "utf8")
  const found: Import[] = []
  const patterns = [
    /^(?:import|export)(\s+type)?[\w\s*{},$]*?\sfrom\s+"([^"]+)"/gm,
    /^import(\s+type)?\s+"([^"]+)"/gm,
    /\bimport(\s+type)?\("([^"]+)"\)/g,
  ]
  for (const pattern of patterns)
    for (const [line, type, specifier] of text.matchAll(pattern))
      found.push({ file, line: line.trim(), target: resolveTarget(file, specifier!), isType: Boolean(type) })
  return found
}

function resolveTarget(file: string, specifier: string): string {
  if (specifier.startsWith("~/")) return `app/${specifier.slice(2)}`
  if (specifier.startsWith("#db/")) return `db/${specifier.slice(4)}`
  if (specifier.startsWith("#templates/")) return `templates/${specifier.slice(11)}`
  if (specifier.startsWith("#tests/")) return `tests/${specifier.slice(7)}`
  if (specifier.startsWith(".")) return join(file, "..", specifier).replaceAll("\\", "/")
  return specifier
}

const roomOf = (path: string): Room | null => {
  const name = path.split("/")[1] ?? ""
  return path.startsWith("app/") && (rooms as readonly string[]).includes(name) ? (name as Room) : null
}

const appImports = sources("app").flatMap(importsOf)
const faults = (imports: Import[], isFault: (i: Import) => boolean) =>
  imports.filter(isFault).map(({ file, line }) => `${file}: ${line}`)

test("the reader of import lines finds them", () => {
  expect(appImports.length).toBeGreaterThan(200)
  expect(appImports.some(i => i.file === "app/people/entry.ts" && i.target === "app/law/result")).toBe(true)
})

test("every folder of app is a room of the house, or the server at the top", () => {
  const folders = readdirSync("app", { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(entry => entry.name)
  expect(folders.filter(name => !(rooms as readonly string[]).includes(name))).toEqual(["server"])
})

test("a room imports only from rooms before it", () => {
  expect(
    faults(appImports, ({ file, target }) => {
      const [from, to] = [roomOf(file), roomOf(target)]
      if (!from) return false
      // Of the top, rooms may not import anything; what they need is handed in.
      if (target.startsWith("app/") && !to && !target.includes("+types")) return true
      return to !== null && rooms.indexOf(to) > rooms.indexOf(from)
    }),
  ).toEqual([])
})

test("law is pure: itself, the words of the schema, and libraries for dates", () => {
  const allowed = /^(app\/law\/|db\/words$|date-fns|@date-fns\/tz|chinese-days|node:crypto$)/
  expect(faults(appImports, i => i.file.startsWith("app/law/") && !allowed.test(i.target))).toEqual([])
})

test("the rules of a room know no database, no clock and no chance", () => {
  const rules = sources("app").filter(file => file.endsWith("/rules.ts"))
  expect(rules.length).toBeGreaterThan(3)
  const rulesImports = rules.flatMap(importsOf)
  expect(
    faults(rulesImports, i => i.target.startsWith("db/") && !i.isType && !/^db\/(words|schema\/)/.test(i.target)),
  ).toEqual([])
  expect(faults(rulesImports, i => /\/(store|pages|parts)\b/.test(i.target))).toEqual([])
  const impure = /Date\.now\(|new Date\(\)|Math\.random|\bawait\b|randomBytes|randomUUID/
  expect([...rules, ...sources("app/law")].filter(file => impure.test(readFileSync(file, "utf8")))).toEqual([])
})

test("only a room's own stores speak to its tables, and pages speak to no table at all", () => {
  // Types of rows and words of columns may be named anywhere; query operators may not.
  const isStore = (file: string) => /(^|\/|-)store\.ts$/.test(file)
  const storish = new Set(["app/web/limits.ts"])
  expect(
    faults(appImports, ({ file, target }) => target === "drizzle-orm" && !isStore(file) && !storish.has(file)),
  ).toEqual([])
  expect(
    faults(appImports, ({ file, target }) => /\/(pages|parts)\//.test(file) && /(^|\/|-)store$/.test(target)),
  ).toEqual([])
})

test("components take only types from the schema: its values would bring the query builder to the browser", () => {
  const isValue = ({ file, target, isType }: Import) =>
    /\/parts\//.test(file) && /^db\/(?!words$)/.test(target) && !isType
  expect(faults(appImports, isValue)).toEqual([])
})

test("a room writes no table of another room", () => {
  const owners = new Map(
    sources("db/schema").flatMap(file =>
      [...readFileSync(file, "utf8").matchAll(/^export const (\w+) = table\(/gm)].map(([, table]) => [
        table!,
        // A large room's tables stand in several files: chamber, chamber-rounds.
        file.slice("db/schema/".length, -".ts".length).split("-")[0]!,
      ]),
    ),
  )
  expect(owners.size).toBeGreaterThan(20)
  const writes = sources("app").flatMap(file =>
    [...readFileSync(file, "utf8").matchAll(/\.(?:insert|update|delete)\((\w+)\)/g)].map(([line, table]) => ({
      file,
      line,
      owner: owners.get(table!),
    })),
  )
  expect(writes.filter(({ owner }) => owner).length).toBeGreaterThan(20)
  expect(writes.filter(({ file, owner }) => owner && owner !== file.split("/")[1])).toEqual([])
})

test("db imports nothing of app but types", () => {
  expect(faults(sources("db").flatMap(importsOf), i => i.target.startsWith("app/") && !i.isType)).toEqual([])
})

test("templates import templates, law and libraries", () => {
  expect(
    faults(
      sources("templates").flatMap(importsOf),
      i => /^(app|db|tests)\//.test(i.target) && !i.target.startsWith("app/law/"),
    ),
  ).toEqual([])
})

test("what serves tests only is not in the product", () => {
  const testOnly = /^(mupdf|pixelmatch|pngjs|jsqr|playwright-core|axe-core|fast-check|vitest|tests\/)/
  expect(
    faults([...appImports, ...["db", "templates"].flatMap(sources).flatMap(importsOf)], i => testOnly.test(i.target)),
  ).toEqual([])
})

test("no file is a barrel, and none is called by a word that says nothing", () => {
  const files = ["app", "db", "templates"].flatMap(sources)
  expect(files.filter(file => /\/(index|utils?|helpers?|misc|common)\.tsx?$/.test(file))).toEqual([])
})
