// The bare limit of live pages: node:http that commits one row for a POST (better-sqlite3, the durability of ours) and
// then writes one line to everyone who listens. `/redirect` and `/page` answer so many bytes from memory.
import { createServer } from "node:http"
import Sqlite from "better-sqlite3"

const [file] = process.argv.slice(2)
const db = new Sqlite(file)
db.pragma("journal_mode = WAL")
db.pragma("synchronous = FULL")
db.exec("create table told (seq integer primary key)")
const [begin, commit] = [db.prepare("BEGIN IMMEDIATE"), db.prepare("COMMIT")]
const insert = db.prepare("insert into told values (?)")

const listeners = new Set()
const channel = `meeting:${"0".repeat(36)}`
let seq = 0

createServer((request, response) => {
  if (request.method === "POST") {
    request.resume()
    request.on("end", () => {
      seq += 1
      begin.run()
      insert.run(seq)
      commit.run()
      const line = `data: ${JSON.stringify({ channel, seq })}\n\n`
      for (const listener of listeners) listener.write(line)
      response.writeHead(303, { Location: "/" }).end()
    })
    return
  }
  if (request.url !== "/live") {
    const bytes = Number(new URL(request.url, "http://bare").searchParams.get("bytes") ?? 2)
    return response.end("0".repeat(bytes))
  }
  response.writeHead(200, { "Content-Type": "text/event-stream", "Cache-Control": "no-store" })
  response.write("retry: 2000\n\n")
  listeners.add(response)
  response.once("close", () => listeners.delete(response))
}).listen(0, "127.0.0.1", function () {
  process.stdout.write(`listening ${this.address().port}\n`)
})
