export type ErrorWords = { title: string; next: string }

const asOften = "请退回上一页再试一次；还不行，请把下面的请求号告诉管理员。"

const byStatus: Record<number, ErrorWords> = {
  400: { title: "这一步没有办成", next: "收到的内容不完整。请退回上一页再试一次。" },
  403: { title: "这一页您不能看", next: "您的岗位不能看这一页。需要看的话，请找社区管理员开通。" },
  404: { title: "没有找到这一页", next: "可能地址不对，或者已经不在这里。请从首页重新找。" },
  405: { title: "这一步没有办成", next: "这一页不收提交的内容。请退回上一页再试一次。" },
  413: { title: "内容太大", next: "请缩小后再传。" },
  429: { title: "试的次数太多", next: "请过十分钟再试。" },
  507: { title: "磁盘满了，没有保存", next: "以前保存的都在。请腾出空间再试一次。" },
}

/** What a page that shows no more than an error is called, and what to do next, where no sentence of our own was given. */
export const errorWordsOf = (status: number): ErrorWords =>
  byStatus[status] ??
  (status < 500
    ? { title: "这一步没有办成", next: asOften }
    : { title: "出了差错，这一步没有办成", next: `已经保存的内容都在。${asOften}` })

/** Our own sentences are Chinese; what the framework says of itself is English and stays with it. */
export const ownSentence = (data: unknown): string | undefined =>
  typeof data === "string" && /\p{Script=Han}/u.test(data) ? data : undefined
