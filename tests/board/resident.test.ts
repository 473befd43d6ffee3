import { expect, test } from "vitest"
import { objections } from "#db/schema/records"
import { anAnswer, anIssue } from "#tests/intake/factories"
import { aPostedNotice } from "#tests/records/edition-factories"
import { aWorld, type World } from "#tests/world"
import { findFollowed, rateFollowed, readFollowed } from "~/board/following"
import { sendObjection, sendReport } from "~/board/sending"
import { readIssue } from "~/intake/issue-views"
import { sortIssue } from "~/intake/sorting"
import type { Result } from "~/law/result"
import { answerObjection } from "~/records/objections"
import { networkOf } from "~/web/network"

const codeOf = (result: Result<unknown>) => (result.ok ? "done" : result.code)
const must = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.code)
  return result.value
}
const sender = (address = "10.0.0.1", website = "") => ({ address, website })
const aReport = (content = "3栋电梯停了两天，老人下不了楼。") => ({
  content,
  place: "银杏家园3栋",
  reporterName: "未女士",
  reporterPhone: "13900000022",
})
const minutesLater = (world: World, minutes: number) => {
  world.clock.now = new Date(world.clock.now.getTime() + minutes * 60_000)
}

test("a resident reports, is answered twice, and says that the trouble is gone", async () => {
  const world = await aWorld()
  const stranger = world.asStranger()
  const { followCode: code, issueId } = must(await sendReport(stranger, sender(), aReport()))
  const knock = { code, address: "10.0.0.1" }
  const see = async () => {
    const seen = must(await readFollowed(stranger, knock))
    if (seen.kind !== "issue") throw new Error(seen.kind)
    return seen.issue
  }
  expect((await see()).headline.title).toBe("已收到")
  must(
    await sortIssue(await world.as("secretary"), {
      issueId,
      sorting: {
        triage: "quick",
        reason: "",
        firstAnswer: { content: "已报修，今天来人。", means: "电话" },
        finalAnswer: { content: "电梯修好了。", means: "电话", resolved: true },
      },
    }),
  )
  const closed = await see()
  expect(closed.headline).toEqual({ kind: "done", title: "已办结", text: "电梯修好了。" })
  expect(closed.moments.map(moment => moment.title)).toEqual([
    "社区答复：办得怎样",
    "社区答复：收到了，打算这样办",
    "您反映了这件事",
  ])
  expect(closed.canRate).toBe(true)
  must(await rateFollowed(stranger, knock, { level: "satisfied", comment: "很快" }))
  expect((await see()).satisfaction).toMatchObject({ level: "satisfied", comment: "很快" })
  expect(codeOf(await rateFollowed(stranger, knock, { level: "unresolved", comment: "" }))).toBe("already_rated")
})

test("没有解决 opens the matter again, and the page says so", async () => {
  const world = await aWorld()
  const secretary = await world.as("secretary")
  const stranger = world.asStranger()
  const { followCode: code, issueId } = must(await sendReport(stranger, sender(), aReport()))
  const firstAnswer = anAnswer({ content: "来看过了。" })
  const finalAnswer = { ...anAnswer({ content: "修好了。" }), resolved: true }
  must(await sortIssue(secretary, { issueId, sorting: { triage: "quick", reason: "", firstAnswer, finalAnswer } }))
  must(await rateFollowed(stranger, { code, address: "10.0.0.1" }, { level: "unresolved", comment: "又停了" }))
  const issue = must(await readIssue(secretary, issueId))
  expect(issue).toMatchObject({ state: "accepted", reopenedCount: 1 })
  const seen = must(await readFollowed(stranger, { code, address: "10.0.0.1" }))
  expect(seen.kind === "issue" && seen.issue.headline.title).toBe("重新办理")
})

test("whoever follows a number reads nothing of anyone else", async () => {
  const world = await aWorld()
  const stranger = world.asStranger()
  const { followCode: code } = must(await sendReport(stranger, sender(), aReport()))
  await anIssue(await world.as("secretary"), { title: "隔壁的事", reporterName: "酉女士" })
  const text = JSON.stringify(must(await readFollowed(stranger, { code, address: "10.0.0.1" })))
  for (const word of ["未女士", "13900000022", "酉女士", "隔壁的事", "issueId", "headId"])
    expect(text).not.toContain(word)
})

test("the same words sent twice are one report with one number; later they are another", async () => {
  const world = await aWorld()
  const stranger = world.asStranger()
  const first = must(await sendReport(stranger, sender(), aReport()))
  minutesLater(world, 9)
  expect(must(await sendReport(stranger, sender(), aReport()))).toEqual(first)
  minutesLater(world, 2)
  expect(must(await sendReport(stranger, sender(), aReport())).issueId).not.toBe(first.issueId)
})

test("one address may send five things in an hour, all of them sixty; nothing more is kept", async () => {
  const world = await aWorld()
  const stranger = world.asStranger()
  for (let n = 1; n <= 5; n += 1) must(await sendReport(stranger, sender(), aReport(`第${n}件事`)))
  const sixth = await sendReport(stranger, sender(), aReport("第6件事"))
  expect(sixth).toMatchObject({ code: "sent_too_often", detail: { status: 429 } })
  for (let n = 7; n <= 60; n += 1) must(await sendReport(stranger, sender(`10.0.1.${n}`), aReport(`第${n}件事`)))
  expect(codeOf(await sendReport(stranger, sender("10.0.2.1"), aReport("第61件事")))).toBe("board_too_busy")
  minutesLater(world, 60)
  expect(codeOf(await sendReport(stranger, sender(), aReport("过了一小时")))).toBe("done")
})

