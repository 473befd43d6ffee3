// Loaded into a server before anything else (`node --expose-gc --import ./bench/probe.mjs …`): says on stdout when each
// commit returned, by the clock all processes share, and on SIGUSR2 what memory is held once the garbage is gone.
import Sqlite from "better-sqlite3"

const say = (what, value) => process.stdout.write(`probe ${what} ${value}\n`)

const { prepare } = Sqlite.prototype
Sqlite.prototype.prepare = function (text) {
  const statement = prepare.call(this, text)
  if (text !== "COMMIT") return statement
  const run = statement.run.bind(statement)
  statement.run = () => {
    const outcome = run()
    say("commit", Number(process.hrtime.bigint()) / 1e6)
    return outcome
  }
  return statement
}

process.on("SIGUSR2", () => {
  globalThis.gc()
  setImmediate(() => {
    globalThis.gc()
    const { rss, heapUsed, external } = process.memoryUsage()
    say("memory", JSON.stringify({ rss, held: heapUsed + external }))
  })
})
