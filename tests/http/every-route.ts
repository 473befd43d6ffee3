import { readFileSync } from "node:fs"
import type { RouteConfigEntry } from "@react-router/dev/routes"
import { quickRoutes } from "~/quick-routes"
import routes from "~/routes"

export type EveryRoute = { pattern: string; file: string; hasPage: boolean; hasAction: boolean; isQuick: boolean }

/** Every address of the house: as the framework knows it, layouts aside, and those answered at the quick door. */
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
          isQuick: false,
        })
      }
    }
  }
  walk(routes as RouteConfigEntry[], "")
  for (const { pattern, post } of quickRoutes)
    found.push({ pattern, file: "quick-routes.ts", hasPage: true, hasAction: post !== undefined, isQuick: true })
  return found
}
