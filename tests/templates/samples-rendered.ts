import { ballotPapersTemplate } from "#templates/ballot-papers"
import { chaseSlipTemplate } from "#templates/chase-slip"
import { checkInSlipsTemplate } from "#templates/check-in-slips"
import { convocationTemplate } from "#templates/convocation"
import { countSheetTemplate } from "#templates/count-sheet"
import { delegateCardTemplate } from "#templates/delegate-card"
import { dutyListTemplate } from "#templates/duty-list"
import { minutesTemplate } from "#templates/minutes"
import { printPaper } from "#templates/print-paper"
import { publicNoticeTemplate } from "#templates/public-notice"
import { recordTemplate } from "#templates/record"
import { resolutionTemplate } from "#templates/resolution"
import { taskSlipTemplate } from "#templates/task-slip"
import { countSheet, electionBallots, handSheet, namedBallots, secretBallots } from "./sample-ballots"
import { delegateCard } from "./sample-card"
import { announcement, publicNotice } from "./sample-notices"
import {
  checkInSlips,
  convocation,
  optionsResolution,
  record,
  representativesConvocation,
  resolution,
} from "./sample-papers"
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
  announcement: () => printPaper(publicNoticeTemplate, announcement, printingAtOffice),
  convocation: () => printPaper(convocationTemplate, convocation, printing),
  "convocation-representatives": () => printPaper(convocationTemplate, representativesConvocation, printingAtOffice),
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
} as const

export const sampleNames = Object.keys(renderedSamples) as (keyof typeof renderedSamples)[]
