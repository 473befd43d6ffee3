import type { Database } from "#db/client"
import { auditEntries } from "#db/schema/registry"
import { imports } from "#db/schema/registry-imports"
import { type Answer, answerOf, faultOfRefusal, secretsIn } from "./access-answers"
import { countsAs, isMember, type Member, mayNot, type Who } from "./access-people"
import type { Act, Row } from "./access-row"
import type { AccessWorld, House } from "./access-world"
import { changedTables, readEveryTable } from "./written-rows"

export const addressOf = (house: House, at: string) => `/c/${house.slug}${at}`

/** Everyone else presses the button, on the page and as a script would; not one row may be written. */
export async function faultsOfOthers(access: AccessWorld, row: Row, act: Act): Promise<string[]> {
  const { at, form } = await act.press(access.here, holderOf(act), access)
  const { db } = access.here.world
  const before = await readEveryTable(db)
  const path = addressOf(access.here, at)
  const [address, query] = path.split("?")
  // What one typed oneself comes back with the refusal; whoever may read the page reads it all the same.
  const own = form instanceof FormData ? [] : secretsIn(JSON.stringify(form))
  const post = async (who: Who, to: string): Promise<Answer> => {
    const headers = { Referer: access.server.origin + path }
    const answer = await answerOf(access.visitor(who).post(to, form, headers))
    const known = row.read.includes(countsAs(who)) ? secretsIn(answer.text) : own
    return { ...answer, text: known.reduce((text, word) => text.replaceAll(word, ""), answer.text) }
  }
  const faults = await Promise.all(
    mayNot(act.by).map(async who => {
      const answer = await post(who, path)
      // What a member may not even see is not there for him either.
      const isHidden = answer.status === 404 && isMember(who) && secretsIn(answer.text).length === 0
      const fault = isHidden ? null : faultOfRefusal(who, row, address!, answer)
      if (!byScriptToo.includes(who)) return [fault && `${who} ${fault}`]
      const byScript = await post(who, `${address}.data?${query ?? ""}`)
      const told = secretsIn(byScript.text)
      return [
        fault && `${who} ${fault}`,
        told.length > 0 && `${who} is told by script ${told.join()}`,
        byScript.status === 200 && !act.writesNothing && `${who} is answered by script`,
      ]
    }),
  )
  const changed = changedTables(before, await readEveryTable(db))
  return textsOf([...faults.flat(), changed.length > 0 && `others wrote ${changed.join()}`])
}

/** The same function answers a script: these try whether the doors before it stand. */
const byScriptToo: readonly Who[] = ["viewer", "delegate", "seatElsewhere", "stranger", "outsider"]

const textsOf = (found: (string | null | false)[]): string[] => found.filter(one => typeof one === "string")

/** Each who may presses it on a thing of his own; it must do what it says, and the log must know. */
export async function faultsOfHolders(access: AccessWorld, act: Act): Promise<string[]> {
  const faults: string[] = []
  const { db } = access.here.world
  for (const who of act.by) {
    const { at, form, seat } = await act.press(access.here, who as Member, access)
    const before = await readTraces(db, act)
    const { status } = await answerOf(access.visitor(who, seat).post(addressOf(access.here, at), form))
    await untilEveryTableIsRead(access)
    const after = await readTraces(db, act)
    const isChanged = changedTables(before.held, after.held).length > 0
    const wrote = after.logged > before.logged ? "logged" : isChanged ? "unlogged" : "nothing"
    if (status !== 200 && status !== 303) faults.push(`${who} is answered ${status}`)
    else if (wrote !== (act.writesNothing ? "nothing" : act.isUnlogged ? "unlogged" : "logged"))
      faults.push(`${who} is answered ${status}, and wrote ${wrote}`)
  }
  return faults
}

/** Every write leaves a row in the log; what must not, a row elsewhere. */
const readTraces = async (db: Database, { isUnlogged }: Act) => ({
  logged: await db.read.$count(auditEntries),
  held: isUnlogged ? await readEveryTable(db) : {},
})

const holderOf = (act: Act): Member => (act.by.find((who: Who) => isMember(who)) ?? "secretary") as Member

/** An uploaded table is read after the answer; what that writes must not be counted against the next in line. */
async function untilEveryTableIsRead({ here }: AccessWorld): Promise<void> {
  for (;;) {
    const states = await here.world.db.read.select({ state: imports.state }).from(imports)
    if (states.every(({ state }) => state !== "reading")) return
    await new Promise(later => setTimeout(later, 10))
  }
}
