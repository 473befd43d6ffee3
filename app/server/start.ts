import { readFileSync } from "node:fs"
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from "node:http"
import { createServer as createTlsServer } from "node:https"
import type { AddressInfo } from "node:net"
import { join } from "node:path"
import { createRequestListener, type FetchHandler } from "@remix-run/node-fetch-server"
import { isAtHead } from "#db/migrate"
import { sweepRoundKeys } from "~/chamber/rounds/round-keys"
import { fillNameKeys } from "~/people/name-key-store"
import { endLostJobs } from "~/registry/document-jobs"
import { errorWordsOf } from "~/ui/error-words"
import { type Environment, findOrigins } from "~/web/environment"
import { requestFactsOf } from "~/web/guard"
import { createLogger, traceOf } from "~/web/log"
import { addressBehind } from "~/web/network"
import { startSigning } from "./archive-signing"
import { compressed } from "./compression"
import { turnAway } from "./door"
import { createHandler } from "./handler"
import { openInstallation } from "./installation"
import { manifestPath, rememberManifests } from "./known-manifests"
import { quickRequestOf, sendQuickAnswer } from "./quick-answers"
import { createQuickDoor, findQuickRoute } from "./quick-door"
import { sentencePage } from "./sentence-page"
import { readStaticFiles } from "./static-files"

export type RunningServer = {
  port: number
  origins: string[]
  /** Stops accepting, ends live streams, waits for what is under way (10 s at most), closes the database. */
  stop(): Promise<void>
}

const longestWaitMs = 10_000

/** Listens and serves. One listener per origin: the framework never sees a Host header that we did not name. */
export async function startServer(
  environment: Environment,
  clientDir = join(process.cwd(), "build", "client"),
): Promise<RunningServer> {
  const log = createLogger(environment.logLevel)
  const report = (error: unknown) => log.error({ stack: traceOf(error) })
  const { installation, bus, warmUp, close } = await openInstallation(environment, report)
  await sweepRoundKeys(installation)
  await fillNameKeys(installation)
  await endLostJobs(installation)
  installation.background(warmUp())
  const signing = await startSigning(installation, report)
  const handle = await createHandler(installation, log)
  const answerQuickly = createQuickDoor(installation, log)
  const answerStatic = readStaticFiles(clientDir)
  const manifests = rememberManifests()

  const addressOf = (socketAddress: string, forwardedFor: string | null) =>
    addressBehind(socketAddress, forwardedFor, environment.trustedProxies)
  const origins = new Map<string, string>()
  const listeners = new Map<string, RequestListener>()
  function listenerOf(origin: string): RequestListener {
    const known = listeners.get(origin)
    if (known) return known
    const { host, protocol } = new URL(origin)
    const listener: RequestListener = (incoming, outgoing) => {
      const answerRequest: FetchHandler = async (request, client) => {
        const address = addressOf(client.address, request.headers.get("X-Forwarded-For"))
        const response = await handle(request, { address, origin })
        const [path, query] = halvesOf(incoming.url ?? "/")
        if (path === manifestPath && request.method === "GET") return manifests.keep(query, response)
        return compressed(request, response)
      }
      createRequestListener(answerRequest, { host, protocol })(incoming, outgoing)
    }
    listeners.set(origin, listener)
    return listener
  }

  async function answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    if (incoming.url === "/healthz") return void outgoing.writeHead(200, { "Content-Type": "text/plain" }).end("ok")
    if (incoming.url === "/readyz") {
      const isReady = await isAtHead(environment.databaseUrl).catch(() => false)
      return void outgoing
        .writeHead(isReady ? 200 : 503, { "Content-Type": "text/plain" })
        .end(isReady ? "ready" : "not ready")
    }
    const origin = turnAway(incoming, outgoing, origins, log)
    if (!origin) {
      incoming.resume()
      return
    }
    const isRead = incoming.method === "GET" || incoming.method === "HEAD"
    // An answer given before the whole body came: the rest is read and thrown away, or the browser shows a broken line.
    if (!isRead)
      outgoing.once("finish", () => {
        // The reader that gave up still holds the body and would pause it again.
        incoming.removeAllListeners("data").resume()
      })
    const [path, query] = halvesOf(incoming.url ?? "/")
    const quick = findQuickRoute(path)
    if (quick) {
      const request = quickRequestOf(incoming, query)
      const connection = {
        origin,
        // Few routes ask, and the system is asked anew for each connection.
        get address() {
          return addressOf(incoming.socket.remoteAddress ?? "", request.headers.get("X-Forwarded-For"))
        },
      }
      sendQuickAnswer(incoming, outgoing, await answerQuickly(quick, request, connection), bus)
      return
    }
    if (path === manifestPath && incoming.method === "GET") {
      const request = quickRequestOf(incoming, query)
      const known = manifests.find(query, () => requestFactsOf(request, { address: "", origin }))
      if (known) {
        sendQuickAnswer(incoming, outgoing, known, bus)
        return
      }
    }
    if (!isRead || !answerStatic(incoming, outgoing)) listenerOf(origin)(incoming, outgoing)
  }

  const onRequest: RequestListener = (incoming, outgoing) => {
    answer(incoming, outgoing).catch((error: unknown) => {
      const id = outgoing.headersSent ? undefined : sentencePage(outgoing, 500, errorWordsOf(500).next)
      log.error({ id, stack: traceOf(error) })
      outgoing.end()
    })
  }
  const server = environment.tls
    ? createTlsServer(
        { cert: readFileSync(environment.tls.certFile), key: readFileSync(environment.tls.keyFile) },
        onRequest,
      )
    : createServer(onRequest)
  server.keepAliveTimeout = 65_000
  await new Promise<void>((listening, failed) => {
    server.once("error", failed)
    server.listen(environment.port, () => listening())
  })
  const { port } = server.address() as AddressInfo
  const allowed = environment.appOrigins ?? findOrigins(port, environment.tls !== null)
  for (const origin of allowed) origins.set(hostOf(origin), origin)

  return {
    port,
    origins: allowed,
    async stop() {
      const closed = new Promise<void>(done => server.close(() => done()))
      bus.close()
      signing.stop()
      server.closeIdleConnections()
      // A browser keeps its line after the last answer on it: lines are let go as they fall idle, not at the end of the wait.
      const tidying = setInterval(() => server.closeIdleConnections(), 100)
      const timer = setTimeout(() => server.closeAllConnections(), longestWaitMs)
      await closed
      clearInterval(tidying)
      clearTimeout(timer)
      await close()
    },
  }
}

/** The path of an address, and what is asked of it. */
function halvesOf(address: string): [path: string, query: string] {
  const at = address.indexOf("?")
  return at < 0 ? [address, ""] : [address.slice(0, at), address.slice(at + 1)]
}

/** As a browser writes it in the Host header: without the scheme's own port. */
const hostOf = (origin: string) => new URL(origin).host.toLowerCase()
