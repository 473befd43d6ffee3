/**
 * Made on the device itself: over plain http a browser has neither `crypto.randomUUID` nor `crypto.subtle`, but chance it
 * does have.
 */
const randomBytes = (count: number): Uint8Array => crypto.getRandomValues(new Uint8Array(count))

/** The key of one request, sent again with every attempt. */
export const newRequestKey = (): string => [...randomBytes(16)].map(byte => byte.toString(16).padStart(2, "0")).join("")

/** Decimal digits, each as likely as any other. */
export function newDigits(count: number): string {
  let digits = ""
  // 250 to 255 would favour the digits from 0 to 5.
  while (digits.length < count) for (const byte of randomBytes(count)) if (byte < 250) digits += String(byte % 10)
  return digits.slice(0, count)
}
