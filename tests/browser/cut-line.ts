import { type AddressInfo, connect, createServer, type Socket } from "node:net"
import { onTestFinished } from "vitest"

/** A network cable between browsers and the server that can be pulled out and put back. */
export type Cable = {
  origin: string
  /** Where it leads; set once the server runs. */
  leadTo: (origin: string) => void
  /** Everything under way breaks off, and nothing gets through. */
  cut: () => Promise<void>
  restore: () => Promise<void>
}

export async function aCable(): Promise<Cable> {
  const sockets = new Set<Socket>()
  let port = 0
  const keep = (socket: Socket) => {
    sockets.add(socket)
    socket.on("error", () => socket.destroy())
    socket.on("close", () => sockets.delete(socket))
  }
  const server = createServer(near => {
    const far = connect(port, "127.0.0.1")
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      keep(socket)
      socket.on("close", () => other.destroy())
    }
    near.pipe(far).pipe(near)
  })
  const listen = (at: number) => new Promise<void>(done => server.listen(at, "127.0.0.1", done))
  await listen(0)
  const own = (server.address() as AddressInfo).port
  const cut = () =>
    new Promise<void>(done => {
      server.close(() => done())
      for (const socket of sockets) socket.destroy()
    })
  onTestFinished(cut)
  return {
    origin: `http://127.0.0.1:${own}`,
    leadTo: origin => {
      port = Number(new URL(origin).port)
    },
    cut,
    restore: () => listen(own),
  }
}
