import type { listAuditEntries } from "./store"

/**
 * How far the release of a public sheet is, as the log of its matter has it: nobody sent it, it waits for a second person, it
 * may be printed. All of it is of one wording: another wording is sent and looked over anew.
 */
export type Release = {
  state: "unsent" | "sent" | "released"
  /** Persons. */
  senders: string[]
  /** The name of who released it, or before that of who sent it. */
  by: string
}

type Entry = Pick<Awaited<ReturnType<typeof listAuditEntries>>[number], "action" | "actorPersonId" | "actorName">

/** Of the entries about one wording; `actions` are what the log calls sending and releasing it. */
export function releaseIn(entries: readonly Entry[], actions: { sent: string; released: string }): Release {
  const sent = entries.filter(one => one.action === actions.sent)
  const released = entries.find(one => one.action === actions.released)
  return {
    state: released ? "released" : sent.length > 0 ? "sent" : "unsent",
    senders: sent.flatMap(one => one.actorPersonId ?? []),
    by: (released ?? sent[0])?.actorName ?? "",
  }
}

/** Whoever sent it is no second person. */
export const isSecond = ({ state, senders }: Release, personId: string | null): boolean =>
  state === "sent" && personId !== null && !senders.includes(personId)
