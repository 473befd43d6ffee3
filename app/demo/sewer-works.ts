import { inspectTask, rateTask } from "~/followup/inspecting"
import { replaceTask } from "~/followup/redirecting"
import { blockTask, finishTask, reportProgress, signForTask } from "~/followup/working"
import { rateByFollowCode } from "~/intake/satisfaction"
import { answerIssue } from "~/intake/sorting"
import { must } from "./must"
import type { Story } from "./stage"
import { handOut, photograph } from "./works"

const handler = "银杏物业"

/**
 * The first proposal is begun: marked out, the pipe turns out to go through a garage, and the company calls on its owner,
 * again and again. Returns the task's id.
 */
export async function tryFirstProposal(story: Story, resolutionId: string): Promise<string> {
  const [taskId] = await handOut(story.as("甲一", 9, "14:00"), resolutionId, [
    { itemOrdinal: 1, handler, handlerPersonId: story.personIds.辰五!, dueOn: story.dayOf(24), quantity: "" },
  ])
  must(await signForTask(story.as("辰五", 9, "16:00"), { taskId: taskId! }))
  const before = { stage: "before", scene: "openDitch", caption: "污水排进楼前明沟" } as const
  await photograph(story.as("辰五", 10, "09:00"), taskId!, before, story.as("甲一", 10, "11:00"))
  const visits: [day: number, note: string][] = [
    [10, "放线才知道，旧井占着路面，水管只能从102室车库里穿过。第一次上门，车库业主不在家，留了电话"],
    [12, "第二次上门，车库业主不同意从车库里穿管"],
    [14, "会同社区第三次上门，讲明补偿和恢复办法，仍不同意"],
  ]
  for (const [day, note] of visits)
    must(await reportProgress(story.as("辰五", day, "19:00"), { taskId: taskId!, quantityDone: null, note }))
  return taskId!
}

/** No majority can give what belongs to one owner: the company says that it cannot go on. */
export async function blockFirstProposal(story: Story, taskId: string): Promise<void> {
  const reason = "水管要从车库里穿过，三次上门业主都不同意。车库是业主专有部分，须他本人同意，会议多数不能代替"
  must(await blockTask(story.as("辰五", 16, "10:00"), { taskId, reason }))
}

/** The topic is not reported anew: its second proposal is opened. */
export async function giveUpFirstProposal(story: Story, taskId: string): Promise<void> {
  const reason = "车库业主不同意接管，第一个方案做不下去，改走第二个方案"
  must(await replaceTask(story.as("甲一", 17, "09:30"), { taskId, reason }))
}

/** The second resolution in the same hands. Returns the task's id. */
export async function handOutSecondProposal(story: Story, resolutionId: string): Promise<string> {
  const [taskId] = await handOut(story.as("甲一", 28, "09:00"), resolutionId, [
    { itemOrdinal: 1, handler, handlerPersonId: story.personIds.辰五!, dueOn: story.dayOf(36), quantity: "46米" },
  ])
  must(await signForTask(story.as("辰五", 28, "10:00"), { taskId: taskId! }))
  return taskId!
}

/** Four days' work, each with what was laid by evening. */
export async function carryOutSecondProposal(story: Story, taskId: string): Promise<void> {
  const days: [day: number, metres: number, note: string][] = [
    [31, 8, "围挡、破路，管沟挖到12栋东侧"],
    [32, 22, "管道铺到路中，留出老人通道"],
    [33, 38, "接到新的污水排放口，通水试验"],
    [34, 46, "回填、恢复路面"],
  ]
  for (const [day, quantityDone, note] of days)
    must(await reportProgress(story.as("辰五", day, "17:30"), { taskId, quantityDone, note }))
  const shots = [
    [32, { stage: "during", scene: "brokenRoad", caption: "破路铺管" }],
    [34, { stage: "after", scene: "mendedRoad", caption: "路面恢复，明沟不再有污水" }],
  ] as const
  for (const [day, shot] of shots)
    await photograph(story.as("辰五", day, "17:50"), taskId, shot, story.as("甲一", day, "18:30"))
  must(await finishTask(story.as("辰五", 34, "18:00"), { taskId, note: "四天完工" }))
  must(
    await inspectTask(story.as("戊五", 35, "10:00"), {
      taskId,
      passed: true,
      note: "通水两小时不渗漏，路面平整，明沟已冲洗",
      recheckOn: story.dayOf(65),
    }),
  )
  must(await rateTask(story.as("甲一", 35, "16:00"), { taskId, level: "satisfied", note: "异味没有了" }))
}

/** Both proposers are answered, each for herself, by one answer to the first of them. */
export async function answerSewer(story: Story, issueId: string): Promise<void> {
  const answer = {
    content: "12栋污水管已改道46米，接到新的排放口，明沟不再有污水。下个月社区再复查一次。",
    means: "上门",
    resolved: true,
  }
  must(await answerIssue(story.as("甲一", 36, "10:00"), { issueId, answer }))
}

export async function rateSewer(story: Story, followCode: string): Promise<void> {
  const comment = "以前绕路走，现在直接走过去，异味也没有了"
  must(await rateByFollowCode(story.asResident(36, "20:00"), { followCode, level: "satisfied", comment }))
}
