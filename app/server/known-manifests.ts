import type { RequestFacts } from "~/web/context"
import { neverKept, sealOf } from "~/web/guard"
import type { QuickAnswer } from "~/web/quick"

/** Where a page asks the framework which scripts the pages of an address have. */
export const manifestPath = "/__manifest"

const mostKept = 200
const mostCharacters = 100_000

/**
 * What the framework said of its routes, by what was asked: the same for everybody, for as long as this build runs. When a
 * vote is opened all tablets of a hall ask the same, and to find it out anew takes longer than to show the ballot.
 */
export function rememberManifests() {
  const known = new Map<string, { type: string; cacheControl: string; body: string }>()
  return {
    find(query: string, facts: () => RequestFacts): QuickAnswer | null {
      const manifest = known.get(query)
      if (!manifest) return null
      const { type, cacheControl, body } = manifest
      return { status: 200, headers: { ...sealOf(facts()), "Content-Type": type, "Cache-Control": cacheControl }, body }
    },
    async keep(query: string, response: Response): Promise<Response> {
      if (response.status !== 200) return response
      const body = await response.text()
      const { headers } = response
      if (known.size >= mostKept) known.clear()
      if (body.length + query.length <= mostCharacters)
        known.set(query, {
          type: headers.get("Content-Type") ?? "application/json",
          cacheControl: headers.get("Cache-Control") ?? neverKept,
          body,
        })
      return new Response(body, { status: 200, headers })
    },
  }
}
