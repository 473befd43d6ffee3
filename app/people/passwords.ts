import { randomInt } from "node:crypto"
import { hash, verify } from "@node-rs/argon2"

/** OWASP's argon2id floor: 19 MiB, two passes, one lane (argon2id is the library's default). */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export const hashPassword = (password: string): Promise<string> => hash(password.normalize("NFKC"), cost)

export const isPassword = (passwordHash: string, password: string): Promise<boolean> =>
  verify(passwordHash, password.normalize("NFKC"))

/** Verified against when no such account exists, so that the answer takes as long. */
export const noOnesHash = hashPassword("nobody's password")

/** What is wrong with a new password, as a sentence; null when nothing is. */
export function passwordProblem(password: string): string | null {
  if (password.length < 8) return "密码至少8位"
  if (password.length > 200) return "密码最多200位"
  if (/^(\d)\1+$|^(?:0?123456789?0?|12345678|87654321|abcdefgh|password)$/i.test(password))
    return "这个密码太容易猜到，请换一个"
  return null
}

/** No 0/O, 1/l/I: it is read out and typed by hand. */
const letters = "abcdefghjkmnpqrstuvwxyz23456789"

/** A password for the first entry after a reset, to be told once and changed at once. */
export const makePassword = (): string => Array.from({ length: 10 }, () => letters[randomInt(letters.length)]).join("")
