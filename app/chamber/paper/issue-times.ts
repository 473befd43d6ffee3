import type { Reader } from "#db/client"
import type { Round } from "~/chamber/rounds/round-store"
import { listAuditEntries } from "~/registry/store"

/** How a paper came to have its serial: handed out, or brought in by somebody who had none of the table. */
export type GivenSerial = { at: Date; isBroughtIn: boolean }

const giving = ["paper.issued", "paper.fallenBack", "paper.exchanged", "paper.duplicateKept"] as const

/**
 * When each paper of a round got its serial, as the log of the meeting has it: serials are given one after the other and each
 * giving says how many, so that no paper needs a time of its own. Empty where log and papers do not add up.
 */
export async function listGivenSerials(
  q: Reader,
  round: Pick<Round, "communityId" | "meetingId" | "id">,
  papers: number,
): Promise<Map<number, GivenSerial>> {
  const entries = await listAuditEntries(q, round.communityId, [{ kind: "meeting", ids: [round.meetingId] }])
  const given = entries
    .filter(({ action, detail }) => (giving as readonly string[]).includes(action) && detail.roundId === round.id)
    // Ids keep the order of the givings, whatever the clock did meanwhile.
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap(({ at, action, detail }) =>
      Array.from({ length: typeof detail.count === "number" ? detail.count : 1 }, () => ({
        at,
        isBroughtIn: action === "paper.duplicateKept",
      })),
    )
  return new Map(given.length === papers ? given.map((one, at) => [at + 1, one]) : [])
}
