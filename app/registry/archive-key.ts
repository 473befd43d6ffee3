import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from "node:crypto"
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import type { ArchiveKey } from "~/web/context"

export const archiveKeyFile = "archive-key.pem"

/**
 * The Ed25519 key that signs digests of the archive, made on first use and kept in a file of its own beside the database:
 * whoever can only rewrite the database, or has a backup of it, cannot sign.
 */
export function readArchiveKey(dataDir: string): ArchiveKey {
  const file = join(dataDir, archiveKeyFile)
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true })
    const { privateKey } = generateKeyPairSync("ed25519")
    writeFileSync(file, privateKey.export({ type: "pkcs8", format: "pem" }), { mode: 0o600, flag: "wx" })
  }
  const privateKey = createPrivateKey(readFileSync(file))
  if (privateKey.asymmetricKeyType !== "ed25519") throw new Error(`${file} holds no Ed25519 key`)
  return { privateKey, folder: dataDir }
}

/** The raw public key, 32 bytes in base64. */
export const publicKeyOf = ({ privateKey }: ArchiveKey): string =>
  Buffer.from(createPublicKey(privateKey).export({ format: "jwk" }).x!, "base64url").toString("base64")

/** Base64. */
export const signText = ({ privateKey }: ArchiveKey, text: string): string =>
  sign(null, Buffer.from(text), privateKey).toString("base64")

/** Whether this raw public key's owner signed the text; false for what is no key or no signature. */
export function isSigned(publicKey: string, text: string, signature: string): boolean {
  try {
    const x = Buffer.from(publicKey, "base64").toString("base64url")
    const key = createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x }, format: "jwk" })
    return verify(null, Buffer.from(text), key, Buffer.from(signature, "base64"))
  } catch {
    return false
  }
}
