import { expect, test } from "vitest"
import { aWorld } from "#tests/world"
import { consentInForce } from "~/people/consent-rules"
import { consentsInForce } from "~/people/consent-store"
import { readConsents, recordConsent } from "~/people/consents"
import { agreed, aPerson } from "./factories"

const said = { kind: "publication", given: true, means: "paper", saidOn: "2026-10-01", note: "" } as const

test("of all that someone said the newest holds, whatever was entered last", () => {
  const at = (hour: number) => new Date(Date.UTC(2026, 9, 8, hour))
  const saying = (id: string, given: boolean, saidOn: string, hour: number) => ({
    id,
    personId: "p",
    kind: "eSigning" as const,
    given,
    saidOn,
    recordedAt: at(hour),
  })
  const [early, late] = [saying("a", true, "2026-10-01", 9), saying("b", false, "2026-10-05", 1)]
  expect(consentInForce([late, early], "eSigning")).toBe(late)
  const sameDay = saying("c", true, "2026-10-05", 2)
  expect(consentInForce([early, sameDay, late], "eSigning")).toBe(sameDay)
  expect(consentInForce([early, late], "publication")).toBeNull()
})

test("a consent is taken back as easily as given, and nothing said before is lost", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const [personId, silentId] = [await aPerson(ctx), await aPerson(ctx, { name: "辛八" })]
  agreed(await recordConsent(ctx, { personId, ...said }))
  const inForce = async () => consentsInForce(world.db.read, ctx.community.id, [personId, silentId])
  expect(await inForce()).toEqual(
    new Map([
      [personId, { eSigning: false, publication: true }],
      [silentId, { eSigning: false, publication: false }],
    ]),
  )
  agreed(await recordConsent(ctx, { personId, ...said, given: false, means: "spoken", saidOn: "2026-10-08" }))
  expect((await inForce()).get(personId)).toEqual({ eSigning: false, publication: false })
  const { inForce: states, history } = await readConsents(ctx, personId)
  expect(states.map(one => one.state)).toEqual(["never", "takenBack"])
  expect(history.map(one => one.what)).toEqual(["撤回公开姓名", "同意公开姓名"])
})

test("only who keeps the register files a consent, of someone who is there, said by today", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const personId = await aPerson(ctx)
  expect(await recordConsent(await world.as("gridWorker"), { personId, ...said })).toMatchObject({ code: "forbidden" })
  expect(await recordConsent(ctx, { personId: "nobody", ...said })).toMatchObject({ code: "not_found" })
  expect(await recordConsent(ctx, { personId, ...said, saidOn: "2026-10-09" })).toMatchObject({
    code: "consent_in_future",
  })
  expect(await recordConsent(ctx, { personId, ...said, saidOn: "2026-02-30" })).toMatchObject({ code: "date_invalid" })
})
