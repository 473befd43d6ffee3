import { inspectTask, rateTask } from "~/followup/inspecting"
import { finishTask, reportProgress, signForTask } from "~/followup/working"
import { rateByFollowCode } from "~/intake/satisfaction"
import { answerIssue } from "~/intake/sorting"
import { must } from "./must"
import type { Story } from "./stage"
import { handOut, photograph } from "./works"

/** The one item goes to the property company on the afternoon of the meeting. Returns the task's id. */
export async function handOutCrossing(story: Story, resolutionId: string): Promise<string> {
  const [taskId] = await handOut(story.as("甲一", 1, "17:00"), resolutionId, [
    {
      itemOrdinal: 1,
      handler: "悦园物业",
      handlerPersonId: story.personIds.卯四!,
      dueOn: story.dayOf(4),
      quantity: "1米",
    },
  ])
  must(await signForTask(story.as("卯四", 1, "17:30"), { taskId: taskId! }))
  return taskId!
}

/** The second day: the works begin, with a photo of how it was. */
export async function beginCrossing(story: Story, taskId: string): Promise<void> {
  const before = { stage: "before", scene: "narrowGate", caption: "道口只有1米宽" } as const
  await photograph(story.as("卯四", 2, "07:40"), taskId, before, story.as("甲一", 2, "09:00"))
  const note = "围挡已立好，留了行人通道，旧路沿石已拆"
  must(await reportProgress(story.as("卯四", 2, "11:30"), { taskId, quantityDone: null, note }))
}

/** The third day: it is done, looked over and found good. */
export async function finishCrossing(story: Story, taskId: string): Promise<void> {
  const after = { stage: "after", scene: "wideGate", caption: "道口拓宽1米，两辆电瓶车可以并行" } as const
  await photograph(story.as("卯四", 3, "09:40"), taskId, after, story.as("甲一", 3, "10:30"))
  must(await finishTask(story.as("卯四", 3, "10:00"), { taskId, note: "拓宽1米，路面铺平，标线画好" }))
  must(
    await inspectTask(story.as("戊五", 3, "14:00"), {
      taskId,
      passed: true,
      note: "现场量过，净宽2米，路面平整",
      recheckOn: story.dayOf(33),
    }),
  )
  must(await rateTask(story.as("甲一", 3, "14:30"), { taskId, level: "satisfied", note: "接送孩子的居民都说好" }))
}

/** The proposer hears of it on the same afternoon, by telephone: only now is the matter closed. */
export async function answerCrossing(story: Story, issueId: string): Promise<void> {
  const answer = {
    content: "道口已经由物业拓宽1米，今天完工并验收。一个月后社区再去看一次，谢谢您反映。",
    means: "电话",
    resolved: true,
  }
  must(await answerIssue(story.as("甲一", 3, "15:00"), { issueId, answer }))
}

/** In the evening she says so herself, with the code from her slip. */
export async function rateCrossing(story: Story, followCode: string): Promise<void> {
  const rating = { followCode, level: "satisfied", comment: "三天就办好了，接送孩子放心了" } as const
  must(await rateByFollowCode(story.asResident(3, "19:30"), rating))
}