test("what a program fills in is not kept, and a person is told so", async () => {
  const world = await aWorld()
  const refused = await sendReport(world.asStranger(), sender("10.0.0.1", "https://spam.example"), aReport())
  expect(codeOf(refused)).toBe("filled_by_program")
  expect(codeOf(await findFollowed(world.asStranger(), { code: "1234567890", address: "10.0.0.1" }))).toBe(
    "follow_code_unknown",
  )
})

test("after thirty numbers nobody has, an address finds nothing for a while, not even its own", async () => {
  const world = await aWorld()
  const stranger = world.asStranger()
  const { followCode: code } = must(await sendReport(stranger, sender(), aReport()))
  const other = code === "0000000000" ? "1111111111" : "0000000000"
  for (let n = 0; n < 30; n += 1)
    expect(codeOf(await findFollowed(stranger, { code: other, address: "10.0.0.9" }))).toBe("follow_code_unknown")
  expect(codeOf(await readFollowed(stranger, { code, address: "10.0.0.9" }))).toBe("too_many_attempts")
  expect(codeOf(await readFollowed(stranger, { code, address: "10.0.0.8" }))).toBe("done")
  minutesLater(world, 10)
  expect(codeOf(await readFollowed(stranger, { code, address: "10.0.0.9" }))).toBe("done")
})

test("of many numbers tried at once from one address, no more are looked up than one after the other", async () => {
  const world = await aWorld()
  const stranger = world.asStranger()
  const { followCode: code } = must(await sendReport(stranger, sender(), aReport()))
  const wrong = Array.from({ length: 60 }, (_, n) => String(1_000_000_000 + n)).filter(one => one !== code)
  const tried = await Promise.all(
    [...wrong, code].map(one => findFollowed(stranger, { code: one, address: "10.0.0.9" }).then(codeOf)),
  )
  expect(tried.filter(one => one === "follow_code_unknown")).toHaveLength(30)
  expect(tried.at(-1)).toBe("too_many_attempts")
})

test("a right number costs nothing, however often it is asked for", async () => {
  const world = await aWorld()
  const stranger = world.asStranger()
  const { followCode: code } = must(await sendReport(stranger, sender(), aReport()))
  for (let n = 0; n < 35; n += 1)
    expect(codeOf(await readFollowed(stranger, { code, address: "10.0.0.9" }))).toBe("done")
})

test("attempts are counted by the household: an address of version 4, a network of version 6", () => {
  expect(networkOf("10.0.0.9")).toBe("10.0.0.9")
  expect(networkOf("::ffff:10.0.0.9")).toBe("::ffff:10.0.0.9")
  expect(networkOf("2001:db8:0:7::1")).toBe("2001:db8:0:7::/64")
  expect(networkOf("2001:db8:0:7:aaaa:bbbb:cccc:dddd")).toBe("2001:db8:0:7::/64")
  expect(networkOf("2001:0DB8::9")).toBe("2001:db8:0:0::/64")
  expect(networkOf("2001:db8:0:8::1")).not.toBe(networkOf("2001:db8:0:7::1"))
  expect(networkOf("fe80::1%eth0")).toBe("fe80::1%eth0")
})

test("a number typed with spaces or in full width is the same number; anything else is none", async () => {
  const world = await aWorld()
  const stranger = world.asStranger()
  const { followCode: code } = must(await sendReport(stranger, sender(), aReport()))
  const typed = `${code.slice(0, 4)} ${code.slice(4, 8)} ${code.slice(8)}`
  expect(must(await findFollowed(stranger, { code: typed, address: "10.0.0.1" }))).toBe(code)
  expect(codeOf(await findFollowed(stranger, { code: "振社问12号", address: "10.0.0.1" }))).toBe("follow_code_unknown")
})

test("an objection from the board is followed by its number, and its answer is read there", async () => {
  const world = await aWorld()
  const { noticeId, secretary } = await aPostedNotice(world)
  const stranger = world.asStranger()
  const entry = { noticeId, name: "酉女士", phone: "13900000033", content: "施工时间太早，孩子要睡觉。" }
  const { followCode: code } = must(await sendObjection(stranger, sender(), entry))
  const see = async () => {
    const seen = must(await readFollowed(stranger, { code, address: "10.0.0.1" }))
    if (seen.kind !== "objection") throw new Error(seen.kind)
    return seen.objection
  }
  expect(await see()).toMatchObject({ content: entry.content, answer: "", isLate: false })
  const [row] = await world.db.read.select({ id: objections.id }).from(objections)
  must(await answerObjection(secretary, { objectionId: row!.id, answer: "改为八点以后施工。" }))
  const answered = await see()
  expect(answered.answer).toBe("改为八点以后施工。")
  expect(JSON.stringify(answered)).not.toContain("酉女士")
})
