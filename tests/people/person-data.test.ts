import { and, eq } from "drizzle-orm"
import { expect, test } from "vitest"
import { participants } from "#db/schema/convening"
import { issues, supports } from "#db/schema/intake"
import { blottings, persons } from "#db/schema/people"
import { accounts } from "#db/schema/people-accounts"
import { anIssue, quickly } from "#tests/intake/factories"
import { aMeetingOver } from "#tests/records/factories"
import { aWorld, type World } from "#tests/world"
import { auditWords } from "~/audit-words"
import { readPersonData } from "~/desk/person-data"
import { blotOutPerson } from "~/desk/person-data-blotting"
import { supportIssue } from "~/intake/issues"
import { sortIssue } from "~/intake/sorting"
import { setAccountDisabled } from "~/people/accounts"
import { registerBody } from "~/people/bodies"
import { seatInBody } from "~/people/body-terms"
import { recordConsent } from "~/people/consents"
import { changeDelegate } from "~/people/delegates"
import { changePerson, readPerson } from "~/people/persons"
import { readPersonsPage } from "~/people/register-views"
import { approveMinutes, draftMinutes, exportMinutes, previewMinutes } from "~/records/minutes"
import { readTimeline } from "~/registry/timeline"
import type { Ctx } from "~/web/context"
import { aDelegate, agreed, anAccount, aPerson, aPersonsFacts } from "./factories"

const reason = "本人已迁出，书面申请删除"
const rowOf = async (world: World, personId: string) =>
  (
    await world.db.read
      .select()
      .from(persons)
      .where(and(eq(persons.communityId, world.community.id), eq(persons.id, personId)))
  )[0]!

/** Someone with a past: an ended seat, an answered issue and a support. */
async function someoneGone(secretary: Ctx) {
  const personId = await aPerson(secretary, { name: "曾九", phone: "13900000009", address: "1号楼101", note: "独居" })
  const issueId = await anIssue(secretary, {
    content: "曾九家门口的灯不亮，电话13900000009。",
    place: "1号楼",
    reporterName: "曾九",
    reporterPhone: "13900000009",
  })
  agreed(await sortIssue(secretary, { issueId, sorting: quickly() }))
  return { personId, issueId }
}

test("a person is shown everything kept on them, and of a vote only that they took part", async () => {
  const world = await aWorld()
  const secretary = await world.as("secretary")
  const { personId } = await someoneGone(secretary)
  const { bodyId } = agreed(
    await registerBody(secretary, { kind: "partyBranch", name: "第一党支部", estateId: null, note: "" }),
  )
  const seat = { post: "书记", chosenHow: "elected", basis: "换届选举", since: "2026-03-01", until: null } as const
  agreed(await seatInBody(secretary, { bodyId, person: { personId }, ...seat }))
  const said = { kind: "eSigning", given: true, means: "paper", saidOn: "2026-10-08", note: "" } as const
  agreed(await recordConsent(secretary, { personId, ...said }))
  const facts = aPersonsFacts({ name: "曾九", phone: "13900000009", address: "2号楼202" })
  agreed(await changePerson(secretary, { personId, version: 1, ...facts }))
  const data = agreed(await readPersonData(secretary, auditWords, personId))
  expect(data.person).toMatchObject({ name: "曾九", phone: "13900000009", address: "2号楼202" })
  expect(data.offices).toMatchObject([{ label: "第一党支部书记", how: "推选" }])
  expect(data.issues).toMatchObject([{ number: "振社问〔2026〕1号", role: "提出" }])
  expect(data.consents).toMatchObject([{ what: "同意平板签名" }])
  expect(data.entries.map(entry => entry.what)).toContain("改了曾九的资料（住址、备注）")
  expect(JSON.stringify(data.entries)).not.toContain("1号楼101")
})

test("an issue told by name alone is nobody's while two bear the name", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const personId = await aPerson(ctx, { name: "曾九", address: "1号楼" })
  await anIssue(ctx, { reporterName: "曾九", reporterPhone: "" })
  expect(agreed(await readPersonData(ctx, auditWords, personId)).issues).toHaveLength(1)
  await aPerson(ctx, { name: "曾九", address: "2号楼" })
  const data = agreed(await readPersonData(ctx, auditWords, personId))
  expect(data).toMatchObject({ issues: [], namesakes: 1 })
})

