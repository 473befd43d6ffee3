import { useSyncExternalStore } from "react"
import {
  type Answer,
  type AnswerBody,
  answerOf,
  type BallotBox,
  type BoxView,
  createBallotBox,
  type Keeping,
  type WaitingBallot,
} from "./ballot-box"
import { noteLine, pauseForLine } from "./line"

const storageKey = "waiting-ballots"
const patienceMs = 15_000

/** `localStorage` outlives the tab and the browser; where it is refused, the ballot lives as long as the page. */
function browserKeeping(): Keeping {
  let memory: string | null = null
  return {
    read() {
      try {
        return localStorage.getItem(storageKey)
      } catch {
        return memory
      }
    },
    write(text) {
      memory = text
      try {
        if (text === null) localStorage.removeItem(storageKey)
        else localStorage.setItem(storageKey, text)
      } catch {
        // Full, or refused: then it lives in memory.
      }
    },
  }
}

async function sendBallot({ key, to, fields }: WaitingBallot): Promise<Answer> {
  const patience = new AbortController()
  const timer = setTimeout(() => patience.abort(), patienceMs)
  try {
    const body = new URLSearchParams({ ...fields, requestKey: key })
    const headers = { Accept: "application/json" }
    const response = await fetch(to, { method: "POST", body, headers, signal: patience.signal })
    const answer = answerOf(response.status, (await response.json().catch(() => null)) as AnswerBody)
    noteLine("ballot", answer.kind === "notNow")
    return answer
  } catch {
    noteLine("ballot", true)
    return { kind: "notNow" }
  } finally {
    clearTimeout(timer)
  }
}

let box: BallotBox | undefined

/** The one box of this browser tab; it goes on with what was put aside before. */
export function ballotBox(): BallotBox {
  if (box) return box
  const own = createBallotBox(browserKeeping(), sendBallot, pauseForLine)
  box = own
  window.addEventListener("storage", ({ key }) => {
    if (key === storageKey) own.readAgain()
  })
  own.goOn()
  return own
}

/** The ballots that were not delivered yet, or whose refusal was not read yet: until then no seat is handed on. */
export const waitingBallots = (): readonly WaitingBallot[] =>
  typeof window === "undefined" ? [] : ballotBox().view().ballots

const nothing: BoxView = { ballots: [], received: null, lastHadToWait: false }
const subscribe = (listener: () => void) => ballotBox().subscribe(listener)

export const useBallotBox = (): BoxView =>
  useSyncExternalStore(
    subscribe,
    () => ballotBox().view(),
    () => nothing,
  )
