import { connect, type Socket } from "node:net"

/** By the clock that all processes of the machine share, in ms. */
export const machineTime = () => Number(process.hrtime.bigint()) / 1e6

export type Listeners = {
  /** When each of them heard of the next change; resolves with the last. Asked for before the change is made. */
  nextChange: () => Promise<number[]>
  /** Called for each that hears, with its place. */
  onHeard: (listener: (at: number) => void) => void
  close: () => void
}

/** Lines that listen to live events, as bare as they can be, so that what is measured is the server. */
export async function openListeners(origin: string, requests: { path: string; cookie?: string }[]): Promise<Listeners> {
  let heardAt: number[] = []
  let allHeard = (_: number[]) => {}
  let each = (_: number) => {}
  const sockets: Socket[] = []
  const { hostname, port, host } = new URL(origin)
  for (const [at, { path, cookie }] of requests.entries()) {
    const socket = connect(Number(port), hostname)
    sockets.push(socket)
    await new Promise<void>((begun, failed) => {
      socket.once("error", failed)
      socket.on("data", bytes => {
        const text = bytes.toString("latin1")
        if (text.startsWith("HTTP/1.1 ") && !text.startsWith("HTTP/1.1 200")) failed(new Error(text))
        if (text.includes("retry: ")) return begun()
        if (!text.includes("data: ")) return
        heardAt.push(machineTime())
        each(at)
        if (heardAt.length === requests.length) allHeard(heardAt)
      })
      socket.write(
        `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nAccept: text/event-stream\r\n${cookie ? `Cookie: ${cookie}\r\n` : ""}\r\n`,
      )
    })
  }
  return {
    nextChange: () => {
      heardAt = []
      return new Promise(done => {
        allHeard = done
      })
    },
    onHeard: listener => {
      each = listener
    },
    close: () => {
      for (const socket of sockets) socket.destroy()
    },
  }
}
