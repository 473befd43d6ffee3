import { expect, test } from "vitest"
import { readCharacters, readText } from "#tests/templates/read-pdf"
import { aWorld, type World } from "#tests/world"
import { listOwnedUnits } from "~/estates/unit-store"
import { releasePollAnnouncement, sendPollAnnouncement } from "~/polling/announcement-release"
import { listWaitingPollAnnouncements } from "~/polling/announcement-waiting"
import { announcePoll, cancelPoll, openPoll } from "~/polling/announcing"
import { closePoll, proclaimPoll } from "~/polling/closing"
import { checkCount, enterCount } from "~/polling/counts"
import { deliverPapers } from "~/polling/delivering"
import { filePollPaper, mostAtOnce, type PollPaperKey, previewPollPaper, readPollPaper } from "~/polling/papers"
import { createPoll, editPoll } from "~/polling/polls"
import { readDocument } from "~/records/document-reading"
import { readDocumentJob } from "~/registry/document-jobs"
import { listDocuments } from "~/registry/document-store"
import { listAuditEntries } from "~/registry/store"
import { verifySheet } from "~/registry/verification"
import type { Ctx } from "~/web/context"
import {
  aBuildingOfOwners,
  aDraft,
  agreed,
  anAnnouncedPoll,
  anOpenPoll,
  answerAll,
  aPollDraft,
  candidatesNamed,
  closes,
  forSingleOwner,
  on,
  opens,
} from "./factories"

const textOf = async (ctx: Ctx, pollId: string, paper: PollPaperKey) =>
  readText(agreed(await previewPollPaper(ctx, { pollId, paper })))

const filed = async (ctx: Ctx, pollId: string, paper: PollPaperKey) => {
  const { document } = agreed(await filePollPaper(ctx, { pollId, paper }))
  return document!
}

/** Proclaimed: four of six owners answered, one of them against. */
async function aProclaimedPoll(world: World, draft = {}) {
  const made = await anOpenPoll(world, { draft })
  await answerAll(made, ["for", "for", "for", "against", null, "invalid"])
  on(world, "2026-11-03")
  agreed(await closePoll(made.ctx, { pollId: made.pollId }))
  agreed(await proclaimPoll(made.ctx, { pollId: made.pollId }))
  return made
}

/** The announcement as it reads now, sent by the secretary and released by the reviewer. */
async function release(world: World, pollId: string) {
  const secretary = await world.as("secretary")
  agreed(await sendPollAnnouncement(secretary, { pollId }))
  const { factsHash } = agreed(await readPollPaper(secretary, { pollId, paper: "announcement" })).release!
  agreed(await releasePollAnnouncement(await world.as("reviewer"), { pollId, factsHash }))
}

test("each owner's paper says its number, his home, his area and vote, the wording, and until when it is handed in", async () => {
  const world = await aWorld()
  const { ctx, pollId } = await anAnnouncedPoll(world, { owners: ["辛一、辛二", "辛三"] })
  // Below the type area of a 公文 too: that is where the paper is signed.
  const characters = readCharacters(agreed(await previewPollPaper(ctx, { pollId, paper: "ballots" })))
  const text = characters.map(one => one.text).join("")
  for (const words of [
    "第1号",
    "业主：辛一、辛二",
    "房屋：1栋101室",
    "专有部分面积：100平方米",
    "投票权数：人数按1人计，面积按100平方米计",
    "第2号",
    "业主：辛三",
    "振社表〔2026〕1号",
    "使用维修资金更换排水管",
    "方案第1稿",
    "填写示范",
    "是无效票",
    "2026年11月2日以前（含当日）交到振兴社区居民委员会",
    "签名：",
    "（盖章）",
  ])
    expect(text).toContain(words)
  for (const word of ["同意", "反对", "弃权"]) expect(text.split(word).length, word).toBeGreaterThan(2)
})

test("the papers of an election are all alike: one sheet with the candidates, 均不同意 and 弃权, and nobody's name or number", async () => {
  const world = await aWorld()
  const { ctx, pollId } = await aSelection(world)
  const text = await textOf(ctx, pollId, "ballots")
  for (const words of ["选票", "壬一", "壬二", "均不同意", "弃权", "最多选1人"]) expect(text).toContain(words)
  for (const words of ["辛一", "辛二", "第1号", "签名："]) expect(text).not.toContain(words)
  expect(agreed(await readPollPaper(ctx, { pollId, paper: "ballots" })).count).toBe(1)
})

