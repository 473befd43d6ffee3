import { members } from "./access-people"
import type { Row } from "./access-row"
import { agendaRows } from "./access-table/agenda"
import { archiveRows } from "./access-table/archive"
import { chamberRows } from "./access-table/chamber"
import { attendanceRows } from "./access-table/chamber-attendance"
import { motionsRows } from "./access-table/chamber-motions"
import { paperRows } from "./access-table/chamber-paper"
import { roundsRows } from "./access-table/chamber-rounds"
import { speakingRows } from "./access-table/chamber-speaking"
import { claimRows } from "./access-table/claims"
import { conveningRows } from "./access-table/convening"
import { deskRows } from "./access-table/desk"
import { editionRows } from "./access-table/editions"
import { estateRows } from "./access-table/estates"
import { followupRows } from "./access-table/followup"
import { hallRows } from "./access-table/hall"
import { intakeRows } from "./access-table/intake"
import { ledgerRows } from "./access-table/ledgers"
import { peopleRows } from "./access-table/people"
import { pollingRows } from "./access-table/polling"
import { recordsRows } from "./access-table/records"
import { residentRows } from "./access-table/resident"
import { rulebookRows } from "./access-table/rulebook"
import { wallRows } from "./access-table/wall"

/** Every address behind the members' gate. */
export const rows: Row[] = [
  { pattern: "/c/:community", at: () => "", read: members },
  ...peopleRows,
  ...estateRows,
  ...rulebookRows,
  ...intakeRows,
  ...agendaRows,
  ...conveningRows,
  ...hallRows,
  ...chamberRows,
  ...attendanceRows,
  ...speakingRows,
  ...motionsRows,
  ...roundsRows,
  ...paperRows,
  ...pollingRows,
  ...recordsRows,
  ...archiveRows,
  ...editionRows,
  ...followupRows,
  ...claimRows,
  ...ledgerRows,
  ...wallRows,
  ...residentRows,
  ...deskRows,
]

/** Addresses outside every community; each is tried by name in the test. */
export const openPatterns = ["/", "/first-run", "/sign-in", "/sign-out", "/scale", "/password", "/*"]
