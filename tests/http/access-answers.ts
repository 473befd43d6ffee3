import { countsAs, isMember, type Who } from "./access-people"
import type { Row } from "./access-row"
import { secrets } from "./access-things"
import type { Visitor } from "./visitor"

/** One answer as the browser has it; of an endless stream only its head. */
export type Answer = { status: number; location: string; text: string }

export async function answerOf(asked: Promise<Response>): Promise<Answer> {
  const response = await asked
  const isStream = response.headers.get("content-type")?.includes("event-stream")
  if (isStream) await response.body?.cancel()
  return {
    status: response.status,
    location: response.headers.get("location") ?? "",
    text: isStream ? "" : await response.text(),
  }
}

export const look = (visitor: Visitor, path: string): Promise<Answer> => answerOf(visitor.get(path))

/** Whatever of the community stands in an answer. */
export const secretsIn = (text: string): string[] => secrets.filter(secret => text.includes(secret))

/**
 * What is wrong with the answer to someone who may not: a stranger (a tablet is one, outside its hall) is asked to sign
 * in and comes back here, to an outsider nothing is there, a member is told in a sentence; and nobody learns anything.
 */
export function faultOfRefusal(who: Who, row: Pick<Row, "isHall">, path: string, answer: Answer): string | null {
  const leaked = secretsIn(answer.text)
  if (leaked.length > 0) return `shows ${leaked.join()}`
  if (row.isHall) return faultAtTheHall(path, answer)
  if (!isMember(who) && who !== "outsider") {
    const back = new URL(answer.location, "http://here").searchParams.get("back")
    return answer.location.startsWith("/sign-in?") && back === path
      ? null
      : `is answered ${answer.status} ${answer.location}`
  }
  if (who === "outsider" && answer.text.includes("振兴社区")) return "reads the community's name"
  const expected = who === "outsider" ? 404 : 403
  if (answer.status !== expected) return `is answered ${answer.status} ${answer.location}`
  return /[\u4e00-\u9fff]{6,}/.test(answer.text) ? null : "is told nothing"
}

/** Whoever has no seat is led to the check-in; where no page is, nothing is there. */
function faultAtTheHall(path: string, { status, location }: Answer): string | null {
  const door = /^\/c\/[\w-]+\/m\/[\w-]+/.exec(path)?.[0]
  if (status === 404 || status === 403) return null
  return status >= 300 && status < 400 && location === door ? null : `is answered ${status} ${location}`
}

/** What is wrong with the answer to someone who may look: it is shown, or leads on within the community. */
export const faultOfPage = (who: Who, slug: string, answer: Answer): string | null =>
  answer.status === 200 || (answer.status === 302 && answer.location.startsWith(`/c/${slug}/`))
    ? null
    : `${countsAs(who)} is answered ${answer.status} ${answer.location}`
