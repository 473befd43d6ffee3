import { redirect } from "react-router"
import { z } from "zod"
import { requestContext } from "~/web/context"
import { cookie, scaleCookie } from "~/web/cookies"
import { readForm } from "~/web/forms"
import { safePath } from "~/web/paths"
import type { Route } from "./+types/scale"

const ScaleForm = z.object({ scale: z.enum(["elder", "standard"]), back: z.string().optional() })

export const loader = () => redirect("/")

/** Switches between 长辈版 and 标准版 in this browser. */
export async function action({ request, context }: Route.ActionArgs) {
  const read = await readForm(request, ScaleForm)
  const back = read.ok ? safePath(read.value.back, "/") : "/"
  const year = 365 * 24 * 3600
  return redirect(back, {
    status: 303,
    headers: {
      "Set-Cookie": cookie(
        scaleCookie,
        read.ok ? read.value.scale : "standard",
        context.get(requestContext).isSecure,
        year,
      ),
    },
  })
}
export default function Scale() {
  return null
}
