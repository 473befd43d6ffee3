/** One ballot put aside on this device, from before it is sent until the server has it. */
export type WaitingBallot = {
  /** The idempotency key: sent with every attempt, so that it counts once. */
  key: string
  /** Where it is sent. */
  to: string
  /** What is sent with the key. Emptied when it was refused: what was chosen stays nowhere. */
  fields: Record<string, string>
  /** The page that says 已收到 when it has arrived. */
  donePage: string
  /** Whose it is, and of what, for the page that says that it waits. */
  about: { item: string; subject: string; person: string }
  /** By this device's clock, to say for how long it has waited. */
  savedAt: number
  /** The seat it belongs to is not on this device any more; it goes on once its holder has checked in again. */
  needsSeat?: boolean
  /** Why the server did not take it: told until it was read. */
  refusal?: string
}

/** What became of one attempt. */
export type Answer =
  | { kind: "received" }
  | { kind: "notNow" }
  | { kind: "needsSeat" }
  | { kind: "refused"; sentence: string }

/** What the server says in words, or nothing that can be read. */
export type AnswerBody = { received?: boolean; code?: string; sentence?: string } | null

const unexplained = "会场电脑没有收下这一票，也没有说明原因。请举手，找工作人员用纸票补投。"

/** Reads the answer to an attempt. A fault of the server, or of what stands between, is no answer to the ballot. */
export function answerOf(status: number, body: AnswerBody): Answer {
  if (status >= 200 && status < 300 && body?.received) return { kind: "received" }
  if (status >= 500 || status === 408 || status === 429 || (status < 400 && !body?.sentence)) return { kind: "notNow" }
  if (body?.code === "not_seated") return { kind: "needsSeat" }
  return { kind: "refused", sentence: body?.sentence ?? unexplained }
}

const firstPauseMs = 1_000
const longestPauseMs = 10_000

/** How long to wait after so many attempts in vain. */
export const pauseAfter = (attempts: number): number => Math.min(firstPauseMs * 2 ** (attempts - 1), longestPauseMs)

/** Where a box keeps its ballots: the browser's own storage, or nothing but memory where it grants none. */
export type Keeping = { read: () => string | null; write: (text: string | null) => void }

export type BoxView = {
  ballots: readonly WaitingBallot[]
  /** What arrived last on this page, until it was shown. */
  received: WaitingBallot | null
  /** Whether the last one that arrived had waited. */
  lastHadToWait: boolean
}

type Send = (ballot: WaitingBallot) => Promise<Answer>
/** Resolves when it is worth trying again. */
type Pause = (ms: number) => Promise<void>

export function createBallotBox(keeping: Keeping, send: Send, pause: Pause) {
  const listeners = new Set<() => void>()
  let view: BoxView = { ballots: readKept(keeping), received: null, lastHadToWait: false }
  const fromBefore = new Set(view.ballots.map(ballot => ballot.key))
  let isDelivering = false

  function show(next: Partial<BoxView>): void {
    view = { ...view, ...next }
    for (const listener of listeners) listener()
  }

  function keep(ballots: readonly WaitingBallot[]): void {
    keeping.write(ballots.length > 0 ? JSON.stringify(ballots) : null)
    show({ ballots })
  }

  const nextOf = () => view.ballots.find(ballot => !ballot.refusal)
  const replace = (key: string, change: Partial<WaitingBallot>) =>
    keep(view.ballots.map(ballot => (ballot.key === key ? { ...ballot, ...change } : ballot)))

  async function deliver(): Promise<void> {
    if (isDelivering) return
    isDelivering = true
    let attempts = 0
    for (let ballot = nextOf(); ballot; ballot = nextOf()) {
      const { key } = ballot
      const answer = await send(ballot)
      // Meanwhile another page of this browser may have brought it in.
      if (!view.ballots.some(one => one.key === key)) continue
      attempts++
      if (answer.kind === "received") {
        const others = view.ballots.filter(one => one.key !== key)
        show({ received: { ...ballot, fields: {} }, lastHadToWait: attempts > 1 || fromBefore.has(key) })
        keep(others)
        attempts = 0
      } else if (answer.kind === "refused") {
        replace(key, { refusal: answer.sentence, fields: {}, needsSeat: false })
        attempts = 0
      } else {
        const needsSeat = answer.kind === "needsSeat"
        if (needsSeat !== Boolean(ballot.needsSeat)) replace(key, { needsSeat })
        await pause(pauseAfter(attempts))
      }
    }
    isDelivering = false
  }

  return {
    view: () => view,
    subscribe(listener: () => void): () => void {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    /** Puts a ballot aside, and then sends it. One that waits for the same is sent in its place: a button pressed twice. */
    put(ballot: WaitingBallot): void {
      const isThere = view.ballots.some(
        one => !one.refusal && one.to === ballot.to && one.fields.voterId === ballot.fields.voterId,
      )
      if (!isThere) keep([...view.ballots, ballot])
      void deliver()
    },
    /** Goes on with what an earlier page, or the browser before it was closed, put aside. */
    goOn(): void {
      void deliver()
    },
    /** Another page of this browser put one aside, or brought one in. */
    readAgain(): void {
      show({ ballots: readKept(keeping) })
      void deliver()
    },
    /** The sentence was read. */
    forget(key: string): void {
      keep(view.ballots.filter(ballot => ballot.key !== key))
    },
    forgetReceived: () => show({ received: null }),
  }
}

export type BallotBox = ReturnType<typeof createBallotBox>

function readKept(keeping: Keeping): WaitingBallot[] {
  try {
    const kept: unknown = JSON.parse(keeping.read() ?? "[]")
    return Array.isArray(kept) ? kept.filter(isBallot) : []
  } catch {
    return []
  }
}

const isBallot = (value: Partial<WaitingBallot> | null): value is WaitingBallot =>
  typeof value?.key === "string" &&
  typeof value.to === "string" &&
  typeof value.fields === "object" &&
  typeof value.about === "object"
