// The bare limit: node:http and better-sqlite3, one row of the roll for each POST, with the durability of ours
// (WAL, synchronous=FULL). `one` commits each row by itself; `shared` lets the rows of one turn share a commit.
import { createServer } from "node:http"
import Sqlite from "better-sqlite3"

const [file, mode] = process.argv.slice(2)
const db = new Sqlite(file)
db.pragma("journal_mode = WAL")
db.pragma("synchronous = FULL")
db.exec(
  "create table roll (community_id text, round_id text, participant_id text, channel text, request_key text, primary key (community_id, round_id, participant_id))",
)
const insert = db.prepare("insert into roll values (?, ?, ?, ?, ?)")

let waiting = []
function commitTogether() {
  const group = waiting
  waiting = []
  db.exec("begin immediate")
  for (const { row } of group) insert.run(...row)
  db.exec("commit")
  for (const { response } of group) response.writeHead(303, { Location: "/done" }).end()
}

createServer((request, response) => {
  if (request.method === "GET") return response.end("ok")
  let body = ""
  request.on("data", chunk => {
    body += chunk
  })
  request.on("end", () => {
    const fields = new URLSearchParams(body)
    const row = ["c", fields.get("round"), fields.get("participant"), "tablet", fields.get("requestKey")]
    if (mode === "one") {
      insert.run(...row)
      response.writeHead(303, { Location: "/done" }).end()
      return
    }
    waiting.push({ row, response })
    if (waiting.length === 1) setImmediate(commitTogether)
  })
}).listen(0, "127.0.0.1", function () {
  process.stdout.write(`listening ${this.address().port}\n`)
})
