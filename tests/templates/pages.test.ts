import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import pixelmatch from "pixelmatch"
import { PNG } from "pngjs"
import { expect, test } from "vitest"
import { countPages, drawPage } from "./read-pdf"
import { renderedSamples, sampleNames } from "./samples-rendered"

// Pictures of the pages at 72 dpi. After a change of the look that is meant, draw them anew and look at each of them:
//   UPDATE_PAGES=1 npx vitest run tests/templates/pages.test.ts
const folder = join(import.meta.dirname, "pages")
const update = process.env.UPDATE_PAGES === "1"

const greyPng = (grey: Uint8Array | Uint8ClampedArray, width: number, height: number) => {
  const png = new PNG({ width, height })
  grey.forEach((value, pixel) => {
    png.data.fill(value, pixel * 4, pixel * 4 + 3)
    png.data[pixel * 4 + 3] = 255
  })
  return png
}

test.each(sampleNames)("each page of %s looks as stored", async name => {
  const pdf = await renderedSamples[name]()
  if (update) mkdirSync(folder, { recursive: true })
  const pages = countPages(pdf)
  for (let page = 1; page <= pages; page++) {
    const { data, width, height } = drawPage(pdf, page, 72)
    const drawn = greyPng(data, width, height)
    const file = join(folder, `${name}-${page}.png`)
    if (update) writeFileSync(file, PNG.sync.write(drawn, { colorType: 0 }))
    const stored = PNG.sync.read(readFileSync(file))
    expect([stored.width, stored.height]).toEqual([width, height])
    const different = pixelmatch(stored.data, drawn.data, undefined, width, height, { threshold: 0, includeAA: true })
    expect(different, `${name} page ${page}: pixels that differ`).toBe(0)
  }
  if (update) rmSync(join(folder, `${name}-${pages + 1}.png`), { force: true })
  expect(existsSync(join(folder, `${name}-${pages + 1}.png`)), "a page that is no longer printed").toBe(false)
})