test("who is blotted out is gone from the register and from the issues; the matter itself stays", async () => {
  const world = await aWorld()
  const [secretary, administrator] = [await world.as("secretary"), await world.as("administrator")]
  const { personId, issueId } = await someoneGone(secretary)
  const { places } = agreed(await blotOutPerson(administrator, { personId, reason }))
  expect(places).toMatchObject({ persons: 1, issues: 1 })
  expect(await rowOf(world, personId)).toMatchObject({
    name: "已遮去",
    phone: null,
    address: "",
    note: "",
    pinyin: "",
    initials: "",
    strokeKey: "",
  })
  const [issue] = await world.db.read.select().from(issues).where(eq(issues.id, issueId))
  expect(issue).toMatchObject({ reporterName: "已遮去", reporterPhone: "", state: "closed" })
  expect(issue!.content).toBe("已遮去家门口的灯不亮，电话已遮去。")
  expect(issue!.searchText).not.toMatch(/曾九|13900000009/)
  const [paper] = await world.db.read.select().from(blottings)
  expect(paper).toMatchObject({ personId, reason, blottedBy: administrator.actor.personId })
  for (const search of ["曾九", "zengjiu", "0009", ""])
    expect(agreed(await readPersonsPage(secretary, search, "pinyin", 1)).persons.map(one => one.id)).not.toContain(
      personId,
    )
  expect(agreed(await readPersonData(administrator, auditWords, personId))).toMatchObject({
    person: { name: "已遮去" },
    issues: [],
    entries: [],
    blotting: { by: "甲一", reason },
  })
  // The phone is free for whoever has it now.
  await aPerson(secretary, { name: "丁一", phone: "13900000009" })
})

test("a supporter is blotted out, and the voices are as many as before", async () => {
  const world = await aWorld()
  const [secretary, administrator] = [await world.as("secretary"), await world.as("administrator")]
  const personId = await aPerson(secretary, { name: "曾九", phone: "13900000009" })
  const issueId = await anIssue(secretary)
  agreed(
    await supportIssue(secretary, {
      issueId,
      support: { name: "曾九", phone: "13900000009", content: "我家也是", reportedOn: "2026-10-08" },
    }),
  )
  const before = (await world.db.read.select().from(issues).where(eq(issues.id, issueId)))[0]!.supporterCount
  agreed(await blotOutPerson(administrator, { personId, reason }))
  expect(await world.db.read.select().from(supports)).toMatchObject([{ name: "已遮去", phone: "" }])
  expect((await world.db.read.select().from(issues).where(eq(issues.id, issueId)))[0]).toMatchObject({
    reporterName: "寅女士",
    supporterCount: before,
  })
})

test("the record of a meeting, its printed minutes and the log stand when a member is blotted out", async () => {
  const world = await aWorld()
  const [secretary, administrator] = [await world.as("secretary"), await world.as("administrator")]
  const over = await aMeetingOver(world)
  agreed(await draftMinutes(over.recorder, over.meetingId))
  agreed(await approveMinutes(over.chair, over.meetingId, 1))
  const printed = agreed(await exportMinutes(over.recorder, over.meetingId)).document
  const roll = () =>
    world.db.read.select().from(participants).where(eq(participants.meetingId, over.meetingId)).orderBy(participants.id)
  const before = await roll()
  const member = before.find(one => one.name === "庚七")!
  const log = () => readTimeline(secretary, auditWords, [{ kind: "minutes", ids: [over.meetingId] }])
  const logged = await log()
  agreed(await blotOutPerson(administrator, { personId: member.personId, reason }))
  expect(await roll()).toEqual(before)
  expect(agreed(await exportMinutes(over.recorder, over.meetingId)).document).toMatchObject({
    id: printed.id,
    fileHash: printed.fileHash,
  })
  const preview = agreed(await previewMinutes(over.recorder, over.meetingId))
  expect(Buffer.from(preview.slice(0, 5)).toString()).toBe("%PDF-")
  expect(await log()).toEqual(logged)
  expect(agreed(await readPersonData(administrator, auditWords, member.personId)).meetings).toHaveLength(1)
})

