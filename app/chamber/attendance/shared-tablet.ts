import { cookie, readCookies, seatCookie, sharedTabletCookie } from "~/web/cookies"

/** As long as a seat can last. */
const seconds = 24 * 3600

/** Whether several delegates use this tablet in turn: ticked at its first check-in. */
export const isSharedTablet = (request: Request): boolean => readCookies(request)[sharedTabletCookie] === "yes"

/** The cookies of a tablet that took a seat; whoever sat there before leaves none behind. */
export function seatHeaders(token: string, isSecure: boolean, isShared: boolean): Headers {
  const headers = new Headers()
  headers.append("Set-Cookie", cookie(seatCookie, token, isSecure, seconds))
  headers.append("Set-Cookie", cookie(sharedTabletCookie, isShared ? "yes" : "", isSecure, isShared ? seconds : 0))
  return headers
}

/** The cookie of a tablet on which nobody sits any more. */
export const emptySeatHeader = (isSecure: boolean) => ({ "Set-Cookie": cookie(seatCookie, "", isSecure, 0) })
