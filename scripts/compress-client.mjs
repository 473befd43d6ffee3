// Beside every static file its .br and .gz, made once at build time: the server only hands them out.
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { brotliCompressSync, gzipSync } from "node:zlib"

const root = "build/client"
for (const name of readdirSync(root, { recursive: true })) {
  const file = join(root, name)
  if (!statSync(file).isFile() || !/\.(js|css|svg|json|txt)$/.test(file)) continue
  const content = readFileSync(file)
  if (content.length < 1024) continue
  writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }))
  writeFileSync(`${file}.br`, brotliCompressSync(content))
}
