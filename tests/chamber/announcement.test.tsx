import type { RouteConfigEntry } from "@react-router/dev/routes"
import { expect, test } from "vitest"
import { renderPart } from "#tests/ui/render-part"
import { Announcement, Announcer } from "~/chamber/parts/Announcement"
import { seatRoutes } from "~/chamber/routes"

test("the place a screen reader listens to is there before anything is said, and before the page", () => {
  const markup = renderPart(
    <Announcer>
      <main>
        <Announcement>表决已经开始：同意活动室改造方案。请您表决。</Announcement>
      </main>
    </Announcer>,
  )
  expect(markup).toBe('<p class="vh" role="status" aria-live="polite" aria-atomic="true"></p><main></main>')
})

test("every page of a tablet comes and goes below the one place that stays", () => {
  // What answers without a page (.ts) says nothing.
  const pathsOf = (entries: readonly RouteConfigEntry[]): string[] =>
    entries
      .flatMap(entry => [entry.file.endsWith(".tsx") ? (entry.path ?? "") : "", ...pathsOf(entry.children ?? [])])
      .filter(path => path.startsWith("m/"))
  const layout = seatRoutes.find(entry => entry.file === "chamber/pages/tablet-layout.tsx")
  expect(pathsOf(layout?.children ?? [])).toEqual(pathsOf(seatRoutes))
  expect(pathsOf(seatRoutes)).toContain("m/:meetingId/vote/:roundId")
})
