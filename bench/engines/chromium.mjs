import { mkdtempSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import { chromium } from "playwright-core"
import { faces, sizes } from "./looks.mjs"

const escaped = text => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;")

export async function open({ landscape }) {
  // Found through fontconfig, which opens them once; by @font-face each page would load sixty megabytes anew.
  const folder = mkdtempSync(join(tmpdir(), "yishi-bench-fonts-"))
  const settings = `<fontconfig><dir>${resolve("templates/fonts")}</dir><cachedir>${folder}</cachedir></fontconfig>`
  writeFileSync(join(folder, "fonts.conf"), settings)
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu"],
    env: { ...process.env, FONTCONFIG_FILE: join(folder, "fonts.conf") },
  })
  const page = await browser.newPage()
  const family = face => `font-family: "${faces[face].family}"`
  const html = blocks => `<!doctype html><html lang="zh-CN"><style>
    @page { size: A4 ${landscape ? "landscape" : ""}; margin: ${landscape ? "20mm" : "37mm 26mm 35mm 28mm"} }
    body { margin: 0; font-size: ${sizes.body}pt; line-height: ${sizes.lead}pt; ${family("fang")}, "LXGW WenKai" }
    p { margin: 0; text-indent: 2em; text-align: justify } h2 { margin: 0; text-indent: 2em; font: inherit; ${family("hei")} }
    h1 { margin: 0; text-align: center; font-weight: 700; font-size: ${sizes.title}pt; ${family("title")} }
    table { width: 100%; border-collapse: collapse; table-layout: fixed; font-size: ${sizes.table}pt; line-height: 1.3 }
    td, th { border: .25mm solid; font-weight: 400 } tr { break-inside: avoid }
  </style>${blocks.map(part).join("")}</html>`
  return {
    make: async ({ blocks }) => {
      await page.setContent(html(blocks))
      return page.pdf({ preferCSSPageSize: true, tagged: true })
    },
    close: () => browser.close(),
  }
}

function part(block) {
  if (block.kind === "title") return `<h1>${escaped(block.text)}</h1>`
  if (block.kind === "heading") return `<h2>${escaped(block.text)}</h2>`
  if (block.kind === "paragraph") return `<p>${escaped(block.text)}</p>`
  const row = (cells, tag) => `<tr>${cells.map(cell => `<${tag}>${escaped(cell)}</${tag}>`).join("")}</tr>`
  const columns = block.widths.map(width => `<col width="${width}">`).join("")
  return `<table><colgroup>${columns}</colgroup><thead>${row(block.head, "th")}</thead><tbody>${block.rows
    .map(cells => row(cells, "td"))
    .join("")}</tbody></table>`
}
