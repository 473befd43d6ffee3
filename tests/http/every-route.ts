import { readFileSync } from "node:fs"
import type { RouteConfigEntry } from "@react-router/dev/routes"
import routes from "~/routes"

export type EveryRoute = { pattern: string; file: string; hasPage: boolean; hasAction: boolean }

/** Every address of the house as the framework knows it, layouts aside. */
export function listEveryRoute(): EveryRoute[] {
  const found: EveryRoute[] = []
  const walk = (entries: RouteConfigEntry[], above: string) => {
    for (const entry of entries) {
      const pattern = entry.path ? `${above}/${entry.path}`.replaceAll("//", "/") : above
      if (entry.children) walk(entry.children, pattern)
      else {
        const text = readFileSync(`app/${entry.file}`, "utf8")
        found.push({
          pattern: pattern || "/",
          file: entry.file,
          hasPage: /export (default|(async )?function loader|const loader)/.test(text),
          hasAction: /export (async )?function action|export const action/.test(text),
        })
      }
    }
  }
  walk(routes as RouteConfigEntry[], "")
  return found
}
