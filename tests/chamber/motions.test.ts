import { expect, test } from "vitest"
import { aWording } from "#tests/agenda/factories"
import { aWorld } from "#tests/world"
import { saveProposal } from "~/agenda/proposals"
import { findTopic } from "~/agenda/store"
import { scheduleTopicsIn, unscheduleTopicsIn } from "~/agenda/topics"
import { readMotionHistories, viewWordings } from "~/chamber/motions/motion-history"
import { optionLabel, proposalsSideBySide, withProposals } from "~/chamber/motions/motion-options"
import { readMotion } from "~/chamber/motions/motion-page"
import { editMotion, putMotion } from "~/chamber/motions/motions"
import { nextStepAfter, nextStepOf } from "~/chamber/motions/next-step"
import { withdrawMotion } from "~/chamber/motions/standing"
import { findMotion } from "~/chamber/motions/store"
import { recordPageOf } from "~/chamber/record-page"
import { closeRound, openRound, proclaimRound } from "~/chamber/rounds/rounds"
import { readRecorder } from "~/chamber/views"
import { aMeetingInRoom, aMotion, anOpenRound, aTopicOnAgenda, must, type Room, voteAll } from "./factories"

const put = (room: Room, entry: Partial<Parameters<typeof putMotion>[1]> = {}) =>
  putMotion(room.recorder, {
    meetingId: room.meetingId,
    agendaItemId: room.agendaItemId,
    content: "同意活动室改造方案",
    proposalId: null,
    ...entry,
  })
const read = async (room: Room, motionId: string) =>
  (await findMotion(room.world.db.read, room.world.community.id, motionId))!
const versionsOf = async (room: Room, motionId: string) =>
  (await readMotionHistories(room.world.db.read, room.world.community.id, room.meetingId)).versionsOf(motionId)

const asked = (fill: string | null) => ({ item: null, edit: null, fill })

/** On the agenda with two wordings, the second one in force. */
async function aTopicOfTwoProposals(room: Room): Promise<string> {
  const topicId = await aTopicOnAgenda(room)
  const meeting = { id: room.meetingId, title: "第10次协商议事会" }
  await room.world.db.tx("t", q => unscheduleTopicsIn(q, room.desk, [topicId], meeting))
  const content = "只在小广场设一处，每天清运。"
  must(await saveProposal(room.desk, { topicId, version: 1, ...aWording({ content }) }))
  await room.world.db.tx("t", async q => must(await scheduleTopicsIn(q, room.desk, [topicId], meeting)))
  return topicId
}

test("every wording of a motion is kept, the first and the newest too, with who wrote it", async () => {
  const room = await aMeetingInRoom(await aWorld())
  const motionId = await aMotion(room, "在小广场装智慧音箱")
  const edit = { motionId, proposalId: null }
  must(await editMotion(room.recorder, { ...edit, version: 1, content: "在小广场试装智慧音箱" }))
  must(
    await editMotion(room.desk, {
      ...edit,
      version: 2,
      content: "在小广场试装智慧音箱",
      effect: "agreedWithConditions",
      conditions: ["音量不过60分贝"],
    }),
  )
  const versions = await versionsOf(room, motionId)
  expect(versions.map(one => [one.version, one.content, one.byName, one.conditions])).toEqual([
    [1, "在小广场装智慧音箱", room.recorder.actor.name, []],
    [2, "在小广场试装智慧音箱", room.recorder.actor.name, []],
    [3, "在小广场试装智慧音箱", room.desk.actor.name, ["音量不过60分贝"]],
  ])
})

test("what one wording changed of another is told word by word, clauses too", async () => {
  const room = await aMeetingInRoom(await aWorld())
  const motionId = await aMotion(room, "每天晚上8点以后不放")
  must(
    await editMotion(room.recorder, {
      motionId,
      version: 1,
      proposalId: null,
      content: "每天晚上7点以后不放",
      effect: "agreedWithConditions",
      conditions: ["周末放半天"],
    }),
  )
  const [newest, first] = viewWordings(await versionsOf(room, motionId))
  expect(first!.parts).toEqual([{ kind: "same", text: "每天晚上8点以后不放" }])
  expect(newest!.parts).toContainEqual({ kind: "removed", text: "8" })
  expect(newest!.parts).toContainEqual({ kind: "added", text: "7" })
  expect(newest!.parts.at(-1)).toMatchObject({ kind: "added", text: expect.stringContaining("附带条件1：周末放半天") })
  const kept = newest!.parts.filter(part => part.kind !== "removed").map(part => part.text)
  expect(kept.join("")).toMatch(/^每天晚上7点以后不放\n/)
})

