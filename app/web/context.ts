import type { KeyObject } from "node:crypto"
import { createContext } from "react-router"
import type { Database } from "#db/client"
import type { Role } from "#db/schema/people-accounts"
import type { PrintPaper } from "#templates/print-paper"
import type { Logger } from "./log"
import type { Sentences } from "./refusals"

/** Who is asking. A stranger has neither account nor seat. */
export type Actor = {
  accountId: string | null
  personId: string | null
  name: string
  /** In the community asked about; empty elsewhere. */
  roles: readonly Role[]
  /** A tablet checked in to one meeting with a delegate's code. */
  seat: Seat | null
}

/** One participant's place in one meeting, as a tablet holds it. */
export type Seat = {
  meetingId: string
  participantId: string
  personId: string
  name: string
  /** 代操作: who of the staff presses its buttons for the delegate, and why; not set or null where the delegate does. */
  helper?: { name: string; reason: string } | null
}

export const stranger: Actor = { accountId: null, personId: null, name: "", roles: [], seat: null }

export type CommunityView = {
  id: string
  slug: string
  name: string
  shortName: string
  subdistrict: string
  contactPhone: string
}

/** The private key, and the folder it lies in: outside the database and its backups. */
export type ArchiveKey = { privateKey: KeyObject; folder: string }

/** What the whole installation shares; use cases that stand outside every community take this. */
export type Installation = {
  db: Database
  now: () => Date
  /** UUIDv7 text, in order of making. */
  newId: () => string
  /** Tells live pages, after the commit, that something on this channel changed. */
  publish: (channel: string) => void
  /** Derives check-in codes; see `readInstallationSecret`. */
  secret: Buffer
  /** Where private keys of open secret rounds lie. */
  keyDir: string
  /** Signs digests of the archive; see `readArchiveKey`. */
  archiveKey: ArchiveKey
  fontDir: string | null
  /** Draws a paper; the server does it beside the requests. Throws a MissingCharactersError. */
  print: PrintPaper
  /** Lets work go on after the answer is given; what it throws is logged, and a server that stops waits for it. */
  background: (work: Promise<unknown>) => void
  /** What QR codes point at. Null: paper is verified at the office. */
  publicOrigin: string | null
}

/** What every use case takes first. */
export type Ctx = Installation & { actor: Actor; community: CommunityView }

/** The signed-in browser behind a request, before any community is known. */
export type SignedIn = {
  sessionId: string
  accountId: string
  personId: string
  homeCommunityId: string
  name: string
  mustChangePassword: boolean
}

/** Facts of one request, for pages and middleware; never handed to a use case. */
export type RequestFacts = {
  requestId: string
  nonce: string
  /** The address the request came from; only to count attempts. */
  address: string
  origin: string
  isSecure: boolean
  isElder: boolean
  signedIn: SignedIn | null
  /** SHA-256 of the seat cookie's token, if any. */
  seatSessionId: string | null
}

/** Handed in by the server for each request; everything the process holds. */
export type ServerFacts = {
  installation: Installation
  log: Logger
  sentences: Sentences
  /** What each action of the audit log says on a timeline. */
  auditWords: Sentences
  address: string
  origin: string
}

export const serverContext = createContext<ServerFacts>()
export const requestContext = createContext<RequestFacts>()
/** Set by the gate of each community's pages. */
export const appContext = createContext<Ctx>()
