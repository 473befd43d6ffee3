import sodium from "libsodium-wrappers"
import { choices } from "~/law/tally"

/** What is sealed holds the choice and nothing else, filled up to one length whatever the choice: eight options take 15. */
const plainBytes = 16

export type RoundKeys = { publicKey: string; privateKey: string }

/** A fresh key pair for one secret round, base64. */
export async function makeRoundKeys(): Promise<RoundKeys> {
  await sodium.ready
  const pair = sodium.crypto_box_keypair()
  const keys = { publicKey: toBase64(pair.publicKey), privateKey: toBase64(pair.privateKey) }
  sodium.memzero(pair.privateKey)
  return keys
}

/**
 * Seals a choice to the round's public key (libsodium's sealed box: a new ephemeral key for every ballot, thrown away).
 * Two equal choices look different, and trying all choices against the public key finds nothing.
 * What would not fit is refused, because a longer one would say by its length what it holds.
 */
export async function sealChoice(publicKey: string, choice: string): Promise<Buffer> {
  await sodium.ready
  if (!/^[a-z+]+$/.test(choice) || choice.length > plainBytes) throw new RangeError("not a choice that can be sealed")
  const plain = Buffer.alloc(plainBytes)
  plain.write(choice, "ascii")
  const sealed = Buffer.from(sodium.crypto_box_seal(plain, fromBase64(publicKey)))
  sodium.memzero(plain)
  return sealed
}

/** Whether the private key is the one that belongs to the round. */
export async function isPairOf(publicKey: string, privateKey: string): Promise<boolean> {
  await sodium.ready
  const bytes = fromBase64(privateKey)
  if (bytes.length !== sodium.crypto_box_SECRETKEYBYTES) return false
  return toBase64(sodium.crypto_scalarmult_base(bytes)) === publicKey
}

/** The choices of all sealed ballots, sorted, so that their order tells nothing; null when one of them cannot be opened. */
export async function openSealed(keys: RoundKeys, sealed: readonly Uint8Array[]): Promise<string[] | null> {
  await sodium.ready
  const [publicKey, privateKey] = [fromBase64(keys.publicKey), fromBase64(keys.privateKey)]
  const found: string[] = []
  try {
    for (const one of sealed) {
      const choice = Buffer.from(sodium.crypto_box_seal_open(one, publicKey, privateKey))
        .toString("ascii")
        .replace(/\0+$/, "")
      if (choice === "") return null
      found.push(choice)
    }
  } catch {
    return null
  } finally {
    sodium.memzero(privateKey)
  }
  return found.sort((a, b) => rankOf(a) - rankOf(b) || (a < b ? -1 : a > b ? 1 : 0))
}

/** 赞成, 反对, 弃权 in the order of the ballot; options after them, by their keys. */
function rankOf(choice: string): number {
  const place = (choices as readonly string[]).indexOf(choice)
  return place === -1 ? choices.length : place
}

const toBase64 = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64")
const fromBase64 = (text: string) => new Uint8Array(Buffer.from(text, "base64"))
