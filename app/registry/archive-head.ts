import { randomUUID } from "node:crypto"
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from "node:fs"
import { join } from "node:path"
import { z } from "zod"
import type { Reader } from "#db/client"
import type { ArchiveKey, Installation } from "~/web/context"
import { isSigned, publicKeyOf } from "./archive-key"
import { signedText } from "./archive-rules"
import { type ArchiveDigest, findLastDigest, listDigestsFrom } from "./archive-store"

export const archiveHeadFolder = "archive-heads"

/** The last digest that this installation signed; 0 and empty before the first. */
const ArchiveHead = z.object({ sequence: z.number().int().min(0), digest: z.string() })
export type ArchiveHead = z.infer<typeof ArchiveHead>

/**
 * cut: the database does not reach to what was signed. differs: it holds another digest there. foreign: what follows there
 * was not signed by this installation. unreadable: what was kept cannot be read.
 */
export type HeadFault = "cut" | "differs" | "foreign" | "unreadable"

export type ChainStanding = {
  /** What was kept beside the key; null where nothing is. */
  kept: ArchiveHead | null
  last: ArchiveDigest | null
  fault: HeadFault | null
}

/**
 * Whether the chain still holds what was signed last. That is kept in a file beside the key: whoever can rewrite the
 * database can cut its newest digests off, not what lies here.
 */
export async function readChainStanding(q: Reader, key: ArchiveKey, communityId: string): Promise<ChainStanding> {
  // The database first: before the first digest of all is written, its head is.
  const last = await findLastDigest(q, communityId)
  const kept = readHead(key, communityId)
  if (kept === "unreadable") return { kept: null, last, fault: kept }
  if (kept === null) return { kept, last, fault: null }
  const rows = await listDigestsFrom(q, communityId, kept.sequence)
  const held = rows.find(row => row.sequence === kept.sequence)
  const after = rows.filter(row => row !== held)
  if (kept.sequence > 0 && !held) return { kept, last, fault: "cut" }
  if (held && held.digest !== kept.digest) return { kept, last, fault: "differs" }
  return { kept, last, fault: after.every(row => isOwn(key, row)) ? null : "foreign" }
}

const isOwn = (key: ArchiveKey, row: ArchiveDigest): boolean =>
  row.publicKey === publicKeyOf(key) && isSigned(row.publicKey, signedText(row), row.signature)

/** Keeps what the chain ends with. Under the lock of signing, so that none writes an older end over a newer one. */
export const keepHead = ({ db, archiveKey }: Pick<Installation, "db" | "archiveKey">, communityId: string) =>
  db.tx(`archive:${communityId}`, async q => {
    const last = await findLastDigest(q, communityId)
    writeHead(archiveKey, communityId, { sequence: last?.sequence ?? 0, digest: last?.digest ?? "" })
  })

/** Whole or not at all: another file that takes the old one's place once it is on the disk. */
export function writeHead(key: ArchiveKey, communityId: string, { sequence, digest }: ArchiveHead): void {
  const file = fileOf(key, communityId)
  mkdirSync(join(key.folder, archiveHeadFolder), { recursive: true })
  const part = `${file}.${randomUUID()}.part`
  const handle = openSync(part, "wx", 0o600)
  try {
    writeSync(handle, JSON.stringify({ sequence, digest }))
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  renameSync(part, file)
}

function readHead(key: ArchiveKey, communityId: string): ArchiveHead | "unreadable" | null {
  const file = fileOf(key, communityId)
  if (!existsSync(file)) return null
  try {
    return ArchiveHead.parse(JSON.parse(readFileSync(file, "utf8")))
  } catch {
    return "unreadable"
  }
}

const fileOf = ({ folder }: ArchiveKey, communityId: string): string =>
  join(folder, archiveHeadFolder, `${communityId}.json`)
