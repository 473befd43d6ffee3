import { createInterface } from "node:readline"
import { openDatabase } from "#db/client"
import { printPaper } from "#templates/print-paper"
import { castBallot } from "~/chamber/rounds/ballots"
import { readArchiveKey } from "~/registry/archive-key"
import { type Ctx, stranger } from "~/web/context"
import { newId } from "~/web/identifiers"

/** A process of its own that votes as it is told, several tablets at a time, and says after each receipt whose it was. */
export type Errand = {
  url: string
  keyDir: string
  community: Ctx["community"]
  roundId: string
  /** A tablet's request key is its own for as long as the round lasts: sent again, it is the same ballot. */
  ballots: { seat: NonNullable<Ctx["actor"]["seat"]>; choice: string }[]
}

const tabletsAtOnce = 12

async function runErrand(errand: Errand): Promise<void> {
  const db = await openDatabase(errand.url)
  const waiting = [...errand.ballots]
  const sendInTurn = async () => {
    for (let ballot = waiting.shift(); ballot; ballot = waiting.shift()) {
      const ctx: Ctx = {
        db,
        now: () => new Date(),
        newId: () => newId(),
        publish: () => {},
        secret: Buffer.alloc(32),
        keyDir: errand.keyDir,
        archiveKey: readArchiveKey(errand.keyDir),
        fontDir: null,
        print: printPaper,
        background: work => void work,
        publicOrigin: null,
        actor: { ...stranger, seat: ballot.seat },
        community: errand.community,
      }
      const { participantId } = ballot.seat
      const { roundId } = errand
      const requestKey = `key-of-${participantId}`
      const result = await castBallot(ctx, { roundId, choice: ballot.choice, requestKey })
      process.stdout.write(`${participantId} ${result.ok ? "received" : result.code}\n`)
    }
  }
  await Promise.all(Array.from({ length: tabletsAtOnce }, sendInTurn))
  process.stdout.write("all sent\n")
}

// Everything is loaded before the errand comes, so that a kill falls into the voting. The process never ends by itself.
createInterface({ input: process.stdin }).once("line", line => void runErrand(JSON.parse(line) as Errand))
setInterval(() => {}, 60_000)
