import { createHash } from "node:crypto"
import { eq } from "drizzle-orm"
import { expect, test } from "vitest"
import { rulebookVersions } from "#db/schema/rulebook"
import { aConvenedMeeting } from "#tests/convening/factories"
import { anEstate } from "#tests/estates/factories"
import { aWorld, type World } from "#tests/world"
import { ruleOfMeeting } from "~/convening/readiness"
import { findMeeting } from "~/convening/store"
import { readTimeline } from "~/registry/timeline"
import { rulebookAuditWords } from "~/rulebook/audit-words"
import { pollRuleInForce, ruleInForce } from "~/rulebook/in-force"
import { pollPresetOf } from "~/rulebook/poll-presets"
import { presetOf } from "~/rulebook/presets"
import { changesOf, readProcedure, readRulebook, readVersion } from "~/rulebook/rulebook-views"
import { listSettings } from "~/rulebook/settings"
import { mayMove } from "~/rulebook/version-rules"
import { insertVersion } from "~/rulebook/version-store"
import { checkVersion, draftVersion, editDraft, enableVersion, withdrawVersion } from "~/rulebook/versions"
import {
  aChange,
  aCheckedVersion,
  aDraftVersion,
  agreed,
  aSecondSecretary,
  aVersionInForce,
  versionNow,
} from "./factories"

const noticeNow = async (world: World) =>
  (await ruleInForce(world.db.read, world.community.id, "deliberation")).notice.days

test("until a community puts a version in force, the preset as shipped governs", async () => {
  const world = await aWorld()
  expect(await ruleInForce(world.db.read, world.community.id, "deliberation")).toEqual(presetOf("deliberation"))
  expect(await pollRuleInForce(world.db.read, world.community.id, "ownersMajor", null)).toEqual(
    pollPresetOf("ownersMajor"),
  )
})

test("neither a draft nor a checked version governs: only one that was put in force", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const versionId = await aCheckedVersion(world)
  expect(await noticeNow(world)).toBe(3)
  agreed(await enableVersion(ctx, { versionId }))
  expect(await noticeNow(world)).toBe(5)
  expect((await ruleInForce(world.db.read, world.community.id, "deliberation")).notice.article).toBe(
    "振兴社区议事规则第六条",
  )
})

test("whoever drafted a version cannot check it, whatever the role", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const versionId = await aDraftVersion(ctx)
  const asked = { versionId, version: 2, isConfirmed: true }
  expect(await checkVersion(ctx, asked)).toMatchObject({ ok: false, code: "same_person_checks" })
  // 同名: another account with the same name is another person.
  const namesake = await aSecondSecretary(world)
  agreed(await checkVersion({ ...namesake, actor: { ...namesake.actor, name: ctx.actor.name } }, asked))
  expect(await versionNow(ctx, versionId)).toMatchObject({ state: "checked" })
})

test("a draft is edited by its drafter alone, so that nobody checks words of his own", async () => {
  const world = await aWorld()
  const versionId = await aDraftVersion(await world.as("secretary"))
  const other = await aSecondSecretary(world)
  expect(await editDraft(other, { versionId, version: 2, changes: [], basis: "另写" })).toMatchObject({
    code: "not_your_draft",
  })
})

test("nothing is checked without a basis, without the checker's word, or after it changed under his eyes", async () => {
  const world = await aWorld()
  const [ctx, checker] = [await world.as("secretary"), await world.as("reviewer")]
  const versionId = await aDraftVersion(ctx, { basis: "" })
  const check = (version: number, isConfirmed: boolean) => checkVersion(checker, { versionId, version, isConfirmed })
  expect(await check(2, true)).toMatchObject({ code: "basis_missing" })
  agreed(await editDraft(ctx, { versionId, version: 2, changes: [aChange()], basis: "居民代表会议通过" }))
  expect(await check(3, false)).toMatchObject({ code: "check_not_confirmed", detail: { field: "confirmed" } })
  expect(await check(2, true)).toMatchObject({ code: "changed_meanwhile" })
  agreed(await check(3, true))
})

test("a draft keeps no value weaker than the law", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const { versionId } = agreed(await draftVersion(ctx, { preset: "representatives", estateId: null }))
  const changes = [aChange({ key: "quorum", value: ">1/2" })]
  expect(await editDraft(ctx, { versionId, version: 1, changes, basis: "依据" })).toMatchObject({
    code: "weaker_than_law",
  })
  expect((await versionNow(ctx, versionId)).changes).toEqual([])
})

test("a version checked before the law grew stricter is not put in force", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const known = await versionNow(ctx, await aCheckedVersion(world, { preset: "residents", changes: [] }))
  const changes = [aChange({ key: "quorum", value: ">=1/3" })]
  const older = { ...known, id: ctx.newId(), ordinal: 2, changes }
  await ctx.db.tx("older", q => insertVersion(q, older))
  expect(await enableVersion(ctx, { versionId: older.id })).toMatchObject({ code: "weaker_than_law" })
  expect(await versionNow(ctx, older.id)).toMatchObject({ state: "checked" })
})

