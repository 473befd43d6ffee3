import { chaseTask, replyToChase } from "~/followup/chasing"
import { inspectTask, rateTask } from "~/followup/inspecting"
import { blockTask, finishTask, reportProgress, signForTask } from "~/followup/working"
import { rateByFollowCode } from "~/intake/satisfaction"
import { answerIssue } from "~/intake/sorting"
import { must } from "./must"
import { type RiverIssue, riverHands, riverIssues } from "./river"
import type { Story } from "./stage"
import { handOut, photograph } from "./works"

export type RiverTasks = Record<RiverIssue, string>

const quantities = ["570米", "1800米", "1座", "3组", "320平方米"]

/** All five items on one day: two to an office without an account, three to the property company. */
export async function handOutRiver(story: Story, resolutionId: string): Promise<RiverTasks> {
  const items = riverHands(story).map(({ handler, dueOn }, at) => ({
    itemOrdinal: at + 1,
    handler,
    handlerPersonId: handler === "悦园物业" ? story.personIds.卯四! : null,
    dueOn,
    quantity: quantities[at]!,
  }))
  const taskIds = await handOut(story.as("甲一", 14, "09:00"), resolutionId, items)
  for (const [at, taskId] of taskIds.entries()) {
    const isOwn = items[at]!.handlerPersonId !== null
    must(await signForTask(story.as(isOwn ? "卯四" : "乙二", 15, `09:${at}0`), { taskId }))
  }
  return Object.fromEntries(riverIssues.map((key, at) => [key, taskIds[at]!])) as RiverTasks
}

/** 570 metres of river: dredged, looked over, and well received. The office writes for whoever has no account. */
export async function dredgeRiver(story: Story, taskId: string): Promise<void> {
  const before = { stage: "before", scene: "foulRiver", caption: "淤泥发臭，杂树丛生" } as const
  await photograph(story.as("乙二", 15, "16:00"), taskId, before, story.as("甲一", 15, "17:00"))
  const metres: [day: number, done: number, note: string][] = [
    [18, 190, "自动清淤设备进场，清到桥下"],
    [21, 380, "两岸杂树清理完"],
    [26, 570, "清淤到底，淤泥外运"],
  ]
  for (const [day, quantityDone, note] of metres)
    must(await reportProgress(story.as("乙二", day, "17:00"), { taskId, quantityDone, note }))
  const after = { stage: "after", scene: "clearRiver", caption: "淤泥清完，水面清了" } as const
  await photograph(story.as("乙二", 26, "17:20"), taskId, after, story.as("甲一", 26, "18:00"))
  must(await finishTask(story.as("乙二", 26, "17:40"), { taskId, note: "570米全部完成" }))
  const inspection = { taskId, passed: true, note: "逐段看过，无异味，断面符合要求", recheckOn: story.dayOf(57) }
  must(await inspectTask(story.as("戊五", 27, "10:00"), inspection))
  must(await rateTask(story.as("甲一", 28, "15:00"), { taskId, level: "satisfied", note: "居民又来散步了" }))
}

/** 1,800 metres of path: half of it is done. */
export async function layPath(story: Story, taskId: string): Promise<void> {
  must(await reportProgress(story.as("乙二", 24, "17:00"), { taskId, quantityDone: 450, note: "东岸第一段已铺" }))
  must(await reportProgress(story.as("乙二", 30, "17:00"), { taskId, quantityDone: 900, note: "东岸900米全部铺好" }))
}

export async function mendPavilion(story: Story, taskId: string): Promise<void> {
  const before = { stage: "before", scene: "wornPavilion", caption: "亭顶破损漏雨" } as const
  await photograph(story.as("卯四", 16, "09:00"), taskId, before, story.as("甲一", 16, "10:00"))
  must(
    await reportProgress(story.as("卯四", 20, "17:00"), { taskId, quantityDone: null, note: "木柱已换，屋面正在做" }),
  )
  const after = { stage: "after", scene: "mendedPavilion", caption: "新屋面、新木柱" } as const
  await photograph(story.as("卯四", 24, "16:00"), taskId, after, story.as("甲一", 24, "17:00"))
  must(await finishTask(story.as("卯四", 24, "16:20"), { taskId, note: "屋面和四根木柱都换新" }))
  const inspection = { taskId, passed: true, note: "浇水试过不漏", recheckOn: null }
  must(await inspectTask(story.as("甲一", 25, "10:00"), inspection))
  must(await rateTask(story.as("甲一", 25, "16:00"), { taskId, level: "mostly", note: "希望再添两张凳子" }))
}

/** One group of three stands; the other two are late, and chased. Returns the chase's id. */
export async function chaseChargers(story: Story, taskId: string): Promise<string> {
  const first = { stage: "during", scene: "oneCharger", caption: "第一组已通电" } as const
  must(await reportProgress(story.as("卯四", 22, "17:00"), { taskId, quantityDone: 1, note: "第一组已装好通电" }))
  await photograph(story.as("卯四", 22, "17:10"), taskId, first, story.as("甲一", 22, "18:00"))
  const chase = {
    taskId,
    demand: "充电桩已过时限，请说明第二、三组何时装好，飞线充电的楼栋先派人巡查",
    replyDueOn: story.dayOf(30),
  }
  const { chaseId } = must(await chaseTask(story.as("甲一", 28, "09:00"), chase))
  const reply = "变压器要先增容，供电部门排在下周；已每晚巡查两次，劝阻飞线充电"
  must(await replyToChase(story.as("卯四", 29, "11:00"), { taskId, chaseId, reply }))
  return chaseId
}

export async function blockFloor(story: Story, taskId: string): Promise<void> {
  const photo = { stage: "during", scene: "brokenFloor", caption: "地板下排水管破损" } as const
  must(await reportProgress(story.as("卯四", 24, "10:00"), { taskId, quantityDone: null, note: "旧地板已起开" }))
  await photograph(story.as("卯四", 25, "16:00"), taskId, photo)
  const reason = "旧地板起开后发现下面排水管破损，要先修管，等管道修好才能铺"
  must(await blockTask(story.as("卯四", 26, "09:00"), { taskId, reason }))
}

/** What is done is answered at once, to whoever asked for it; the rest waits for its own end. */
export async function answerRiver(story: Story, issueIds: Pick<Record<RiverIssue, string>, "river" | "pavilion">) {
  const river = "二夜河570米已清淤，杂树清完，请您晚上来走走。步道还在铺，铺好再告诉您。"
  const pavilion = "睦邻亭屋面和木柱都换新了，可以去下棋了。凳子物业下个月再添两张。"
  const answerOf = (content: string) => ({ content, means: "微信群", resolved: true })
  must(await answerIssue(story.as("甲一", 25, "17:00"), { issueId: issueIds.pavilion, answer: answerOf(pavilion) }))
  must(await answerIssue(story.as("甲一", 28, "16:00"), { issueId: issueIds.river, answer: answerOf(river) }))
}

export async function rateRiver(story: Story, followCodes: { river: string; pavilion: string }): Promise<void> {
  const [mostly, satisfied] = [
    { followCode: followCodes.pavilion, level: "mostly", comment: "亭子好了，凳子不够坐" },
    { followCode: followCodes.river, level: "satisfied", comment: "早就盼着整治，又可以散步了" },
  ] as const
  must(await rateByFollowCode(story.asResident(26, "20:00"), mostly))
  must(await rateByFollowCode(story.asResident(29, "20:00"), satisfied))
}
