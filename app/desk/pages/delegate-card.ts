import { readDelegateCard } from "~/desk/delegate-card"
import { appContext } from "~/web/context"
import { orThrow } from "~/web/forms"
import type { Route } from "./+types/delegate-card"

export async function loader({ context }: Route.LoaderArgs) {
  const { fileName, content } = orThrow(context, await readDelegateCard(context.get(appContext)))
  return new Response(new Uint8Array(content), {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Disposition": `inline; filename*=UTF-8''${encodeURIComponent(fileName)}`,
      "Cache-Control": "private, no-cache",
      "X-Content-Type-Options": "nosniff",
    },
  })
}
