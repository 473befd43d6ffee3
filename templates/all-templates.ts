import { agendaTemplate } from "./agenda"
import { ballotPapersTemplate } from "./ballot-papers"
import { briefMinutesTemplate } from "./brief-minutes"
import { chaseSlipTemplate } from "./chase-slip"
import { checkInSlipsTemplate } from "./check-in-slips"
import { convocationTemplate } from "./convocation"
import { countAnnouncementTemplate } from "./count-announcement"
import { countReportTemplate } from "./count-report"
import { countSheetTemplate } from "./count-sheet"
import { debateRulesTemplate } from "./debate-rules"
import { delegateCardTemplate } from "./delegate-card"
import { dutyListTemplate } from "./duty-list"
import { ledgerTemplate } from "./ledger"
import { ledgerWorkbookTemplate } from "./ledger-workbook"
import { minutesTemplate } from "./minutes"
import { noticePosterTemplate } from "./notice-poster"
import { opinionFormTemplate } from "./opinion-form"
import { packTemplateOf } from "./pack"
import { paperRegisterTemplate } from "./paper-register"
import { pollAnnouncementTemplate } from "./poll-announcement"
import { pollBallotsTemplate } from "./poll-ballots"
import type { Template } from "./print-paper"
import { publicNoticeTemplate } from "./public-notice"
import { recordTemplate } from "./record"
import { resolutionTemplate } from "./resolution"
import { satisfactionFormTemplate } from "./satisfaction-form"
import { signInSheetTemplate } from "./sign-in-sheet"
import { taskSlipTemplate } from "./task-slip"
import { convocationWordTemplate } from "./word/convocation"
import { minutesWordTemplate } from "./word/minutes"
import { resolutionWordTemplate } from "./word/resolution"

/** Several papers in one file. */
export const packTemplate = packTemplateOf(name => templateNamed(name))

/** Every paper there is: whoever draws beside the requests is handed a name, and finds the template here. */
export const allTemplates = [
  agendaTemplate,
  ballotPapersTemplate,
  briefMinutesTemplate,
  chaseSlipTemplate,
  checkInSlipsTemplate,
  convocationTemplate,
  convocationWordTemplate,
  countAnnouncementTemplate,
  countReportTemplate,
  countSheetTemplate,
  debateRulesTemplate,
  delegateCardTemplate,
  dutyListTemplate,
  ledgerTemplate,
  ledgerWorkbookTemplate,
  minutesTemplate,
  minutesWordTemplate,
  noticePosterTemplate,
  opinionFormTemplate,
  packTemplate,
  paperRegisterTemplate,
  pollAnnouncementTemplate,
  pollBallotsTemplate,
  publicNoticeTemplate,
  recordTemplate,
  resolutionTemplate,
  resolutionWordTemplate,
  satisfactionFormTemplate,
  signInSheetTemplate,
  taskSlipTemplate,
] as const

const byName = new Map<string, Template<never>>(allTemplates.map(template => [template.name, template]))

/** The template of that name; undefined when none is called so. */
export const templateNamed = (name: string): Template<never> | undefined => byName.get(name)