test("an account is closed for good and its login name is free again", async () => {
  const world = await aWorld()
  const [secretary, administrator] = [await world.as("secretary"), await world.as("administrator")]
  const personId = await aPerson(secretary, { name: "曾九" })
  const given = { person: { personId }, loginName: "zengjiu", phone: "13900000009" }
  const { accountId } = await anAccount(administrator, given)
  expect(await blotOutPerson(administrator, { personId, reason })).toMatchObject({ code: "person_has_account" })
  agreed(await setAccountDisabled(administrator, { accountId, disabled: true }))
  agreed(await blotOutPerson(administrator, { personId, reason }))
  const [row] = await world.db.read.select().from(accounts).where(eq(accounts.id, accountId))
  expect(row).toMatchObject({ loginName: `blotted-${accountId}`, phone: null, passwordHash: "" })
  await anAccount(administrator, { ...given, person: { name: "丁一", phone: null } })
})

test("nobody is blotted out while something is owed to them or held by them", async () => {
  const world = await aWorld()
  const [secretary, administrator] = [await world.as("secretary"), await world.as("administrator")]
  const personId = await aPerson(secretary, { name: "曾九", phone: "13900000009" })
  const blot = () => blotOutPerson(administrator, { personId, reason })
  const delegateId = await aDelegate(secretary, { person: { personId } })
  expect(await blot()).toMatchObject({ code: "person_in_office", detail: { offices: "协商议事会居民代表" } })
  const ended = { organization: "", since: "2026-01-01", until: "2026-10-07" }
  agreed(await changeDelegate(secretary, { delegateId, version: 1, ...ended }))
  const issueId = await anIssue(secretary, { reporterName: "曾九", reporterPhone: "13900000009" })
  expect(await blot()).toMatchObject({ code: "person_awaits_answer", detail: { numbers: "振社问〔2026〕1号" } })
  agreed(await sortIssue(secretary, { issueId, sorting: quickly() }))
  expect(await blotOutPerson(administrator, { personId, reason: " " })).toMatchObject({
    code: "blotting_reason_missing",
  })
  expect(await blotOutPerson(secretary, { personId, reason })).toMatchObject({ code: "forbidden" })
  expect(await blotOutPerson(administrator, { personId: "nobody", reason })).toMatchObject({ code: "not_found" })
  agreed(await blot())
  expect(await blot()).toMatchObject({ code: "person_already_blotted" })
})

test("nobody is blotted out before a meeting they are called to is over", async () => {
  const world = await aWorld()
  const administrator = await world.as("administrator")
  const over = await aMeetingOver(world, { state: "inSession" })
  const [member] = await world.db.read
    .select()
    .from(participants)
    .where(and(eq(participants.meetingId, over.meetingId), eq(participants.name, "庚七")))
  expect(await blotOutPerson(administrator, { personId: member!.personId, reason })).toMatchObject({
    code: "person_in_meeting",
  })
})

test("who was blotted out takes no office and is not edited any more", async () => {
  const world = await aWorld()
  const [secretary, administrator] = [await world.as("secretary"), await world.as("administrator")]
  const personId = await aPerson(secretary, { name: "曾九" })
  agreed(await blotOutPerson(administrator, { personId, reason: "曾九要求删除" }))
  const { version } = agreed(await readPerson(secretary, personId))
  expect(await changePerson(secretary, { personId, version, ...aPersonsFacts({ name: "曾九" }) })).toMatchObject({
    code: "person_blotted",
  })
  const said = { kind: "publication", given: true, means: "spoken", saidOn: "2026-10-08", note: "" } as const
  expect(await recordConsent(secretary, { personId, ...said })).toMatchObject({ code: "person_blotted" })
  expect(await world.db.read.select({ reason: blottings.reason }).from(blottings)).toEqual([{ reason: "本人要求删除" }])
})