test("the checked rule is stored whole with its hash, and the database refuses to change it", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const versionId = await aCheckedVersion(world)
  const stored = await versionNow(ctx, versionId)
  expect(stored.ruleHash).toBe(createHash("sha256").update(stored.rule).digest("hex"))
  expect(JSON.parse(stored.rule)).toMatchObject({ notice: { days: 5 }, schema: 3 })
  await expect(
    ctx.db.tx("forged", q => q.update(rulebookVersions).set({ rule: "{}" }).where(eq(rulebookVersions.id, versionId))),
  ).rejects.toThrow()
  expect(await editDraft(ctx, { versionId, version: stored.version, changes: [], basis: "再改" })).toMatchObject({
    code: "version_fixed",
  })
})

test("a version put in force supersedes the one before it, and only that of the same procedure", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const first = await aVersionInForce(world)
  const other = await aVersionInForce(world, { preset: "openTalk" })
  const second = await aVersionInForce(world, { changes: [aChange({ value: "7" })] })
  expect(await versionNow(ctx, first)).toMatchObject({ state: "superseded", ordinal: 1 })
  expect(await versionNow(ctx, second)).toMatchObject({ state: "inForce", ordinal: 2 })
  expect(await versionNow(ctx, other)).toMatchObject({ state: "inForce", ordinal: 1 })
  expect(await noticeNow(world)).toBe(7)
  expect(await enableVersion(ctx, { versionId: first })).toMatchObject({ code: "version_fixed" })
})

test("two versions put in force in the same moment leave one in force", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const first = await aCheckedVersion(world)
  const second = await aCheckedVersion(world, { changes: [aChange({ value: "7" })] })
  await Promise.all([enableVersion(ctx, { versionId: first }), enableVersion(ctx, { versionId: second })])
  const states = await Promise.all([first, second].map(async id => (await versionNow(ctx, id)).state))
  // Whichever came first: the later one governs, or there was no way back from it.
  expect(states[1]).toBe("inForce")
  expect(states[0]).not.toBe("inForce")
})

test("nobody falls back on the preset alone: a version in force gives way only to one that another person checked", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const versionId = await aVersionInForce(world)
  expect(await withdrawVersion(ctx, { versionId })).toMatchObject({ code: "version_fixed" })
  expect(await noticeNow(world)).toBe(5)
  await aVersionInForce(world, { changes: [] })
  expect(await noticeNow(world)).toBe(3)
})

test("a version left lying while a later one governed is no way back", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const lying = await aCheckedVersion(world, { changes: [aChange({ value: "1" })] })
  await aVersionInForce(world, { changes: [aChange({ value: "9" })] })
  expect(await enableVersion(ctx, { versionId: lying })).toMatchObject({
    code: "version_overtaken",
    detail: { ordinal: 2 },
  })
  expect(await noticeNow(world)).toBe(9)
})

test("a convened meeting keeps the rule that was frozen with it, whatever is put in force afterwards", async () => {
  const world = await aWorld()
  const { ctx, meetingId } = await aConvenedMeeting(world)
  const ruleNow = async () => {
    const meeting = (await findMeeting(ctx.db.read, ctx.community.id, meetingId))!
    return { rule: await ruleOfMeeting(ctx.db.read, meeting), hash: meeting.ruleHash }
  }
  const before = await ruleNow()
  await aVersionInForce(world, { changes: [aChange({ key: "quorum", value: ">=4/5" })] })
  expect(await ruleNow()).toEqual(before)
  expect(before.rule.quorum?.bar).toEqual({ part: [2, 3] })
})

test("owners' rules are one estate's own: they need one, and govern no other", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  expect(await draftVersion(ctx, { preset: "ownersOrdinary", estateId: null })).toMatchObject({
    code: "estate_missing",
  })
  expect(await draftVersion(ctx, { preset: "deliberation", estateId: "an estate" })).toMatchObject({
    code: "estate_missing",
  })
  expect(await draftVersion(ctx, { preset: "ownersOrdinary", estateId: "elsewhere" })).toMatchObject({
    code: "not_found",
  })
  const [estateId, otherId] = [await anEstate(ctx, { name: "振兴花园" }), await anEstate(ctx, { name: "云上家园" })]
  const article = "振兴花园业主大会议事规则第二十条"
  await aVersionInForce(world, {
    preset: "ownersOrdinary",
    estateId,
    changes: [aChange({ key: "silence", value: "withMajority", article })],
  })
  const silenceOf = async (estate: string | null) => {
    const rule = await pollRuleInForce(world.db.read, world.community.id, "ownersOrdinary", estate)
    return rule.form === "owners" ? rule.silence : null
  }
  expect(await silenceOf(estateId)).toEqual({ mode: "withMajority", article })
  for (const other of [otherId, null]) expect((await silenceOf(other))?.mode).toBe("notParticipating")
})

