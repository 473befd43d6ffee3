import sodium from "libsodium-wrappers"
import { choices } from "~/law/tally"

/**
 * What is sealed holds the choice and nothing else but, in a round with codes, the code its voter keeps: each filled up to
 * one length whatever is in it, and the code's place is there in every round. Eight options take 15 bytes.
 */
const choiceBytes = 16
const codeBytes = 8

/** What one sealed ballot says; `code` is empty where its voter keeps none. */
export type OpenedBallot = { choice: string; code: string }

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
export async function sealChoice(publicKey: string, choice: string, code = ""): Promise<Buffer> {
  await sodium.ready
  if (!/^[a-z+]+$/.test(choice) || choice.length > choiceBytes) throw new RangeError("not a choice that can be sealed")
  if (!/^(\d{8})?$/.test(code)) throw new RangeError("not a code that can be sealed")
  const plain = Buffer.alloc(choiceBytes + codeBytes)
  plain.write(choice, "ascii")
  plain.write(code, choiceBytes, "ascii")
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

/** The choices of sealed ballots, in the order of `openBallots`; null when one of them cannot be opened. */
export async function openSealed(keys: RoundKeys, sealed: readonly Uint8Array[]): Promise<string[] | null> {
  return (await openBallots(keys, sealed))?.map(ballot => ballot.choice) ?? null
}

/**
 * All sealed ballots, sorted by choice and then by code, so that their order tells nothing; null when one of them cannot
 * be opened.
 */
export async function openBallots(keys: RoundKeys, sealed: readonly Uint8Array[]): Promise<OpenedBallot[] | null> {
  await sodium.ready
  const [publicKey, privateKey] = [fromBase64(keys.publicKey), fromBase64(keys.privateKey)]
  const found: OpenedBallot[] = []
  try {
    for (const one of sealed) {
      const plain = Buffer.from(sodium.crypto_box_seal_open(one, publicKey, privateKey))
      const [choice, code] = [textIn(plain.subarray(0, choiceBytes)), textIn(plain.subarray(choiceBytes))]
      if (choice === "") return null
      found.push({ choice, code })
    }
  } catch {
    return null
  } finally {
    sodium.memzero(privateKey)
  }
  return found.sort(inBallotOrder)
}

const textIn = (bytes: Buffer) => bytes.toString("ascii").replace(/\0+$/, "")

/** By choice, then by code: a function of what the ballots say, and of nothing else. */
export const inBallotOrder = (a: OpenedBallot, b: OpenedBallot): number =>
  rankOf(a.choice) - rankOf(b.choice) || inTextOrder(a.choice, b.choice) || inTextOrder(a.code, b.code)

const inTextOrder = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** 赞成, 反对, 弃权 in the order of the ballot; options after them, by their keys. */
function rankOf(choice: string): number {
  const place = (choices as readonly string[]).indexOf(choice)
  return place === -1 ? choices.length : place
}

const toBase64 = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64")
const fromBase64 = (text: string) => new Uint8Array(Buffer.from(text, "base64"))
