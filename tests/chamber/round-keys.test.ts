import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs"
import { rm } from "node:fs/promises"
import { join } from "node:path"
import { expect, test } from "vitest"
import { isPostgres } from "#db/columns"
import { rounds } from "#db/schema/chamber-rounds"
import { aWorld } from "#tests/world"
import { sweepRoundKeys, writeRoundKey } from "~/chamber/rounds/round-keys"
import { annulRound, closeRound, openRound } from "~/chamber/rounds/rounds"
import { makeRoundKeys, openSealed, sealChoice } from "~/chamber/rounds/sealing"
import { aMeetingInRoom, aMotion, anOpenRound, must, type Room, voteAll } from "./factories"

const keyDir = (room: Room) => room.world.installation.keyDir
const keyPath = (room: Room, roundId: string) => join(keyDir(room), `${roundId}.key`)
const keysIn = (room: Room) => (existsSync(keyDir(room)) ? readdirSync(keyDir(room)) : [])
const fiveFor = ["for", "for", "for", "for", "for"] as const

test("a secret round has a key file that only its owner reads; a named one has none", async () => {
  const world = await aWorld()
  const named = await aMeetingInRoom(world)
  await anOpenRound(named)
  expect(keysIn(named)).toEqual([])
  const secret = await aMeetingInRoom(world)
  const roundId = await anOpenRound(secret, { secret: true })
  expect(keysIn(secret)).toEqual([`${roundId}.key`])
  if (process.platform !== "win32") expect(statSync(keyPath(secret, roundId)).mode & 0o777).toBe(0o600)
})

test("a refused opening leaves no key", async () => {
  const room = await aMeetingInRoom(await aWorld(), { entitled: 4 })
  expect((await openRound(room.chair, { motionId: await aMotion(room), secret: true })).ok).toBe(false)
  expect(keysIn(room)).toEqual([])
})

test("an opening that fails to be committed leaves no key", async () => {
  const room = await aMeetingInRoom(await aWorld())
  const motionId = await aMotion(room)
  const failing = {
    ...room.chair,
    db: {
      ...room.chair.db,
      tx: <T>(lock: string, work: Parameters<typeof room.chair.db.tx<T>>[1]) =>
        room.chair.db.tx<T>(lock, async q => {
          await work(q)
          throw new Error("the disk is full")
        }),
    },
  }
  await expect(openRound(failing, { motionId, secret: true })).rejects.toThrow("the disk is full")
  expect(keysIn(room)).toEqual([])
  expect(await room.world.db.read.$count(rounds)).toBe(0)
})

test("annulling destroys the key as closing does", async () => {
  const room = await aMeetingInRoom(await aWorld())
  must(await annulRound(room.chair, await anOpenRound(room, { secret: true }), "念错了方案"))
  expect(keysIn(room)).toEqual([])
})

test.each([
  ["missing", (path: string) => rm(path)],
  ["cut short", async (path: string) => writeFileSync(path, readFileSync(path, "utf8").slice(0, 40))],
  [
    "that of another round",
    async (path: string) =>
      writeFileSync(
        path,
        JSON.stringify({ ...JSON.parse(readFileSync(path, "utf8")), privateKey: (await makeRoundKeys()).privateKey }),
      ),
  ],
  [
    "not a key",
    async (path: string) =>
      writeFileSync(path, JSON.stringify({ ...JSON.parse(readFileSync(path, "utf8")), privateKey: "AAAA" })),
  ],
] as const)("with a key that is %s the round is not closed, only annulled and voted again", async (_, spoil) => {
  const room = await aMeetingInRoom(await aWorld())
  const motionId = await aMotion(room)
  const roundId = await anOpenRound(room, { motionId, secret: true })
  await voteAll(room, roundId, fiveFor)
  await spoil(keyPath(room, roundId))
  expect(await closeRound(room.chair, roundId)).toMatchObject({ code: "round_key_lost" })
  must(await annulRound(room.chair, roundId, "钥匙丢失"))
  const again = await anOpenRound(room, { motionId, secret: true })
  await voteAll(room, again, fiveFor)
  must(await closeRound(room.chair, again))
  expect(keysIn(room)).toEqual([])
})

test("a crash between the key and its round leaves a key that is swept; that of an open round stays", async () => {
  const room = await aMeetingInRoom(await aWorld())
  const open = await anOpenRound(room, { secret: true })
  const { privateKey } = await makeRoundKeys()
  await writeRoundKey(keyDir(room), "never-committed", {
    communityId: room.world.community.id,
    meetingId: room.meetingId,
    privateKey,
  })
  writeFileSync(keyPath(room, "half-written"), '{"communityId":')
  expect(await sweepRoundKeys(room.world.installation)).toBe(2)
  expect(keysIn(room)).toEqual([`${open}.key`])
})

test("a crash between the closing's commit and the key's end is mended by the sweep", async () => {
  const room = await aMeetingInRoom(await aWorld())
  const roundId = await anOpenRound(room, { secret: true })
  await voteAll(room, roundId, fiveFor)
  const kept = readFileSync(keyPath(room, roundId))
  must(await closeRound(room.chair, roundId))
  writeFileSync(keyPath(room, roundId), kept)
  expect(await sweepRoundKeys(room.world.installation)).toBe(1)
  expect(keysIn(room)).toEqual([])
})

test("a sweep while rounds are being opened takes no key away", async () => {
  const world = await aWorld()
  const rooms = await Promise.all(Array.from({ length: isPostgres ? 5 : 10 }, () => aMeetingInRoom(world)))
  const motions = await Promise.all(rooms.map(room => aMotion(room)))
  const opened = rooms.map((room, at) => openRound(room.chair, { motionId: motions[at]!, secret: true }))
  for (let at = 0; at < 20; at++) expect(await sweepRoundKeys(world.installation)).toBe(0)
  const ids = (await Promise.all(opened)).map(result => must(result).roundId)
  expect(keysIn(rooms[0]!).toSorted()).toEqual(ids.map(id => `${id}.key`).toSorted())
})

test("sweeping where no secret round ever was does nothing", async () => {
  const world = await aWorld()
  expect(await sweepRoundKeys(world.installation)).toBe(0)
})

test("what is sealed is opened with the round's key, sorted, and by no other", async () => {
  const [keys, other] = [await makeRoundKeys(), await makeRoundKeys()]
  const sealed = await Promise.all(
    (["abstain", "for", "against", "for"] as const).map(choice => sealChoice(keys.publicKey, choice)),
  )
  expect(await openSealed(keys, sealed)).toEqual(["for", "for", "against", "abstain"])
  expect(await openSealed(other, sealed)).toBe(null)
  expect(await openSealed(keys, [Buffer.from("not sealed at all")])).toBe(null)
})
