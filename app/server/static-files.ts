import { createHash } from "node:crypto"
import { readdirSync, readFileSync, statSync } from "node:fs"
import type { IncomingMessage, ServerResponse } from "node:http"
import { extname, join, relative, sep } from "node:path"

const types: Record<string, string> = {
  ".css": "text/css; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".woff2": "font/woff2",
}

type StaticFile = { type: string; cacheControl: string; etag: string; plain: Buffer; gzip?: Buffer; br?: Buffer }

/** Answers a GET or HEAD of a static file; false when there is none at that address. */
export type AnswerStatic = (incoming: IncomingMessage, outgoing: ServerResponse) => boolean

/**
 * The built files, read once: a few megabytes. From then on the disk is not asked any more, so a build that is replaced
 * under a running meeting, or a process out of file handles, takes no page away. Addresses are looked up, never joined.
 */
export function readStaticFiles(folder: string): AnswerStatic {
  const files = new Map<string, StaticFile>()
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    const file = join(folder, name)
    if (!statSync(file).isFile() || /\.(br|gz)$/.test(name)) continue
    const plain = readFileSync(file)
    const address = `/${relative(folder, file).split(sep).join("/")}`
    files.set(address, {
      type: types[extname(name)] ?? "application/octet-stream",
      cacheControl: address.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "public, max-age=3600",
      etag: `"${createHash("sha256").update(plain).digest("base64url").slice(0, 22)}"`,
      plain,
      gzip: readPacked(`${file}.gz`),
      br: readPacked(`${file}.br`),
    })
  }
  return (incoming, outgoing) => {
    const file = files.get(incoming.url?.split("?")[0] ?? "")
    if (file) answer(incoming, outgoing, file)
    return file !== undefined
  }
}

const readPacked = (file: string): Buffer | undefined =>
  statSync(file, { throwIfNoEntry: false }) ? readFileSync(file) : undefined

function answer(incoming: IncomingMessage, outgoing: ServerResponse, file: StaticFile): void {
  outgoing.setHeader("X-Content-Type-Options", "nosniff")
  outgoing.setHeader("Cache-Control", file.cacheControl)
  outgoing.setHeader("ETag", file.etag)
  outgoing.setHeader("Vary", "Accept-Encoding")
  if (incoming.headers["if-none-match"] === file.etag) {
    outgoing.writeHead(304).end()
    return
  }
  const packing = (["br", "gzip"] as const).find(one => file[one] && accepts(incoming, one))
  const body = packing ? file[packing]! : file.plain
  if (packing) outgoing.setHeader("Content-Encoding", packing)
  outgoing.writeHead(200, { "Content-Type": file.type, "Content-Length": body.length })
  outgoing.end(incoming.method === "HEAD" ? undefined : body)
}

const accepts = (incoming: IncomingMessage, packing: string): boolean =>
  String(incoming.headers["accept-encoding"] ?? "")
    .split(",")
    .some(one => one.trim() === packing || (one.trim().startsWith(`${packing};`) && !/q=0(\.0*)?$/.test(one.trim())))
