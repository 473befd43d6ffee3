import type { Page } from "playwright-core"
import { expect, test } from "vitest"
import { findBarriers, isTooWide, sizes } from "./browser"
import { aTown, board } from "./demo-town"

/** The hall's screens have sizes of their own; the walk looks at them. Files are no pages. */
const notWalked = /\/(console|screen|m|record)(\/|\?|$)|\.(pdf|xlsx|docx|zip|json)(\?|$)|\/(photos|documents|live)\//
/** Of addresses that differ in what they show only, one stands for all. */
const kindOf = (path: string) =>
  path
    .replace(/\?.*/, "")
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ":id")
    .replace(/\/\d{10}\b/, "/:code")
    .replace(/\/verify\/[0-9a-f]{16,}/, "/verify/:digest")

const linksOf = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll("a[href]")]
      .map(link => new URL((link as HTMLAnchorElement).href))
      .filter(url => url.origin === location.origin)
      .map(url => url.pathname + url.search),
  )

/** Goes wherever a link leads from here, each kind of address once, and says what bars the way. */
async function walkEverywhere(page: Page, from: string): Promise<{ kinds: string[]; barriers: string[] }> {
  const known = new Map([[kindOf(from), from]])
  const barriers: string[] = []
  for (const [kind, path] of known) {
    await page.setViewportSize(sizes.desk)
    await page.context().addCookies([{ name: "scale", value: "standard", url: new URL(page.url()).origin }])
    const answer = await page.goto(path)
    if (answer?.status() !== 200) barriers.push(`${kind} is answered ${answer?.status()}`)
    for (const finding of await findBarriers(page)) barriers.push(`${kind}: ${finding}`)
    for (const link of await linksOf(page))
      if (link.startsWith(from) && !notWalked.test(link) && !known.has(kindOf(link))) known.set(kindOf(link), link)
    await page.setViewportSize(sizes.phone)
    if (await isTooWide(page)) barriers.push(`${kind} is too wide on a phone`)
    await page.context().addCookies([{ name: "scale", value: "elder", url: new URL(page.url()).origin }])
    await page.reload()
    if (await isTooWide(page)) barriers.push(`${kind} is too wide on a phone in large type`)
  }
  return { kinds: [...known.keys()], barriers }
}

test("nothing bars the way to any page that a link of the demo community leads to", async () => {
  const town = await aTown()
  const secretary = await town.signIn("甲一")
  const inside = await walkEverywhere(secretary, "/c/zhenxing")
  expect(inside.barriers).toEqual([])
  for (const kind of [
    "tasks/:id",
    "notices/:id",
    "notices/editions/:id",
    "matters/:id",
    "topics/:id",
    "help/year",
    "archive",
  ])
    expect(inside.kinds).toContain(`/c/zhenxing/${kind}`)
  const phone = await town.open("phone")
  await phone.goto(board)
  const outside = await walkEverywhere(phone, board)
  expect(outside.barriers).toEqual([])
  expect(outside.kinds.length).toBeGreaterThan(5)
})
