import { hash, randomBytes } from "node:crypto"
import { addDays, addMinutes } from "date-fns"
import type { Writer } from "#db/client"
import type { Installation, SignedIn } from "~/web/context"
import { findSeatSession, findSessionAccount, insertSession, touchSession, updateSessionRevoked } from "./store"

/** A member's session ends after so many days without a sign-in. */
const memberSessionDays = 30
/** `lastSeenAt` is written at most this often. */
const touchMinutes = 10

export const sessionIdOf = (token: string): string => hash("sha256", token)

/** What kind of device, from the user agent, in words for the list of sessions. */
export function describeDevice(userAgent: string | null): string {
  const agent = userAgent ?? ""
  const machine = /iPad|Tablet/.test(agent)
    ? "平板"
    : /Mobile|Android|iPhone/.test(agent)
      ? "手机"
      : /Windows/.test(agent)
        ? "Windows电脑"
        : "电脑"
  const browser = /MicroMessenger/.test(agent)
    ? "微信"
    : /Edg\//.test(agent)
      ? "Edge"
      : /Firefox\//.test(agent)
        ? "Firefox"
        : /Chrome\//.test(agent)
          ? "Chrome"
          : "浏览器"
  return `${machine}，${browser}`
}

type NewSession = { communityId: string; device: string } & (
  | { accountId: string }
  | { meetingId: string; participantId: string; expiresAt: Date; helper?: { name: string; reason: string } | null }
)

/** Inner step: a new session, its token told once. The row keeps the token's hash only. */
export async function startSession(q: Writer, now: Date, session: NewSession): Promise<string> {
  const token = randomBytes(32).toString("base64url")
  const isSeat = "participantId" in session
  await insertSession(q, {
    communityId: session.communityId,
    id: sessionIdOf(token),
    accountId: isSeat ? null : session.accountId,
    meetingId: isSeat ? session.meetingId : null,
    participantId: isSeat ? session.participantId : null,
    helperName: (isSeat && session.helper?.name) || "",
    helperReason: (isSeat && session.helper?.reason) || "",
    device: session.device,
    createdAt: now,
    lastSeenAt: now,
    expiresAt: isSeat ? session.expiresAt : addDays(now, memberSessionDays),
    revokedAt: null,
  })
  return token
}

/** The member behind a cookie's token; null when there is none, it ended, or the account is disabled. */
export async function findSignedIn(installation: Installation, token: string | undefined): Promise<SignedIn | null> {
  if (!token) return null
  const now = installation.now()
  const found = await findSessionAccount(installation.db.read, sessionIdOf(token), now)
  if (!found) return null
  if (addMinutes(found.lastSeenAt, touchMinutes) < now)
    // Only for the list of sessions: on a full disk the chair must still see the console, and everyone their pages.
    await installation.db.tx(`session:${found.sessionId}`, q => touchSession(q, found.sessionId, now)).catch(() => {})
  const { lastSeenAt: _, ...signedIn } = found
  return signedIn
}

/** The seat behind a cookie's token, in whatever meeting it is. */
export const findSeat = (installation: Installation, seatSessionId: string | null) =>
  seatSessionId ? findSeatSession(installation.db.read, seatSessionId, installation.now()) : Promise.resolve(null)

/** Ends the session behind a token; nothing happens when there is none. */
export async function endSession(installation: Installation, token: string | undefined): Promise<void> {
  if (!token) return
  const id = sessionIdOf(token)
  await installation.db.tx(`session:${id}`, q => updateSessionRevoked(q, [id], installation.now()))
}
