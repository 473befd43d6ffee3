import { mkdir, open, readdir, readFile, stat, unlink } from "node:fs/promises"
import { join } from "node:path"
import type { Installation } from "~/web/context"
import { findRoundAnywhere } from "./round-store"

/**
 * The private key of an open secret round: one file outside database, log and backup. Written before the round's row is
 * committed, read once at closing, destroyed after the closing's commit.
 */
export type RoundKeyFile = { communityId: string; meetingId: string; privateKey: string }

const ending = ".key"
const pathOf = (keyDir: string, roundId: string) => join(keyDir, `${roundId}${ending}`)

/** Returns only when the key would survive a cut cable. Throws when a key of this round exists. */
export async function writeRoundKey(keyDir: string, roundId: string, key: RoundKeyFile): Promise<void> {
  await mkdir(keyDir, { recursive: true, mode: 0o700 })
  const file = await open(pathOf(keyDir, roundId), "wx", 0o600)
  try {
    await file.writeFile(JSON.stringify(key))
    await file.sync()
  } finally {
    await file.close()
  }
  await syncFolder(keyDir)
}

/** Null when there is none, or it cannot be read. */
export async function readRoundKey(keyDir: string, roundId: string): Promise<RoundKeyFile | null> {
  try {
    const key = JSON.parse(await readFile(pathOf(keyDir, roundId), "utf8")) as Partial<RoundKeyFile>
    const isWhole = [key.communityId, key.meetingId, key.privateKey].every(part => typeof part === "string")
    return isWhole ? (key as RoundKeyFile) : null
  } catch {
    return null
  }
}

export const hasRoundKey = (keyDir: string, roundId: string): Promise<boolean> =>
  stat(pathOf(keyDir, roundId)).then(
    () => true,
    () => false,
  )

/** Overwrites and removes the key; nothing happens when it is gone already. */
export async function destroyRoundKey(keyDir: string, roundId: string): Promise<void> {
  const path = pathOf(keyDir, roundId)
  const unlessGone = (error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null
    throw error
  }
  const file = await open(path, "r+").catch(unlessGone)
  if (!file) return
  try {
    const { size } = await file.stat()
    await file.write(Buffer.alloc(size), 0, size, 0)
    await file.sync()
  } finally {
    await file.close()
  }
  // Ended and annulled at the same moment: both destroy it.
  await unlink(path).catch(unlessGone)
  await syncFolder(keyDir)
}

/**
 * Mends what a crash or a restored backup left: the key of a round that was never committed, or that is no longer open.
 * Called at the start, and harmless at any time: the round is looked up under its meeting's lock, so a round being opened is seen as open.
 */
export async function sweepRoundKeys(installation: Pick<Installation, "db" | "keyDir">): Promise<number> {
  let destroyed = 0
  for (const roundId of await listKeys(installation.keyDir)) {
    const key = await readRoundKey(installation.keyDir, roundId)
    const isNeeded = await installation.db.tx(`meeting:${key?.meetingId ?? "unknown"}`, async q => {
      const round = await findRoundAnywhere(q, roundId)
      return round?.state === "open"
    })
    if (isNeeded) continue
    await destroyRoundKey(installation.keyDir, roundId)
    destroyed += 1
  }
  return destroyed
}

async function listKeys(keyDir: string): Promise<string[]> {
  const names = await readdir(keyDir).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return []
    throw error
  })
  return names.filter(name => name.endsWith(ending)).map(name => name.slice(0, -ending.length))
}

/** So that the name itself is on the disk. Windows has no such call and needs none. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === "win32") return
  const folder = await open(path, "r")
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}
