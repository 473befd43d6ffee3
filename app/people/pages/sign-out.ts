import { redirect } from "react-router"
import { endSession } from "~/people/sessions"
import { requestContext, serverContext } from "~/web/context"
import { cookie, readCookies, sessionCookie } from "~/web/cookies"
import type { Route } from "./+types/sign-out"

export const loader = () => redirect("/")

export async function action({ request, context }: Route.ActionArgs) {
  await endSession(context.get(serverContext).installation, readCookies(request)[sessionCookie])
  return redirect("/sign-in", {
    status: 303,
    headers: { "Set-Cookie": cookie(sessionCookie, "", context.get(requestContext).isSecure, 0) },
  })
}
export default function SignOut() {
  return null
}
