import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { brotliCompressSync, gzipSync } from "node:zlib"
import { expect, onTestFinished, test } from "vitest"
import { readStaticFiles } from "~/server/static-files"

const script = "console.log(1)"

/** A server of nothing but static files, and the folder they were read from. */
async function aServerOfFiles() {
  const folder = mkdtempSync(join(tmpdir(), "yishi-static-"))
  mkdirSync(join(folder, "assets"))
  writeFileSync(join(folder, "assets", "page-1.js"), script)
  writeFileSync(join(folder, "assets", "page-1.js.br"), brotliCompressSync(script))
  writeFileSync(join(folder, "assets", "page-1.js.gz"), gzipSync(script))
  writeFileSync(join(folder, "icon.svg"), "<svg/>")
  const answer = readStaticFiles(folder)
  const server = createServer((incoming, outgoing) => {
    if (!answer(incoming, outgoing)) outgoing.writeHead(404).end("not static")
  })
  await new Promise<void>(listening => server.listen(0, "127.0.0.1", listening))
  onTestFinished(() => {
    server.close()
    rmSync(folder, { recursive: true, force: true })
  })
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const get = (path: string, headers: Record<string, string> = {}, method = "GET") =>
    fetch(origin + path, { headers: { "Accept-Encoding": "identity", ...headers }, method })
  return { folder, get }
}

test("a build that is replaced under the running server takes no page away", async () => {
  const { folder, get } = await aServerOfFiles()
  rmSync(join(folder, "assets"), { recursive: true })
  const answer = await get("/assets/page-1.js")
  expect([answer.status, await answer.text()]).toEqual([200, script])
})

test("a file comes packed for those who unpack it, and once only for those who have it", async () => {
  const { get } = await aServerOfFiles()
  const packingOf = async (accepted: string) =>
    (await get("/assets/page-1.js", { "Accept-Encoding": accepted })).headers.get("content-encoding")
  expect(await packingOf("gzip, deflate, br")).toBe("br")
  expect(await packingOf("gzip;q=0.8, br;q=0")).toBe("gzip")
  expect(await packingOf("identity")).toBeNull()
  const first = await get("/assets/page-1.js?from=page")
  expect(first.headers.get("cache-control")).toContain("immutable")
  expect((await get("/assets/page-1.js", { "If-None-Match": first.headers.get("etag")! })).status).toBe(304)
})

test("nothing but the built files is answered, whatever the address or the range asked for", async () => {
  const { get } = await aServerOfFiles()
  for (const path of ["/", "/assets", "/assets/", "/assets/page-1.js.br", "/..%2fpackage.json", "/assets/%2e%2e/x"])
    expect((await get(path)).status, path).toBe(404)
  expect((await get("/icon.svg", { Range: "bytes=5-2" })).status).toBe(200)
  const head = await get("/icon.svg", {}, "HEAD")
  expect([head.headers.get("content-length"), await head.text()]).toEqual(["6", ""])
})
