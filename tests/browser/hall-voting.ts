import type { Page } from "playwright-core"
import { expect } from "vitest"
import type { Choice } from "./delegates-tablets"
import { arriveAt, fillIn, follow, press, see } from "./hands"

/** The motion's own page, where amendments, recommendations and dissent are taken down. */
export async function recommend(recorder: Page, body: string, reason: string): Promise<void> {
  await follow(recorder, "记下建议")
  await fillIn(recorder, { 谁的建议: body, 理由: reason })
  await recorder.getByRole("radio", { name: "建议同意", exact: true }).check()
  await press(recorder, "记下建议")
  await see(recorder, reason)
}

export async function amend(recorder: Page, input: { by: string; content: string; condition: string }): Promise<void> {
  await follow(recorder, "提出修正")
  await fillIn(recorder, { 改成: input.content, "附带条件，每行一条": input.condition })
  await selectPerson(recorder, "谁提出修正", input.by)
  await press(recorder, "提出修正")
  await recorder.getByRole("link", { name: "第2件，修正" }).waitFor()
}

/** Taken over without a vote: the text that is voted on is another from now on. */
export async function adoptAmendment(recorder: Page, consent: string): Promise<void> {
  await follow(recorder, "第2件，修正")
  await follow(recorder, "不经表决采纳")
  await fillIn(recorder, { 谁同意采纳: consent })
  await press(recorder, "采纳")
  await see(recorder, "已采纳")
}

export async function dissent(
  recorder: Page,
  input: { by: string; opinion: string; explanation: string; explainedBy: string },
): Promise<void> {
  await follow(recorder, "记下不同意见")
  await selectPerson(recorder, "谁的意见", input.by)
  await fillIn(recorder, { 意见: input.opinion, 当场怎么解释的: input.explanation, 谁解释的: input.explainedBy })
  await press(recorder, "记下不同意见")
  await see(recorder, input.opinion)
}

/** By the name alone: the capacity stands behind it. */
export async function selectPerson(page: Page, label: string, name: string): Promise<void> {
  const list = page.getByLabel(label, { exact: true })
  const option = await list.getByRole("option", { name: new RegExp(`^${name}`) }).getAttribute("value")
  await list.selectOption(option)
}

export type Opening = { manner: "记名" | "无记名"; medium: "平板" | "平板和纸票"; withCodes?: boolean }

export async function openVote(chair: Page, { manner, medium, withCodes }: Opening): Promise<void> {
  await chair.getByRole("radio", { name: manner, exact: true }).check()
  await chair.getByRole("radio", { name: medium, exact: true }).check()
  if (withCodes) await chair.getByLabel("每张票带核验码").check()
  await press(chair, "开始表决")
  await chair.getByRole("link", { name: "结束表决，计票" }).waitFor()
}

/** Chooses; on the page of the check reads the code aloud to nobody and writes it down. */
export async function voteWithCode(page: Page, motion: string, choice: Choice): Promise<string> {
  await arriveAt(page, motion)
  await press(page, choice)
  await arriveAt(page, "请核对您的选择")
  const code = await page.locator(".ballot-code b").innerText()
  await press(page, "对，投出这一票")
  await arriveAt(page, "已收到您的一票")
  return code
}

export const seeCast = async (wall: Page, cast: number, of: number): Promise<void> => {
  // In figures: the dots beside them give way to a long motion.
  await wall.locator(".wall__cast", { hasText: new RegExp(`已投\\s*${cast}\\s*/ ${of}$`) }).waitFor()
}

/** The count stands above the foot of the wall, whatever is written over it. */
export async function seeWholeCount(wall: Page): Promise<void> {
  const [count, foot] = [await wall.locator(".wall__count").boundingBox(), await wall.locator("footer").boundingBox()]
  expect(count!.y + count!.height).toBeLessThanOrEqual(foot!.y)
}

/** First who has not voted, then the count, which the chair alone sees. */
export async function closeVote(chair: Page): Promise<void> {
  await follow(chair, "结束表决，计票")
  await arriveAt(chair, "结束表决吗")
  await press(chair, "结束表决，计票")
  await see(chair, "计票结果，还没有公布")
}

/** Every fraction on the wall stands with what it is measured by. */
export async function seeFraction(wall: Page, label: string, have: number, of: number): Promise<void> {
  const row = wall.getByRole("row", { name: new RegExp(label) })
  await row.waitFor()
  expect((await row.innerText()).replaceAll(/\s+/g, "")).toContain(`${have}/${of}`)
}
