import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"
import { answerOf, faultOfPage, faultOfRefusal, look, secretsIn } from "./access-answers"
import { isMember, mayNot, type Who } from "./access-people"
import { addressOf, faultsOfHolders, faultsOfOthers } from "./access-pressing"
import type { Row } from "./access-row"
import { openPatterns, rows } from "./access-table"
import { anAccessWorld } from "./access-world"
import { listEveryRoute } from "./every-route"
import { changedTables, readEveryTable } from "./written-rows"

test("every address of the house stands in the table, with every button it has", () => {
  const routes = listEveryRoute()
  const known = [...openPatterns, ...rows.map(row => row.pattern)]
  expect(routes.map(route => route.pattern).filter(pattern => !known.includes(pattern))).toEqual([])
  expect(known.filter(pattern => !routes.some(route => route.pattern === pattern))).toEqual([])
  const inTable = routes.filter(route => !openPatterns.includes(route.pattern))
  const actsOf = (pattern: string) => rows.filter(row => row.pattern === pattern).flatMap(row => row.acts ?? [])
  const ofOtherMind = inTable.filter(route => route.hasAction !== actsOf(route.pattern).length > 0)
  expect(ofOtherMind.map(route => route.pattern)).toEqual([])
  const missing = inTable.flatMap(route => {
    const named = actsOf(route.pattern).map(act => act.intent)
    const unnamed = intentsIn(route.file).filter(intent => !named.includes(intent))
    return unnamed.map(intent => `${route.pattern} ${intent}`)
  })
  expect(missing).toEqual([])
})

