/** 渠道: how an issue came in, and what the way is called. */
export const channelNames = {
  gridWorker: "网格员上报",
  gridPatrol: "网格巡查",
  chatGroup: "微信群",
  station: "议事驿站来访",
  hotline: "服务热线",
  messageBoard: "留言板",
  visit: "入户走访",
  meeting: "会议座谈",
  property: "物业转报",
  cppcc: "政协委员",
  board: "网上公示栏",
  other: "其他",
} as const

export type IssueChannel = keyof typeof channelNames

// Asked from top to bottom: 网格员巡查 is a patrol, 居民群 a group, 网格员走访 a visit.
const words: [RegExp, IssueChannel][] = [
  [/政协|社情民意/, "cppcc"],
  [/物业/, "property"],
  [/群/, "chatGroup"],
  [/微信/, "chatGroup"],
  [/驿站|议事亭|来访|上门反映|窗口|大厅/, "station"],
  [/热线|12345|来电|电话/, "hotline"],
  [/留言|建言|网上|网络|公众号|小程序|信箱|公示栏|平台/, "messageBoard"],
  [/座谈|恳谈|会议|议事会|组长会|会上/, "meeting"],
  [/巡查|排查|巡逻/, "gridPatrol"],
  [/走访|入户|探访/, "visit"],
  [/网格|微网格|楼栋长|楼长/, "gridWorker"],
]

/** The channel a word on a sheet means; null for an empty cell, "other" for a word that is not known. */
export function readChannel(text: string): IssueChannel | null {
  if (text === "") return null
  const named = Object.entries(channelNames).find(([, name]) => name === text)
  return (named?.[0] as IssueChannel | undefined) ?? words.find(([word]) => word.test(text))?.[1] ?? "other"
}