test("the register says where each paper went and when it came back, and never what it says", async () => {
  const world = await aWorld()
  const made = await anOpenPoll(world)
  const { ctx, pollId } = made
  await answerAll(made, ["against"])
  const text = await textOf(ctx, pollId, "register")
  for (const words of ["表决票发放回收登记表", "辛一", "1栋101室", "当面送达", "2026年10月24日", "乙二", "共6张"])
    expect(text).toContain(words)
  expect(text).toContain("面积共600平方米；没有送达的0张，没有收回的5张")
  expect(text).not.toContain("反对")
})

test("the announcement holds heads and areas against what had to be reached, and names no owner and no home", async () => {
  const world = await aWorld()
  const question = "使用维修资金更换排水管，先换辛一家1栋101室楼下的一段，联系13900001234"
  const { ctx, pollId } = await aProclaimedPoll(world, { question })
  const text = await textOf(ctx, pollId, "announcement")
  for (const words of [
    "关于更换排水管表决结果的公告",
    "振社表〔2026〕1号",
    "范围：康乐里",
    "2026年10月24日至2026年11月2日",
    "发起单位：振兴社区居民委员会",
    "0500-0000001",
    "表决范围内全体业主6600",
    "参与表决4占全体66.66%400占全体66.66%",
    "同意3占参与75.00%300占参与75.00%",
    "反对1占参与25.00%",
    "弃权0",
    "无效1",
    "送达未返回1",
    "第二百七十八条",
    "符合",
    "业主共同决定：通过",
    "计票人2名、监票人1名",
    "异议期：自公告之日起张贴",
  ])
    expect(text).toContain(words)
  for (const name of ["辛一", "辛二", "101室", "13900001234", "丑一", "寅一"]) expect(text).not.toContain(name)
})

test("the announcement is filed once a second person released it, and until then looked at as a draft", async () => {
  const world = await aWorld()
  const { ctx, pollId } = await aProclaimedPoll(world)
  const [reviewer, viewer] = [await world.as("reviewer"), await world.as("viewer")]
  const asked = { pollId, paper: "announcement" } as const
  expect(await textOf(ctx, pollId, "announcement")).toContain("待核对，不得张贴")
  for (const asker of [ctx, reviewer, viewer])
    expect(await filePollPaper(asker, asked)).toMatchObject({ code: "announcement_not_released" })
  const view = async (asker: Ctx) => agreed(await readPollPaper(asker, asked)).release!
  const { factsHash } = await view(ctx)
  expect(await releasePollAnnouncement(reviewer, { pollId, factsHash })).toMatchObject({
    code: "announcement_not_sent",
  })
  expect(await sendPollAnnouncement(reviewer, { pollId })).toMatchObject({ code: "forbidden" })
  agreed(await sendPollAnnouncement(ctx, { pollId }))
  expect(await sendPollAnnouncement(ctx, { pollId })).toMatchObject({ code: "announcement_sent_already" })
  expect(await view(ctx)).toMatchObject({ state: "sent", by: ctx.actor.name, maySend: false, mayRelease: false })
  expect(await view(reviewer)).toMatchObject({ mayRelease: true })
  expect(await listWaitingPollAnnouncements(reviewer)).toMatchObject([{ pollId, sender: ctx.actor.name }])
  expect(await listWaitingPollAnnouncements(ctx)).toEqual([])
  expect(await releasePollAnnouncement(ctx, { pollId, factsHash })).toMatchObject({ code: "own_announcement" })
  expect(await releasePollAnnouncement(viewer, { pollId, factsHash })).toMatchObject({ code: "forbidden" })
  expect(await releasePollAnnouncement(reviewer, { pollId, factsHash: "0" })).toMatchObject({
    code: "announcement_changed",
  })
  agreed(await releasePollAnnouncement(reviewer, { pollId, factsHash }))
  expect(await listWaitingPollAnnouncements(reviewer)).toEqual([])
  expect(await textOf(ctx, pollId, "announcement")).not.toContain("待核对")
  expect((await filed(ctx, pollId, "announcement")).kind).toBe("countAnnouncement")
  const actions = (await listAuditEntries(ctx.db.read, ctx.community.id, [{ kind: "poll", ids: [pollId] }])).map(
    entry => entry.action,
  )
  expect(actions.filter(action => action === "poll.announcementPrintRefused")).toHaveLength(3)
})