/** The buttons a page names, in its own file or in those of its room that read its form, and the forms those put together. */
function intentsIn(file: string): string[] {
  const page = readFileSync(`app/${file}`, "utf8")
  const room = file.split("/")[0]!
  const beside = new Set(roomImports(room, `app/${file}`, page))
  for (const path of beside)
    if (/-(forms?|actions)\.ts$/.test(path))
      for (const next of roomImports(room, path, readFileSync(path, "utf8")))
        if (/-forms?\.ts$/.test(next)) beside.add(next)
  const forms = [page, ...[...beside].map(path => readFileSync(path, "utf8"))].join("\n")
  const lists = [...forms.matchAll(/intent: z\.enum\(\s*\[([^\]]*)\]/g)].flatMap(([, list]) =>
    [...list!.matchAll(/"([\w-]+)"/g)].map(([, word]) => word!),
  )
  const words = [
    ...forms.matchAll(/intent: z\.literal\("([\w-]+)"/g),
    ...page.matchAll(/(?:\bcase |\bintent === )"([\w-]+)"/g),
  ]
  return [...new Set([...lists, ...words.map(([, word]) => word!)])]
}

test("every page is shown to those who may see it, and to nobody else", async () => {
  const access = await anAccessWorld()
  const { here } = access
  const before = await readEveryTable(here.world.db)
  const faults: string[] = []
  for (const row of rows) {
    const path = addressOf(here, row.at(here))
    const refusals = mayNot(row.read).map(async who => {
      const fault = faultOfRefusal(who, row, path, await look(access.visitor(who), path))
      if (fault) faults.push(`${path} ${who} ${fault}`)
    })
    await Promise.all(refusals)
  }
  expect(faults).toEqual([])
  expect(changedTables(before, await readEveryTable(here.world.db)), "written by looking").toEqual([])
  for (const row of rows) {
    const path = addressOf(here, row.at(here))
    const pages = row.read.map(async who => {
      const fault = faultOfPage(who, here.slug, await look(access.visitor(who), path))
      if (fault) faults.push(`${path} ${fault}`)
    })
    await Promise.all(pages)
  }
  expect(faults).toEqual([])
  const sheet = await look(access.visitor("secretary"), addressOf(here, `/issues/${here.things.issueId}`))
  expect(secretsIn(sheet.text), "whoever may see it does").toContain("寅女士")
})

test("a reporter's telephone reaches those who work on issues, not those who only read them", async () => {
  const access = await anAccessWorld()
  const path = addressOf(access.here, `/issues/${access.here.things.issueId}`)
  for (const who of ["administrator", "reviewer", "viewer"] as const)
    for (const asked of [
      path,
      `${path}.data`,
      addressOf(access.here, "/issues"),
      addressOf(access.here, "/issues.data"),
    ])
      expect((await look(access.visitor(who), asked)).text, `${who} ${asked}`).not.toContain("13900000001")
  for (const who of ["secretary", "gridWorker"] as const)
    expect((await look(access.visitor(who), path)).text).toContain("13900000001")
})

test("what pages fetch by script is kept from the same people", async () => {
  const access = await anAccessWorld()
  const routeOf = new Map(listEveryRoute().map(route => [route.pattern, route]))
  const faults: string[] = []
  const faultOf = async (row: Row, who: Who, asked: string) => {
    const answer = await look(access.visitor(who), asked)
    const leaked = secretsIn(answer.text)
    if (leaked.length > 0) return `reads ${leaked.join()}`
    const isLedAway = answer.status === 202 && /SingleFetchRedirect/.test(answer.text)
    if (isLedAway && !isMember(who)) return null
    if (isLedAway && row.isHall) return null
    return [403, 404].includes(answer.status) ? null : `is answered ${answer.status}`
  }
  for (const row of rows) {
    const [path, query = ""] = addressOf(access.here, row.at(access.here)).split("?")
    // Asked for the innermost part alone, the doors before it must stand all the same.
    const { file, isQuick } = routeOf.get(row.pattern)!
    const leaf = `${path}.data?${query}&_routes=${encodeURIComponent(file.replace(/\.tsx?$/, ""))}`
    // The framework knows no parts of what is answered in front of it.
    for (const asked of [`${path}.data?${query}`, ...(isQuick ? [] : [leaf])]) {
      const refusals = mayNot(row.read).map(async who => {
        const fault = await faultOf(row, who, asked)
        if (fault) faults.push(`${asked} ${who} ${fault}`)
      })
      await Promise.all(refusals)
    }
  }
  expect(faults).toEqual([])
  const sheet = addressOf(access.here, `/issues/${access.here.things.issueId}.data`)
  expect(secretsIn((await look(access.visitor("secretary"), sheet)).text)).toContain("寅女士")
})

test("every button works for those who may press it; pressed by anyone else it writes nothing", async () => {
  const access = await anAccessWorld()
  const faults: string[] = []
  for (const row of rows)
    for (const act of row.acts ?? []) {
      const found = [...(await faultsOfOthers(access, row, act)), ...(await faultsOfHolders(access, act))]
      faults.push(...found.map(fault => `${row.pattern} ${act.intent ?? ""}: ${fault}`))
    }
  expect(faults).toEqual([])
})

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g
/** As the house makes them; what the table's forms fill in are of another kind. */
const idOfTheHouse = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/

test("what belongs to the other community, or to nobody, is not there", async () => {
  const access = await anAccessWorld()
  const { here, elsewhere } = access
  const before = await readEveryTable(here.world.db)
  const faults: string[] = []
  for (const row of rows) {
    const foreign = addressOf(here, row.at(elsewhere))
    if (!idOfTheHouse.test(foreign)) continue
    const invented = foreign.replace(uuid, () => crypto.randomUUID())
    for (const path of [foreign, invented])
      for (const who of row.read) {
        const { status, location, text } = await look(access.visitor(who), path)
        const isToDoor = row.isHall && status === 302 && path.startsWith(location)
        if ((status !== 404 && !isToDoor) || secretsIn(text).length > 0)
          faults.push(`${path} ${who} is answered ${status} ${location}`)
      }
  }
  expect(faults).toEqual([])
  expect(changedTables(before, await readEveryTable(here.world.db))).toEqual([])
})

test("nothing is done to what belongs to the other community, nor with it", async () => {
  const access = await anAccessWorld()
  const { here, elsewhere } = access
  const { db } = here.world
  const faults: string[] = []
  for (const row of rows)
    for (const act of row.acts ?? []) {
      const who = act.by.find(isMember) ?? act.by[0]!
      const theirs = await act.press(elsewhere, who as never, access)
      const ours = await act.press(here, who as never, access)
      const before = await readEveryTable(db)
      const tries = []
      if (idOfTheHouse.test(theirs.at)) tries.push(theirs)
      if (
        !act.passesOverForeign &&
        !(theirs.form instanceof FormData) &&
        idOfTheHouse.test(JSON.stringify(theirs.form))
      )
        tries.push({ ...theirs, at: ours.at })
      for (const { at, form } of tries) {
        const { status, text } = await answerOf(access.visitor(who, ours.seat).post(addressOf(here, at), form))
        const isRefused = status >= 400 || (row.isHall && status === 302) || act.writesNothing
        // What was chosen of a list and is not there is passed over.
        const isPassedOver = status === 200 && at === ours.at
        if (!(isRefused || isPassedOver) || (at !== ours.at && secretsIn(text).length > 0))
          faults.push(`${addressOf(here, at)} ${act.intent ?? ""} ${who} is answered ${status}`)
      }
      const changed = changedTables(before, await readEveryTable(db))
      if (changed.length > 0) faults.push(`${row.pattern} ${act.intent ?? ""} wrote ${changed.join()}`)
    }
  expect(faults).toEqual([])
})

/** The files of its own room that a file imports. */
const roomImports = (room: string, file: string, text: string): string[] =>
  [...text.matchAll(/from "([^"]+)"/g)]
    .map(([, specifier]) => specifier!)
    .map(specifier => (specifier.startsWith("~/") ? `app/${specifier.slice(2)}` : join(file, "..", specifier)))
    .map(path => `${path.replaceAll("\\", "/")}.ts`)
    .filter(path => path.startsWith(`app/${room}/`) && existsSync(path))
