import { may } from "~/people/permissions"
import type { Actor } from "~/web/context"
import { delegateChapter, gridWorkerChapter, handlerChapter, reviewerChapter } from "./by-role"
import type { HelpChapter } from "./chapter"
import { matterChapter } from "./matter"
import { meetingDayChapter } from "./meeting-day"
import { monthChapter } from "./month"
import { papersChapter } from "./papers"
import { pollsChapter } from "./polls"
import { proceduresChapter } from "./procedures"
import { registersChapter } from "./registers"
import { yearChapter } from "./year"

/** In the order of the index. */
export const chapters: readonly HelpChapter[] = [
  yearChapter,
  monthChapter,
  meetingDayChapter,
  matterChapter,
  proceduresChapter,
  papersChapter,
  pollsChapter,
  registersChapter,
  gridWorkerChapter,
  handlerChapter,
  reviewerChapter,
  delegateChapter,
]

/** The index: what is written for this person first, then the rest; nothing is hidden. */
export function readHelpIndex(actor: Actor) {
  const isOwn = ({ roles }: HelpChapter) => !roles || roles.some(role => actor.roles.includes(role))
  const line = ({ slug, title, about }: HelpChapter) => ({ slug, title, about })
  return {
    own: chapters.filter(isOwn).map(line),
    others: chapters.filter(chapter => !isOwn(chapter)).map(line),
  }
}

/** One chapter with the links this person may follow; null where there is none of that name. */
export function readHelpChapter(actor: Actor, slug: string): HelpChapter | null {
  const chapter = chapters.find(one => one.slug === slug)
  if (!chapter) return null
  const mayFollow = ({ needs }: { needs?: Parameters<typeof may>[1] }) => !needs || may(actor, needs)
  return {
    ...chapter,
    parts: chapter.parts.map(part => ({ ...part, links: part.links?.filter(mayFollow) ?? [] })),
  }
}