test("of a single owner's consent the announcement tells how many homes it was about, not which", async () => {
  const world = await aWorld()
  const owners = ["辛一", "辛二"]
  const made = await aPollDraft(world, { owners, answers: forSingleOwner, poll: { preset: "singleOwner" } })
  const { ctx, pollId, unitId } = { ...made, unitId: (await unitsOf(made.ctx, made.estateId))[0]! }
  const scope = { buildingIds: [], unitIds: [unitId] }
  agreed(await editPoll(ctx, { pollId, version: 2, ...aDraft({ scope, opensOn: "2026-10-08" }) }))
  agreed(await announcePoll(ctx, { pollId, version: 3 }))
  agreed(await openPoll(ctx, { pollId }))
  on(world, opens)
  await answerAll({ ctx, other: await world.as("reviewer"), pollId }, ["for"])
  on(world, "2026-11-03")
  agreed(await closePoll(ctx, { pollId }))
  agreed(await proclaimPoll(ctx, { pollId }))
  const text = await textOf(ctx, pollId, "announcement")
  expect(text).toContain("范围：康乐里的1处房屋")
  expect(text).toContain("同意1占全体100.00%")
  expect(text).not.toContain("101室")
})

test("the announcement of an election names whoever stood and was chosen, with the votes and the bar", async () => {
  const world = await aWorld()
  const { ctx, pollId } = await aSelection(world)
  const count = { issued: 20, returned: 18, notReturned: 2, invalid: 1, none: 1, abstain: 0, votes: { c1: 10, c2: 6 } }
  on(world, closes)
  agreed(await enterCount(ctx, { pollId, ordinal: 1, count }))
  agreed(await checkCount(await world.as("reviewer"), { pollId, ordinal: 1, version: 1 }))
  agreed(await closePoll(ctx, { pollId }))
  agreed(await proclaimPoll(ctx, { pollId }))
  const text = await textOf(ctx, pollId, "announcement")
  for (const words of [
    "壬一（当选）10",
    "壬二6",
    "应参加发出收回未收回2020182无效均不同意弃权110",
    "壬一当选",
    "不符合",
  ])
    expect(text).toContain(words)
})

test("what is filed is a row, the same facts give it back, and what changed is its next version", async () => {
  const world = await aWorld()
  const { ctx, pollId } = await anAnnouncedPoll(world)
  const first = await filed(ctx, pollId, "register")
  expect(first).toMatchObject({ kind: "paperRegister", subjectKind: "poll", subjectId: pollId, version: 1 })
  expect((await filed(ctx, pollId, "register")).id).toBe(first.id)
  on(world, opens)
  agreed(await deliverPapers(ctx, { pollId, ordinals: [1], deliveredOn: opens, means: "hand", to: "" }))
  expect(await filed(ctx, pollId, "register")).toMatchObject({ version: 2 })
  const page = agreed(await readPollPaper(ctx, { pollId, paper: "register" }))
  expect(page.filed.map(sheet => [sheet.version, sheet.standing])).toEqual([
    [2, "有效"],
    [1, "已有新版"],
  ])
})

test("a roll of thousands is drawn beside: its page tells how far it is, and the preview shows the first of it", async () => {
  const world = await aWorld()
  const owners = Array.from({ length: mostAtOnce + 1 }, (_, at) => `辛${String.fromCodePoint(0x4e00 + at)}`)
  const { ctx, pollId } = await anAnnouncedPoll(world, { owners })
  const begun = agreed(await filePollPaper(ctx, { pollId, paper: "register" }))
  await world.settled()
  const job = agreed(await readDocumentJob(ctx, begun.jobId!))
  expect(job.state).toBe("ready")
  const whole = agreed(await readDocument(ctx, job.documentId!))
  expect(readText(new Uint8Array(whole.content))).toContain(owners.at(-1)!)
  expect(await textOf(ctx, pollId, "register")).not.toContain(`${mostAtOnce + 1}辛`)
}, 60_000)

