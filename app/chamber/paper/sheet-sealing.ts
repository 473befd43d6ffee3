import { isPairOf, openSealed, sealChoice } from "../rounds/sealing"

type KeyHolder = { publicKey: string | null }

/** One reading of a sheet of a secret round, as unreadable as the ballots from tablets. */
export function sealReading(round: KeyHolder, choice: string): Promise<Buffer> {
  if (!round.publicKey) throw new Error("a secret round without its public key")
  return sealChoice(round.publicKey, choice)
}

/** What a sealed reading says; null where the key is not this round's, or the seal is broken. */
export async function openReading(round: KeyHolder, privateKey: string, sealed: Uint8Array): Promise<string | null> {
  if (!round.publicKey || !(await isPairOf(round.publicKey, privateKey))) return null
  const opened = await openSealed({ publicKey: round.publicKey, privateKey }, [sealed])
  return opened?.[0] ?? null
}
