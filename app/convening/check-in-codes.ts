import { createHmac } from "node:crypto"

/** Eight digits: typed by hand, and with the limit on attempts out of reach of guessing. */
const digits = 8

/**
 * The check-in code of a participant, derived from the installation's secret: the database alone opens no seat, and
 * raising `codeVersion` replaces the code.
 */
export function checkInCodeOf(
  secret: Buffer,
  participant: { communityId: string; id: string; codeVersion: number },
): string {
  const mac = createHmac("sha256", secret)
    .update(`check-in:${participant.communityId}:${participant.id}:${participant.codeVersion}`)
    .digest()
  return String(mac.readBigUInt64BE() % 10n ** BigInt(digits)).padStart(digits, "0")
}

/** As printed: two groups of four. */
export const spacedCode = (code: string): string => `${code.slice(0, 4)} ${code.slice(4)}`
