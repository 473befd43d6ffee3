import { copyFileSync, existsSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import Sqlite from "better-sqlite3"
import { asc, getTableColumns } from "drizzle-orm"
import sodium from "libsodium-wrappers"
import pg from "pg"
import { describe, expect, test } from "vitest"
import { isPostgres } from "#db/columns"
import { openedBallots, rollEntries, sealedBallots } from "#db/schema/chamber-rounds"
import { auditEntries } from "#db/schema/registry"
import { aWorld, type World } from "#tests/world"
import { findRound } from "~/chamber/rounds/round-store"
import { closeRound } from "~/chamber/rounds/rounds"
import { sealChoice } from "~/chamber/rounds/sealing"
import type { Choice } from "~/law/tally"
import { aMeetingInRoom, anOpenRound, must, type Room, vote } from "./factories"

/**
 * Someone holds the database file, its WAL and two backups taken during the vote, and tries to learn how a delegate voted.
 * Where the first half of an attack works (which sealed ballot is whose), the test says so: what must fail is the second,
 * what the ballot says.
 */
const truth: readonly Choice[] = ["for", "against", "abstain", "for", "against", "for", "for"]

/** What each voter keeps, where the round has codes: never twice the same, and none a part of another. */
const codeOf = (at: number) => String(40_176_213 + at * 7_654_321)

type Watched = { world: World; room: Room; roundId: string; publicKey: string; stolenLater: string }

const keyPath = (world: World, roundId: string) => join(world.installation.keyDir, `${roundId}.key`)
const sealedRows = (world: World) => world.db.read.select().from(sealedBallots)
const openedRows = (world: World) =>
  world.db.read
    .select({ ordinal: openedBallots.ordinal, choice: openedBallots.choice })
    .from(openedBallots)
    .orderBy(asc(openedBallots.ordinal))

describe.each([
  { name: "without codes", withCodes: false },
  { name: "with codes", withCodes: true },
])("$name", ({ withCodes }) => {
  /** A secret vote in which the holder looks after every ballot. `stolenLater` is the private key, known to this test alone. */
  async function aWatchedVote(
    choices: readonly Choice[] = truth,
    lookAfter: (world: World, ballots: number) => Promise<void> = async () => {},
  ): Promise<Watched> {
    const world = await aWorld()
    const room = await aMeetingInRoom(world, { entitled: choices.length, rule: { verificationCodes: withCodes } })
    const roundId = await anOpenRound(room, { secret: true, withCodes })
    const stolenLater = JSON.parse(readFileSync(keyPath(world, roundId), "utf8")).privateKey as string
    await lookAfter(world, 0)
    for (const [at, choice] of choices.entries()) {
      world.clock.now = new Date(world.clock.now.getTime() + 1000)
      must(await vote(room, roundId, room.entitled[at]!, choice, { code: codeOf(at) }))
      await lookAfter(world, at + 1)
    }
    const round = await findRound(world.db.read, world.community.id, roundId)
    return { world, room, roundId, publicKey: round!.publicKey!, stolenLater }
  }

  test("row ids and the order of rows: the opened ballots are the same rows whoever voted what", async () => {
    const evidence = async (choices: readonly Choice[]) => {
      const { world, room, roundId } = await aWatchedVote(choices)
      must(await closeRound(room.chair, roundId))
      return openedRows(world)
    }
    const asVoted = await evidence(truth)
    expect(await evidence(truth.toReversed())).toEqual(asVoted)
    expect(asVoted.map(row => row.choice)).toEqual(["for", "for", "for", "for", "against", "against", "abstain"])
  })

  test("row ids of sealed ballots say nothing about when they were made", async () => {
    const { world } = await aWatchedVote()
    for (const { id } of await sealedRows(world)) expect(id).toMatch(/^[0-9a-f]{32}$/)
    // No community id apart, nothing on the row but its round, its chance id and the sealed bytes.
    expect(Object.keys(getTableColumns(sealedBallots))).toEqual(["communityId", "roundId", "id", "sealed"])
  })

  test("times: neither roll nor ballots carry one, and the audit log has no row between opening and closing", async () => {
    const { world, room, roundId } = await aWatchedVote()
    for (const table of [rollEntries, sealedBallots, openedBallots])
      expect(Object.keys(getTableColumns(table)).filter(name => /at$|time|date/i.test(name))).toEqual([])
    must(await closeRound(room.chair, roundId))
    const actions = (
      await world.db.read.select({ action: auditEntries.action }).from(auditEntries).orderBy(asc(auditEntries.id))
    ).map(row => row.action)
    expect(actions.slice(actions.indexOf("round.opened"))).toEqual(["round.opened", "round.closed"])
  })

  test("the audit log and the frozen roll name no choice beside a person", async () => {
    const { world, room, roundId } = await aWatchedVote()
    must(await closeRound(room.chair, roundId))
    const entries = JSON.stringify(await world.db.read.select().from(auditEntries))
    const round = await findRound(world.db.read, world.community.id, roundId)
    for (const text of [entries, JSON.stringify(round!.roll)]) expect(text).not.toMatch(/"(for|against|abstain)"/)
  })

  test("length of the sealed ballots: one for all choices", async () => {
    const { world } = await aWatchedVote()
    expect(new Set((await sealedRows(world)).map(row => row.sealed.length)).size).toBe(1)
  })

  test("equality of sealed ballots: two equal choices look different", async () => {
    const { world } = await aWatchedVote(["for", "for", "for", "for", "for", "for"])
    const sealed = (await sealedRows(world)).map(row => Buffer.from(row.sealed).toString("hex"))
    expect(new Set(sealed).size).toBe(6)
    // No 16 bytes of one stand in another: nothing of a key or a plaintext is shared.
    const parts = sealed.map(text => new Set(text.match(/.{32}/g)))
    const all = parts.flatMap(part => [...part])
    expect(new Set(all).size).toBe(all.length)
  })

  test("brute force with the public key: sealing every choice again never gives the ballot", async () => {
    const { world, publicKey } = await aWatchedVote()
    const sealed = new Set((await sealedRows(world)).map(row => Buffer.from(row.sealed).toString("hex")))
    for (const choice of ["for", "against", "abstain"] as const)
      for (let attempt = 0; attempt < 200; attempt++)
        expect(sealed.has((await sealChoice(publicKey, choice)).toString("hex"))).toBe(false)
  })

  test("the public key opens nothing, nor does any key made later", async () => {
    const { world, publicKey } = await aWatchedVote()
    await sodium.ready
    const publicBytes = sodium.from_base64(publicKey, sodium.base64_variants.ORIGINAL)
    const other = sodium.crypto_box_keypair()
    for (const { sealed } of await sealedRows(world)) {
      expect(() => sodium.crypto_box_seal_open(sealed, publicBytes, publicBytes)).toThrow()
      expect(() => sodium.crypto_box_seal_open(sealed, publicBytes, other.privateKey)).toThrow()
      expect(() => sodium.crypto_box_seal_open(sealed, other.publicKey, other.privateKey)).toThrow()
    }
  })

  test("the key file is gone after closing, and the sealed ballots with it", async () => {
    const { world, room, roundId } = await aWatchedVote()
    expect(existsSync(keyPath(world, roundId))).toBe(true)
    must(await closeRound(room.chair, roundId))
    expect(readdirSync(world.installation.keyDir)).toEqual([])
    expect(await sealedRows(world)).toEqual([])
  })

  test("key file and database together, during the vote: this can be opened, as docs/voting.md says", async () => {
    const { world, publicKey, stolenLater } = await aWatchedVote()
    await sodium.ready
    const [publicBytes, privateBytes] = [publicKey, stolenLater].map(text =>
      sodium.from_base64(text, sodium.base64_variants.ORIGINAL),
    )
    const opened = (await sealedRows(world)).map(row =>
      Buffer.from(sodium.crypto_box_seal_open(row.sealed, publicBytes!, privateBytes!))
        .subarray(0, 16)
        .toString("ascii")
        .replace(/\0+$/, ""),
    )
    expect(opened.toSorted()).toEqual([...truth].toSorted())
  })

  if (!isPostgres) {
    type Copy = { file: string; wal: string }
    const copyFiles = (world: World, name: string): Copy => {
      const copy = { file: join(world.folder, `${name}.db`), wal: join(world.folder, `${name}.db-wal`) }
      copyFileSync(world.url, copy.file)
      if (existsSync(`${world.url}-wal`)) copyFileSync(`${world.url}-wal`, copy.wal)
      return copy
    }
    const look = <T>(file: string, query: string): T[] => {
      const connection = new Sqlite(file)
      try {
        return connection.prepare(query).all() as T[]
      } finally {
        connection.close()
      }
    }
    const bytesOf = (copies: readonly Copy[]) =>
      Buffer.concat(
        copies
          .flatMap(copy => [copy.file, copy.wal])
          .filter(existsSync)
          .map(file => readFileSync(file)),
      )
    const times = (bytes: Buffer, needle: string | Buffer): number => {
      let found = 0
      for (let at = bytes.indexOf(needle); at >= 0; at = bytes.indexOf(needle, at + 1)) found += 1
      return found
    }

    test("WAL replay: a copy after every ballot tells whose sealed ballot is whose, and not what is in it", async () => {
      const copies: Copy[] = []
      const { world, room, roundId, stolenLater } = await aWatchedVote(truth, async (world, at) => {
        copies.push(copyFiles(world, `after-${at}`))
      })
      must(await closeRound(room.chair, roundId))
      copies.push(copyFiles(world, "closed"))
      // Before SQLite opens the copies and folds each WAL into its file.
      const bytes = bytesOf(copies)
      const steps = copies.slice(0, -1).map(copy => ({
        roll: look<{ participant_id: string }>(copy.file, "select participant_id from roll_entries"),
        sealed: look<{ id: string; sealed: Buffer }>(copy.file, "select id, sealed from sealed_ballots"),
        opened: look<{ choice: string }>(copy.file, "select choice from opened_ballots"),
      }))
      // The first half works: each step adds one name and one sealed ballot.
      expect(steps.map(step => [step.roll.length, step.sealed.length])).toEqual(steps.map((_, at) => [at, at]))
      // The second does not: nothing is open until all are open, together and sorted, and no copy holds the key.
      expect(steps.every(step => step.opened.length === 0)).toBe(true)
      expect(
        look<{ choice: string }>(copies.at(-1)!.file, "select choice from opened_ballots order by rowid").map(
          row => row.choice,
        ),
      ).toEqual((await openedRows(world)).map(row => row.choice))
      expectNoKey(bytes, stolenLater)
    })

    test("the difference of two backups taken during the vote shows sealed bytes only", async () => {
      const backups: Copy[] = []
      const { room, roundId, stolenLater } = await aWatchedVote(truth, async (world, at) => {
        if (at !== 3 && at !== 4) return
        const file = join(world.folder, `backup-${at}.db`)
        await world.db.copyTo!(file)
        backups.push({ file, wal: `${file}-wal` })
      })
      must(await closeRound(room.chair, roundId))
      const bytes = bytesOf(backups)
      const [before, after] = backups.map(({ file }) => ({
        sealed: look<{ id: string; sealed: Buffer }>(file, "select id, sealed from sealed_ballots"),
        roll: look<{ participant_id: string }>(file, "select participant_id from roll_entries"),
        opened: look(file, "select choice from opened_ballots"),
      }))
      const known = new Set(before!.sealed.map(row => row.id))
      const added = after!.sealed.filter(row => !known.has(row.id))
      // Between the two one person voted, with one sealed ballot: whose it is shows, and the key to it is nowhere.
      expect(added).toHaveLength(1)
      expect(after!.roll.length - before!.roll.length).toBe(1)
      expect([...before!.opened, ...after!.opened]).toEqual([])
      expect(times(added[0]!.sealed, "against")).toBe(0)
      expectNoKey(bytes, stolenLater)
    })

    test("leftover bytes: while the vote goes on no choice is written anywhere, not even on pages set free", async () => {
      const counted: number[][] = []
      const kept = truth.map((_, at) => codeOf(at))
      const { room, roundId, world, stolenLater } = await aWatchedVote(truth, async (world, at) => {
        const bytes = bytesOf([copyFiles(world, `bytes-${at}`)])
        counted.push(["against", "abstain", ...kept].map(word => times(bytes, word)))
      })
      expect(new Set(counted.map(pair => pair.join())).size).toBe(1)
      must(await closeRound(room.chair, roundId))
      expectNoKey(bytesOf([copyFiles(world, "after-closing")]), stolenLater)
    })

    test("rowid order of the roll is the order of voting, and leads to no opened ballot", async () => {
      const { world, room, roundId } = await aWatchedVote()
      must(await closeRound(room.chair, roundId))
      const copy = copyFiles(world, "closed")
      const roll = look<{ participant_id: string }>(copy.file, "select participant_id from roll_entries order by rowid")
      expect(roll.map(row => row.participant_id)).toEqual(room.entitled.map(voter => voter.id))
      const opened = look<{ choice: Choice }>(copy.file, "select choice from opened_ballots order by rowid")
      expect(opened.map(row => row.choice)).not.toEqual(truth)
      // Sorted by choice: a function of the counts alone.
      expect(opened.map(row => row.choice)).toEqual((await openedRows(world)).map(row => row.choice))
    })

    const expectNoKey = (bytes: Buffer, privateKey: string) => {
      const key = Buffer.from(privateKey, "base64")
      for (const form of [key, privateKey, key.toString("hex"), key.toString("base64url")])
        expect(times(bytes, form)).toBe(0)
      expect(bytes.length).toBeGreaterThan(10_000)
    }
  }

  if (isPostgres) {
    test("xmin: the transaction of a name is that of a sealed ballot, and of no opened one", async () => {
      const { world, room, roundId } = await aWatchedVote()
      const client = new pg.Client({ connectionString: world.url })
      await client.connect()
      const xmins = async (table: string) =>
        (await client.query(`select xmin::text as xmin from ${table}`)).rows.map(row => row.xmin as string)
      const [roll, sealed] = [await xmins("roll_entries"), await xmins("sealed_ballots")]
      must(await closeRound(room.chair, roundId))
      const opened = await xmins("opened_ballots")
      await client.end()
      // The first half works.
      expect(sealed.toSorted()).toEqual(roll.toSorted())
      expect(new Set(opened).size).toBe(1)
      expect(roll.includes(opened[0]!)).toBe(false)
    })

    test("ctid: the opened ballots lie in the order of their choices, not of their voters", async () => {
      const { world, room, roundId } = await aWatchedVote()
      must(await closeRound(room.chair, roundId))
      const client = new pg.Client({ connectionString: world.url })
      await client.connect()
      const { rows } = await client.query("select choice from opened_ballots order by ctid")
      await client.end()
      expect(rows.map(row => row.choice)).toEqual(["for", "for", "for", "for", "against", "against", "abstain"])
    })
  }
})
