import { agendaTemplate } from "#templates/agenda"
import { packTemplate } from "#templates/all-templates"
import { ballotPapersTemplate } from "#templates/ballot-papers"
import { briefMinutesTemplate } from "#templates/brief-minutes"
import { chaseSlipTemplate } from "#templates/chase-slip"
import { checkInSlipsTemplate } from "#templates/check-in-slips"
import { convocationTemplate } from "#templates/convocation"
import { countAnnouncementTemplate } from "#templates/count-announcement"
import { countReportTemplate } from "#templates/count-report"
import { countSheetTemplate } from "#templates/count-sheet"
import { debateRulesTemplate } from "#templates/debate-rules"
import { delegateCardTemplate } from "#templates/delegate-card"
import { dutyListTemplate } from "#templates/duty-list"
import { ledgerTemplate } from "#templates/ledger"
import { minutesTemplate } from "#templates/minutes"
import { noticePosterTemplate } from "#templates/notice-poster"
import { opinionFormTemplate } from "#templates/opinion-form"
import { paperRegisterTemplate } from "#templates/paper-register"
import { pollAnnouncementTemplate } from "#templates/poll-announcement"
import { pollBallotsTemplate } from "#templates/poll-ballots"
import { printPaper } from "#templates/print-paper"
import { publicNoticeTemplate } from "#templates/public-notice"
import { recordTemplate } from "#templates/record"
import { resolutionTemplate } from "#templates/resolution"
import { satisfactionFormTemplate } from "#templates/satisfaction-form"
import { signInSheetTemplate } from "#templates/sign-in-sheet"
import { taskSlipTemplate } from "#templates/task-slip"
import { countSheet, electionBallots, handSheet, namedBallots, secretBallots } from "./sample-ballots"
import { delegateCard } from "./sample-card"
import { emptyLedger, issueLedger, longLedger, opinionForm, satisfactionForm } from "./sample-ledgers"
import {
  agenda,
  blankSignInSheet,
  countAnnouncement,
  countReport,
  debateRules,
  pack,
  paperRegister,
  signedSignInSheet,
} from "./sample-meeting-papers"
import { announcement, publicNotice } from "./sample-notices"
import { checkInSlips, convocation, optionsResolution, representativesConvocation, resolution } from "./sample-papers"
import {
  electionAnnouncement,
  electionPollBallots,
  ownersAnnouncement,
  ownersBallots,
  ownersRegister,
} from "./sample-polls"
import { briefMinutes, record } from "./sample-records"
import { chaseSlip, dutyList, taskSlip, taskSlipDone } from "./sample-slips"
import { consensusMinutes, fullMinutes, minimalMinutes, namedVoteMinutes, printing, printingAtOffice } from "./samples"

/** Every sample document by the name of its stored pictures. */
export const renderedSamples = {
  minutes: () => printPaper(minutesTemplate, fullMinutes, printing),
  "minutes-short": () => printPaper(minutesTemplate, minimalMinutes, printingAtOffice),
  "minutes-named-vote": () => printPaper(minutesTemplate, namedVoteMinutes, printing),
  resolution: () => printPaper(resolutionTemplate, resolution, printing),
  "resolution-options": () => printPaper(resolutionTemplate, optionsResolution, printing),
  "minutes-consensus": () => printPaper(minutesTemplate, consensusMinutes, printing),
  "public-notice": () => printPaper(publicNoticeTemplate, publicNotice, printing),
  "notice-poster": () => printPaper(noticePosterTemplate, { ...publicNotice, sheet: "大字版" }, printing),
  "notice-poster-short": () => printPaper(noticePosterTemplate, { ...announcement, sheet: "大字版" }, printingAtOffice),
  announcement: () => printPaper(publicNoticeTemplate, announcement, printingAtOffice),
  convocation: () => printPaper(convocationTemplate, convocation, printing),
  "convocation-representatives": () => printPaper(convocationTemplate, representativesConvocation, printingAtOffice),
  "brief-minutes": () => printPaper(briefMinutesTemplate, briefMinutes, printing),
  record: () => printPaper(recordTemplate, record, printing),
  "check-in-slips": () => printPaper(checkInSlipsTemplate, checkInSlips, printing),
  "delegate-card": () => printPaper(delegateCardTemplate, delegateCard, printing),
  "ballots-named": () => printPaper(ballotPapersTemplate, namedBallots, printingAtOffice),
  "ballots-secret": () => printPaper(ballotPapersTemplate, secretBallots, printingAtOffice),
  "ballots-election": () => printPaper(ballotPapersTemplate, electionBallots, printingAtOffice),
  "count-sheet": () => printPaper(countSheetTemplate, countSheet, printingAtOffice),
  "count-sheet-hands": () => printPaper(countSheetTemplate, handSheet, printingAtOffice),
  "task-slip": () => printPaper(taskSlipTemplate, taskSlip, printing),
  "task-slip-done": () => printPaper(taskSlipTemplate, taskSlipDone, printing),
  "chase-slip": () => printPaper(chaseSlipTemplate, chaseSlip, printing),
  "duty-list": () => printPaper(dutyListTemplate, dutyList, printingAtOffice),
  "sign-in-sheet": () => printPaper(signInSheetTemplate, signedSignInSheet, printing),
  "sign-in-sheet-blank": () => printPaper(signInSheetTemplate, blankSignInSheet, printingAtOffice),
  "debate-rules": () => printPaper(debateRulesTemplate, debateRules, printing),
  agenda: () => printPaper(agendaTemplate, agenda, printing),
  "paper-register": () => printPaper(paperRegisterTemplate, paperRegister, printing),
  "paper-register-owners": () => printPaper(paperRegisterTemplate, ownersRegister, printing),
  "poll-ballots": () => printPaper(pollBallotsTemplate, ownersBallots, printingAtOffice),
  "poll-ballots-election": () => printPaper(pollBallotsTemplate, electionPollBallots, printingAtOffice),
  "poll-announcement": () => printPaper(pollAnnouncementTemplate, ownersAnnouncement, printing),
  "poll-announcement-election": () => printPaper(pollAnnouncementTemplate, electionAnnouncement, printingAtOffice),
  "count-report": () => printPaper(countReportTemplate, countReport, printing),
  "count-announcement": () => printPaper(countAnnouncementTemplate, countAnnouncement, printing),
  pack: () => printPaper(packTemplate, pack, printing),
  ledger: () => printPaper(ledgerTemplate, issueLedger, printing),
  "ledger-long": () => printPaper(ledgerTemplate, longLedger, printingAtOffice),
  "ledger-empty": () => printPaper(ledgerTemplate, emptyLedger, printingAtOffice),
  "opinion-form": () => printPaper(opinionFormTemplate, opinionForm, printing),
  "satisfaction-form": () => printPaper(satisfactionFormTemplate, satisfactionForm, printing),
} as const

export const sampleNames = Object.keys(renderedSamples) as (keyof typeof renderedSamples)[]