test("whoever may vote may move a motion; who only attends may not", async () => {
  const world = await aWorld()
  const [room, other] = [await aMeetingInRoom(world, { observers: 1 }), await aMeetingInRoom(world)]
  const { motionId } = must(await put(room, { moverId: room.entitled[2]!.id }))
  const page = must(await readMotion(room.recorder, { meetingId: room.meetingId, motionId }))
  expect(page.putBy).toBe(`${room.entitled[2]!.name}提出`)
  expect(await put(room, { moverId: room.observers[0]!.id })).toMatchObject({
    code: "mover_not_entitled",
    detail: { name: room.observers[0]!.name },
  })
  expect(await put(room, { moverId: other.entitled[0]!.id })).toMatchObject({ code: "not_found" })
  expect(must(await readMotion(room.desk, { meetingId: room.meetingId, motionId: await aMotion(room) })).putBy).toBe(
    "会议提出",
  )
})

test("an election chooses and nothing else: it has no conditions and needs no fieldwork", async () => {
  const room = await aMeetingInRoom(await aWorld())
  const election = { kind: "election", content: "推选监票人", options: ["甲一", "乙二"] } as const
  expect(await put(room, { ...election, effect: "agreedWithConditions", conditions: ["只管一年"] })).toMatchObject({
    code: "election_plain",
  })
  const { motionId } = must(await put(room, election))
  expect(await read(room, motionId)).toMatchObject({ kind: "election", effect: "agreed" })
  const later = { motionId, version: 1, proposalId: null, content: "推选计票人", options: ["甲一", "乙二"] }
  must(await editMotion(room.recorder, later))
  expect((await read(room, motionId)).kind).toBe("election")
  expect(nextStepAfter({ kind: "election", effect: "agreed", amends: null }, passed)).toMatch(/当场宣布/)
})

test("choosing people for the meeting's own business leaves the topic undecided; choosing them for the matter decides it", async () => {
  const room = await aMeetingInRoom(await aWorld())
  const topicId = await aTopicOnAgenda(room)
  const topic = async () => (await findTopic(room.world.db.read, room.world.community.id, topicId))!
  const { proposal } = must(await readRecorder(room.recorder, room.meetingId)).items[0]!
  const chosen = async (content: string, proposalId: string | null) => {
    const { motionId } = must(await put(room, { kind: "election", content, proposalId }))
    const roundId = await anOpenRound(room, { motionId, secret: true })
    await voteAll(room, roundId, ["for", "for", "for", "for", "for"])
    must(await closeRound(room.chair, roundId))
    must(await proclaimRound(room.chair, roundId))
  }
  await chosen("推选甲一为监票人", null)
  expect((await topic()).state).toBe("scheduled")
  await chosen("推选甲一为楼道堆物的联络人", proposal!.id)
  expect(await topic()).toMatchObject({ state: "decided", outcome: "agreed" })
})

test("a motion that was withdrawn is not voted on any more, and says why", async () => {
  const room = await aMeetingInRoom(await aWorld())
  const motionId = await aMotion(room)
  expect(await withdrawMotion(room.recorder, { motionId, reason: " " })).toMatchObject({ code: "reason_missing" })
  must(await withdrawMotion(room.recorder, { motionId, reason: "提出人要求撤回" }))
  expect(await read(room, motionId)).toMatchObject({
    standing: "withdrawn",
    standingReason: "提出人要求撤回",
    version: 1,
  })
  expect(await openRound(room.chair, { motionId, secret: false })).toMatchObject({ code: "motion_withdrawn" })
  const again = { motionId, version: 1, content: "再来", proposalId: null }
  expect(await editMotion(room.recorder, again)).toMatchObject({ code: "motion_withdrawn" })
  expect(await withdrawMotion(room.recorder, { motionId, reason: "再撤" })).toMatchObject({ code: "motion_withdrawn" })
})

test("what is being voted on, or was decided, is not withdrawn", async () => {
  const room = await aMeetingInRoom(await aWorld())
  const motionId = await aMotion(room)
  await anOpenRound(room, { motionId })
  expect(await withdrawMotion(room.recorder, { motionId, reason: "不投了" })).toMatchObject({ code: "round_open" })
})

test("an option that names a proposal stands for it", () => {
  const first = { id: "p1", ordinal: 1, version: 1, content: "装在小广场。" }
  const second = { id: "p2", ordinal: 1, version: 2, content: "装".repeat(80) }
  const listed = proposalsSideBySide([first, second])
  expect(listed).toEqual([first, second])
  const options = listed.map((proposal, at) => ({ key: "ab"[at]!, label: optionLabel(proposal) }))
  expect(options[0]!.label).toBe("方案第1稿：装在小广场")
  expect([...options[1]!.label]).toHaveLength(60)
  expect(withProposals(options, listed)?.map(option => option.proposalId)).toEqual(["p1", "p2"])
  expect(withProposals([{ key: "a", label: "都装" }], listed)).toEqual([{ key: "a", label: "都装" }])
  const other = { id: "p3", ordinal: 2, version: 1, content: "装在活动室" }
  expect(proposalsSideBySide([first, second, other])).toEqual([second, other])
  expect(proposalsSideBySide([first])).toEqual([])
})

