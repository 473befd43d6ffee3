/** What is read of a request's head: of a Request, or of what the quick door has of one. */
export type WithHead = { headers: Pick<Headers, "get"> }

/** Cookies by name, from the request's header. */
export function readCookies(request: WithHead): Record<string, string> {
  const cookies: Record<string, string> = {}
  for (const part of (request.headers.get("Cookie") ?? "").split(";")) {
    const at = part.indexOf("=")
    if (at > 0) cookies[part.slice(0, at).trim()] = part.slice(at + 1).trim()
  }
  return cookies
}

/** A cookie no script reads. `Lax`: a link from a chat still finds the member signed in, a foreign form does not. */
export const cookie = (name: string, value: string, isSecure: boolean, maxAgeSeconds: number): string =>
  [
    `${name}=${value}`,
    "Path=/",
    "HttpOnly",
    "SameSite=Lax",
    `Max-Age=${maxAgeSeconds}`,
    ...(isSecure ? ["Secure"] : []),
  ].join("; ")

export const sessionCookie = "sid"
export const seatCookie = "seat"
/** Set where several delegates use one tablet in turn. */
export const sharedTabletCookie = "shared"
export const scaleCookie = "scale"
