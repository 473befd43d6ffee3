import { readPublicDigests } from "~/records/public-digests"
import { appContext } from "~/web/context"
import type { Route } from "./+types/archive-digests"

/** The chain of signed digests as a file, for anyone to keep. */
export async function loader({ context }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  const name = `${ctx.community.name}档案摘要.json`
  return new Response(JSON.stringify(await readPublicDigests(ctx), null, 1), {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
      "Cache-Control": "no-cache",
    },
  })
}
