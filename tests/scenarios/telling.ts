import { expect } from "vitest"
import { anEmptyInstallation } from "#tests/demo/installation"
import { readTopic } from "~/agenda/topic-reading"
import { must } from "~/demo/must"
import { type Story, setStage, storyFrom } from "~/demo/stage"
import { readDesk } from "~/desk/desk"
import { listProgress } from "~/followup/progress"
import { listTasksOfTopic } from "~/followup/task-views"
import { countAnswering } from "~/intake/answering"
import { readFollowedIssue } from "~/intake/resident-reports"
import { findResolutionById } from "~/records/edition-store"
import { listPostedNotices, readPostedNotice } from "~/records/public-board"

/** Wednesday, 2026-12-09, 15:00 in Shanghai: the day on which each story is told to its end. */
const today = "2026-12-09T07:00:00.000Z"

/** The smallest stage, on the first day of a story which lies so many days before today. */
export async function aStory(from: number): Promise<Story> {
  const stage = await setStage(await anEmptyInstallation(today), "a password of the scenario")
  return storyFrom(stage, from)
}

/** A moment of a story: `[3, "15:00"]` is its fourth day. */
type At = [day: number, time: string]

/** What the proposer's own page says. */
export const followed = async (story: Story, [day, time]: At, followCode: string) =>
  must(await readFollowedIssue(story.asResident(day, time), followCode))

export const topicOf = async (story: Story, [day, time]: At, topicId: string) =>
  must(await readTopic(story.as("甲一", day, time), topicId))

/** The tasks of a topic, as the office sees them. */
export const tasksOf = (story: Story, [day, time]: At, topicId: string) =>
  listTasksOfTopic(story.as("甲一", day, time), topicId)

export const resolutionOf = async (story: Story, resolutionId: string) =>
  (await findResolutionById(story.ground.db.read, story.ground.community.id, resolutionId))!.wording

/** What anybody reads on the public board that day: its notices with their text, and how far the works are. */
export async function boardOn(story: Story, [day, time]: At) {
  const ctx = story.asResident(day, time)
  const [hanging, past] = [await listPostedNotices(ctx), await listPostedNotices(ctx, { past: true })]
  const texts = await Promise.all(hanging.map(async ({ noticeId }) => must(await readPostedNotice(ctx, noticeId))))
  return { hanging, past, texts, progress: await listProgress(ctx), figures: await countAnswering(ctx) }
}

/** All that stands on the board, as one text: what must not be on it is looked for here. */
export const wordsOf = (board: Awaited<ReturnType<typeof boardOn>>): string => JSON.stringify(board)

/** 事事有答复: how many wait, and how many are closed. */
export async function expectUnanswered(story: Story, [day, time]: At, unanswered: number, closed: number) {
  expect(await countAnswering(story.as("甲一", day, time))).toMatchObject({ unanswered, closed })
}

/** What lies on somebody's desk, title by title. */
export async function deskOf(story: Story, name: string, [day, time]: At): Promise<string[]> {
  const desk = await readDesk(story.as(name, day, time))
  return [...desk.now, ...desk.later].map(due => due.title)
}

export const containing = (...texts: string[]) =>
  expect.arrayContaining(texts.map(text => expect.stringContaining(text)))