test("there is one draft of a procedure at a time, and a new one begins from what is in force", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  await aVersionInForce(world)
  const { versionId } = agreed(await draftVersion(ctx, { preset: "deliberation", estateId: null }))
  expect(await versionNow(ctx, versionId)).toMatchObject({ ordinal: 2, changes: [aChange()], basis: "" })
  expect(await draftVersion(ctx, { preset: "deliberation", estateId: null })).toMatchObject({ code: "draft_exists" })
  agreed(await withdrawVersion(ctx, { versionId }))
  agreed(await draftVersion(ctx, { preset: "deliberation", estateId: null }))
})

test("who may only read the rulebook can neither draft, check, enable nor withdraw", async () => {
  const world = await aWorld()
  const versionId = await aCheckedVersion(world)
  for (const role of ["viewer", "delegate", "gridWorker", "handler"] as const) {
    const ctx = await world.as(role)
    const refusals = [
      await draftVersion(ctx, { preset: "residents", estateId: null }),
      await checkVersion(ctx, { versionId, version: 3, isConfirmed: true }),
      await enableVersion(ctx, { versionId }),
      await withdrawVersion(ctx, { versionId }),
    ]
    for (const refusal of refusals) expect(refusal).toMatchObject({ ok: false, code: "forbidden" })
    expect((await readRulebook(ctx)).ok).toBe(true)
  }
  expect(await readRulebook(world.asStranger())).toMatchObject({ code: "forbidden" })
})

test("a version of another community is not found, and neither is one under another procedure", async () => {
  const [world, elsewhere] = [await aWorld(), await aWorld()]
  const versionId = await aCheckedVersion(world)
  expect(await enableVersion(await elsewhere.as("secretary"), { versionId })).toMatchObject({ code: "not_found" })
  expect(await readVersion(await world.as("secretary"), "residents", versionId)).toMatchObject({ code: "not_found" })
  expect(await readProcedure(await world.as("secretary"), "constructor", null)).toMatchObject({ code: "not_found" })
})

test("the page of a version tells what differs from the law and from what is in force", async () => {
  const world = await aWorld()
  await aVersionInForce(world)
  const ctx = await world.as("secretary")
  const versionId = await aDraftVersion(ctx, { changes: [aChange({ value: "7" })] })
  const view = agreed(await readVersion(ctx, "deliberation", versionId))
  expect(view.rows.filter(row => row.isChanged).map(row => row.key)).toEqual(["noticeDays"])
  expect(view.rows.find(row => row.key === "noticeDays")).toMatchObject({
    valueText: "7天",
    inForceText: "5天",
    law: { valueText: "3天" },
    source: "振兴社区议事规则第六条",
  })
  expect(view.can).toEqual({ edit: true, check: false, enable: false, withdraw: true })
})

test("each step stands in the log in words", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const versionId = await aVersionInForce(world)
  const given = await aDraftVersion(ctx)
  agreed(await withdrawVersion(ctx, { versionId: given }))
  const [last] = await readTimeline(ctx, rulebookAuditWords, [{ kind: "rulebookVersion", ids: [given] }])
  expect(last?.what).toBe("撤回了协商议事会规程第2版")
  const entries = await readTimeline(ctx, rulebookAuditWords, [{ kind: "rulebookVersion", ids: [versionId] }])
  expect(entries.map(entry => entry.what)).toEqual([
    "启用协商议事会规程第1版",
    "核对了协商议事会规程第1版",
    "改了协商议事会规程第1版的草稿",
    "起草协商议事会规程第1版",
  ])
})

test("a version moves from draft over checked to in force, and never back", () => {
  const states = ["draft", "checked", "inForce", "superseded", "withdrawn"] as const
  const allowed = states.flatMap(from => states.filter(to => mayMove(from, to)).map(to => `${from} ${to}`))
  expect(allowed).toEqual([
    "draft checked",
    "draft withdrawn",
    "checked inForce",
    "checked withdrawn",
    "inForce superseded",
  ])
})

test("a form of which nothing was touched changes nothing, and what was touched is kept with what was typed beside it", () => {
  const untouched = Object.fromEntries(
    listSettings(presetOf("representatives")).flatMap(({ key, value }) => [
      [`value-${key}`, value],
      [`article-${key}`, ""],
    ]),
  )
  expect(changesOf("representatives", { intent: "save", basis: "", ...untouched })).toEqual([])
  // Shown once days are demanded: their first meaning is nobody's change.
  const withDays = { ...untouched, "value-noticeKind": "calendar", "article-noticeKind": "" }
  expect(changesOf("representatives", withDays)).toEqual([])
  expect(changesOf("representatives", { ...withDays, "value-noticeKind": "working" })).toEqual([
    { key: "noticeKind", value: "working", article: "" },
  ])
  expect(changesOf("representatives", { ...untouched, "article-quorum": " 第八条 " })).toEqual([
    { key: "quorum", value: ">=2/3", article: "第八条" },
  ])
})
