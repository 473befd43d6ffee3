import type { Page } from "playwright-core"
import { expect } from "vitest"
import { readText } from "#tests/templates/read-pdf"
import { arriveAt, fillIn, follow, press, see, turnTo } from "./hands"
import { inspect } from "./inspection"
import { enter } from "./presiding"
import { download } from "./printed"

export const openPaper = async (page: Page, paper: string | RegExp, heading: string | RegExp) => {
  await turnTo(page, "文书")
  await follow(page, paper)
  await arriveAt(page, heading)
}

/** 第7步 a: minutes and resolution begin with what was recorded, and are worded in place. */
export async function wordPapers(recorder: Page, gist: string, dissent: string): Promise<void> {
  await enter(recorder, "会议纪要")
  await arriveAt(recorder, "会议纪要")
  await inspect(recorder, "nothing drafted")
  await press(recorder, "起草会议纪要")
  await see(recorder, "已按会上的记录起草，请看一遍、改好文字。")
  await inspect(recorder, "minutes drafted")
  const discussion = recorder.getByLabel("讨论情况", { exact: true }).first()
  expect(await discussion.inputValue()).toContain(gist)
  await recorder.getByLabel("不同意见（选填）", { exact: true }).first().fill(dissent)
  await fillIn(recorder, { "结尾（选填）": "会议要求抓紧施工，按时完工。" })
  await press(recorder, "保存文字")
  await see(recorder, "文字已保存。")
  await press(recorder, "送主持人核准")
  await see(recorder, /^已送主持人核准/)
  await inspect(recorder, "minutes sent to the chair")
  await press(recorder, "起草决议")
  await recorder.getByRole("button", { name: "起草决议" }).waitFor({ state: "detached" })
}

/** The chair reads the paper that is open, is asked once more, and approves. */
export async function approve(chair: Page, kind: "会议纪要" | "决议"): Promise<void> {
  await chair.getByRole("link", { name: "核准并编号" }).waitFor()
  await inspect(chair, `${kind} before approval`)
  await follow(chair, "核准并编号")
  await arriveAt(chair, `核准${kind}`)
  await inspect(chair, `${kind} to approve`)
  await press(chair, "核准并编号")
  await see(chair, /^已核准并编号/)
  await inspect(chair, `${kind} approved`)
}

/** Exported twice, the same facts give the one row that is there; its bytes are a PDF that says what was decided. */
export async function exportTwice(page: Page, paper: string | RegExp, kind: string, words: string[]): Promise<void> {
  await openPaper(page, paper, kind === "会议纪要" ? kind : /./)
  await press(page, "导出PDF")
  await see(page, "第1版")
  const first = await download(page, page.getByRole("link", { name: /^下载/ }))
  await press(page, "导出PDF")
  await see(page, /^PDF已在下面/)
  await expect.poll(() => page.getByRole("link", { name: /^下载/ }).count()).toBe(1)
  await inspect(page, `${kind} exported`)
  const second = await download(page, page.getByRole("link", { name: /^下载/ }))
  expect(Buffer.from(second).equals(Buffer.from(first))).toBe(true)
  const text = readText(second)
  for (const word of words) expect(text).toContain(word)
}

export async function seePapers(page: Page): Promise<void> {
  await turnTo(page, "文书")
  expect(await page.getByRole("link", { name: /^打开第1版/ }).count()).toBe(2)
  await inspect(page, "papers")
}
