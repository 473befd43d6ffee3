import type { ProgressItem } from "~/followup/progress"
import { daysBetween, formatDate } from "~/law/civil-date"

/** One item of what was decided, in the words of the wall. */
export type Work = {
  taskId: string
  content: string
  /** 380 / 570米; empty where nothing is counted. */
  quantity: { have: number; whole: number; words: string } | null
  /** 办理中, 受阻, 已完成 … */
  stateWord: string
  look: "fill" | "ok" | "low"
  /** 晚了1天; empty while it is not late. */
  lateWord: string
  /** 2026年12月20日前完成; empty when it is over. */
  dueWord: string
  handler: string
  isOver: boolean
}

/** Plain words: residents do not sign for tasks, and 待验收 is not finished for them. */
const stateWords: Record<ProgressItem["state"], string> = {
  assigned: "准备办理",
  signedFor: "准备办理",
  doing: "办理中",
  blocked: "受阻，正在想办法",
  done: "做完了，等验收",
  inspected: "已完成，验收合格",
  satisfied: "已完成，验收合格",
  replaced: "改走下一个方案",
}

export function workOf(item: ProgressItem, today: string): Work {
  const isOver = item.state === "inspected" || item.state === "satisfied"
  const late = item.isLate ? daysBetween(item.dueOn, today) : 0
  return {
    taskId: item.taskId,
    content: item.content,
    quantity:
      item.quantityTotal === null
        ? null
        : {
            have: item.quantityDone,
            whole: item.quantityTotal,
            words: `${grouped(item.quantityDone)} / ${grouped(item.quantityTotal)}${item.unit}`,
          },
    stateWord: stateWords[item.state],
    look: isOver ? "ok" : item.state === "blocked" || item.isLate ? "low" : "fill",
    lateWord: late > 0 ? `晚了${late}天` : "",
    dueWord: isOver ? "" : `${formatDate(item.dueOn)}前完成`,
    handler: item.handler,
    isOver,
  }
}

const grouped = (count: number) => count.toLocaleString("zh-CN")
