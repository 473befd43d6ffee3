import { eq } from "drizzle-orm"
import { expect, test } from "vitest"
import { isUniqueViolation } from "#db/client"
import { paperBallots } from "#db/schema/chamber-paper"
import { type RoundMedium, rollEntries, rounds } from "#db/schema/chamber-rounds"
import { speakingRequests } from "#db/schema/chamber-speaking"
import { aWorld } from "#tests/world"
import { closeRound } from "~/chamber/rounds/rounds"
import { askToSpeak } from "~/chamber/speaking/queue"
import { aMeetingInRoom, anOpenRound, must, type Room, vote } from "./factories"
import { aRoundWithOfficers, readTwice, votePaper } from "./paper-table"

// Past every rule, straight at the database: what it refuses by itself.

const widen = (room: Room, roundId: string, medium: RoundMedium) =>
  room.world.db.tx("x", q => q.update(rounds).set({ medium }).where(eq(rounds.id, roundId)))

test("where the ballots of a round are taken widens to paper and never narrows again", async () => {
  const room = await aMeetingInRoom(await aWorld())
  const roundId = await anOpenRound(room)
  await widen(room, roundId, "mixed")
  await expect(widen(room, roundId, "tablet")).rejects.toThrow()
  await widen(room, roundId, "paper")
  await widen(room, roundId, "paper")
  await expect(widen(room, roundId, "mixed")).rejects.toThrow()
  await expect(widen(room, roundId, "tablet")).rejects.toThrow()
})

const openAgain = (room: Room, serial: number) =>
  room.world.db.tx("x", q => q.update(paperBallots).set({ state: "issued" }).where(eq(paperBallots.serial, serial)))
const strike = (room: Room, participantId: string) =>
  room.world.db.tx("x", q => q.delete(rollEntries).where(eq(rollEntries.participantId, participantId)))

test("only a paper that went out again takes its voter off the roll, and only while nothing was read", async () => {
  const room = await aMeetingInRoom(await aWorld(), { observers: 2 })
  const roundId = await aRoundWithOfficers(room, { medium: "mixed" })
  const [first, second, third] = room.entitled
  const [one, two] = await votePaper(room, roundId, [first!, second!])
  must(await vote(room, roundId, third!, "for"))
  await expect(strike(room, first!.id)).rejects.toThrow()
  await expect(strike(room, third!.id)).rejects.toThrow()
  await openAgain(room, one!)
  await strike(room, first!.id)
  await expect(room.world.db.tx("x", q => q.update(paperBallots).set({ handedToId: second!.id }))).rejects.toThrow()
  await room.world.db.tx("x", q =>
    q.update(paperBallots).set({ state: "spoiled" }).where(eq(paperBallots.serial, one!)),
  )
  await expect(openAgain(room, one!)).rejects.toThrow()
  await readTwice(room, roundId, { [two!]: "for" })
  await expect(openAgain(room, two!)).rejects.toThrow()
  await expect(strike(room, second!.id)).rejects.toThrow()
  must(await closeRound(room.chair, roundId))
  await expect(openAgain(room, two!)).rejects.toThrow()
})

test("what somebody asked for the word on stays, and one speaks at a time", async () => {
  const room = await aMeetingInRoom(await aWorld())
  const { db } = room.world
  for (const at of [0, 1]) must(await askToSpeak(room.seat(room.entitled[at]!), { stance: "support", kind: "speech" }))
  await expect(db.tx("x", q => q.update(speakingRequests).set({ motionId: "another" }))).rejects.toThrow()
  await expect(db.tx("x", q => q.update(speakingRequests).set({ kind: "pointOfOrder" }))).rejects.toThrow()
  await expect(db.tx("x", q => q.update(speakingRequests).set({ state: "speaking" }))).rejects.toSatisfy(
    isUniqueViolation,
  )
})