test("the papers of a poll that is called off are withdrawn with it", async () => {
  const world = await aWorld()
  const { ctx, pollId } = await anAnnouncedPoll(world)
  const { factsHash } = await filed(ctx, pollId, "ballots")
  agreed(await cancelPoll(ctx, { pollId, reason: "方案要改" }))
  expect(agreed(await verifySheet(ctx, factsHash))).toMatchObject({ status: "withdrawn" })
  expect(await filePollPaper(ctx, { pollId, paper: "ballots" })).toMatchObject({ code: "poll_without_roll" })
})

test("no announcement before the result is proclaimed, no papers of a draft, no register where only heads are counted", async () => {
  const world = await aWorld()
  const made = await anOpenPoll(world)
  await answerAll(made, ["for", "for", "for", "for", "for", "for"])
  agreed(await closePoll(made.ctx, { pollId: made.pollId }))
  const asked = { pollId: made.pollId, paper: "announcement" } as const
  expect(await filePollPaper(made.ctx, asked)).toMatchObject({ code: "poll_not_proclaimed" })
  const other = await aWorld()
  const { ctx, pollId } = await aPollDraft(other)
  expect(await previewPollPaper(ctx, { pollId, paper: "ballots" })).toMatchObject({ code: "poll_without_roll" })
  const { pollId: selectionId } = await aSelection(await aWorld())
  expect(await previewPollPaper(ctx, { pollId: selectionId, paper: "ballots" })).toMatchObject({ code: "not_found" })
})

test("delegates read no paper of a poll; the register is for who enters, the ballots for who keeps the poll", async () => {
  const world = await aWorld()
  const { ctx, pollId } = await aProclaimedPoll(world)
  await release(world, pollId)
  const papers = { ballots: ["secretary"], register: ["secretary", "reviewer"] } as const
  const readers = { ...papers, announcement: ["secretary", "reviewer", "viewer", "administrator"] } as const
  for (const paper of ["ballots", "register", "announcement"] as const) {
    const document = await filed(ctx, pollId, paper)
    for (const role of [
      "administrator",
      "secretary",
      "gridWorker",
      "handler",
      "delegate",
      "reviewer",
      "viewer",
    ] as const) {
      const asker = await world.as(role)
      const mayRead = (readers[paper] as readonly string[]).includes(role)
      expect((await readDocument(asker, document.id)).ok, `${role} opens ${paper}`).toBe(mayRead)
      expect((await previewPollPaper(asker, { pollId, paper })).ok, `${role} previews ${paper}`).toBe(mayRead)
      expect((await filePollPaper(asker, { pollId, paper })).ok, `${role} files ${paper}`).toBe(mayRead)
    }
  }
  expect(await listDocuments(ctx.db.read, ctx.community.id, { kind: "poll", id: pollId })).toHaveLength(3)
})

/** 推选 of one of two by twenty households, open on its one day. */
async function aSelection(world: World) {
  const ctx = await world.as("secretary")
  const { estateId, buildingId } = await aBuildingOfOwners(ctx, ["辛一", "辛二"])
  const options = await candidatesNamed(ctx, ["壬一", "壬二"])
  const poll = { preset: "selection" as const, topicId: null, estateId, title: "推选1栋楼栋长" }
  const { pollId } = agreed(await createPoll(ctx, poll))
  const office = { kind: "buildingLeader" as const, buildingId }
  agreed(
    await editPoll(ctx, {
      pollId,
      version: 1,
      ...aDraft({ options, office, electors: 20, question: "推选楼栋长一人" }),
    }),
  )
  agreed(await announcePoll(ctx, { pollId, version: 2 }))
  on(world, opens)
  agreed(await openPoll(ctx, { pollId }))
  return { ctx, pollId }
}

const unitsOf = async (ctx: Ctx, estateId: string) =>
  (await listOwnedUnits(ctx.db.read, ctx.community.id, { estateId })).map(unit => unit.unitId)