const lights: never[] = []
const passed = { outcome: "passed", tie: false, lights } as const
const notPassed = { outcome: "notPassed", tie: false, lights } as const

test.each([
  ["agreed", {}, /写进决议.*交办/],
  ["agreedWithConditions", {}, /附带条件逐条写进决议/],
  ["needsFieldwork", { returnOn: "2026-11-08" }, /2026年11月8日前带着调研情况再上会/],
  ["notAgreed", {}, /另备方案/],
  ["escalated", { escalateTo: "representatives" }, /提交居民代表会议决定/],
] as const)("%s says what comes next", (outcome, known, words) => {
  expect(nextStepOf(outcome, known)).toMatch(words)
})

test("what comes next follows the result: of an amendment its motion, of a tie another vote", () => {
  const matter = { kind: "matter", effect: "agreed", amends: null } as const
  const amendment = { kind: "amendment", effect: "agreed", amends: { ordinal: 1 } } as const
  expect(nextStepAfter(matter, null)).toBe("")
  expect(nextStepAfter(matter, passed)).toBe(nextStepOf("agreed"))
  expect(nextStepAfter(matter, notPassed)).toBe(nextStepOf("notAgreed"))
  expect(nextStepAfter({ ...matter, effect: "needsFieldwork" }, notPassed)).toMatch(/这一条不办/)
  expect(nextStepAfter(matter, { ...notPassed, tie: true })).toMatch(/再表决一次/)
  expect(nextStepAfter(matter, { ...notPassed, tie: true, castingVote: "against" })).toBe(nextStepOf("notAgreed"))
  expect(nextStepAfter(matter, { outcome: "cannotBeCounted", tie: false, lights })).toMatch(/再表决一次/)
  expect(nextStepAfter(amendment, passed)).toMatch(/第1件已经改成/)
  expect(nextStepAfter(amendment, notPassed)).toMatch(/第1件的文字不变/)
})

test("several proposals of one topic are put side by side: the recorder asks, and the options are filled in", async () => {
  const room = await aMeetingInRoom(await aWorld())
  await aTopicOfTwoProposals(room)
  const page = recordPageOf(must(await readRecorder(room.recorder, room.meetingId)), asked("sideBySide"))
  expect(page.suggestion).toMatchObject({ content: "“活动室改造”用哪个方案", proposalId: "" })
  const { suggestion } = page
  const { motionId } = must(
    await put(room, { content: suggestion!.content, options: suggestion!.options.split("\n"), seats: 1 }),
  )
  const motion = await read(room, motionId)
  expect(motion.options!.map(option => option.label)).toEqual([
    "方案第1稿：每栋设一处临时堆放点，每周六清运",
    "方案第2稿：只在小广场设一处，每天清运",
  ])
  expect(motion.options!.every(option => option.proposalId)).toBe(true)
  expect(new Set(motion.options!.map(option => option.proposalId)).size).toBe(2)
})

test("or one after another: what was put is not offered again, and the first that passes is agreed on", async () => {
  const room = await aMeetingInRoom(await aWorld())
  const topicId = await aTopicOfTwoProposals(room)
  const fills = async () =>
    recordPageOf(must(await readRecorder(room.recorder, room.meetingId)), asked(null)).fills.map(fill => fill.label)
  expect(await fills()).toEqual(["把各方案并列表决", "只表决方案第1稿", "只表决方案第2稿"])
  const page = recordPageOf(must(await readRecorder(room.recorder, room.meetingId)), asked(null))
  for (const [choice, fill] of [
    ["against", page.fills[1]!.fill],
    ["for", page.fills[2]!.fill],
  ] as const) {
    const { suggestion } = recordPageOf(must(await readRecorder(room.recorder, room.meetingId)), asked(fill))
    expect(suggestion!.proposalId).toBe(fill)
    const { motionId } = must(await put(room, { content: suggestion!.content, proposalId: fill }))
    const roundId = await anOpenRound(room, { motionId })
    await voteAll(room, roundId, [choice, choice, choice])
    must(await closeRound(room.chair, roundId))
    must(await proclaimRound(room.chair, roundId))
  }
  expect(await fills()).toEqual(["把各方案并列表决"])
  expect((await findTopic(room.world.db.read, room.world.community.id, topicId))!.outcome).toBe("agreed")
})

test("where there is one proposal there is nothing to choose from", async () => {
  const room = await aMeetingInRoom(await aWorld())
  await aTopicOnAgenda(room)
  const page = recordPageOf(must(await readRecorder(room.recorder, room.meetingId)), asked("sideBySide"))
  expect(page.fills).toEqual([])
  expect(page.suggestion).toMatchObject({ options: "" })
})
