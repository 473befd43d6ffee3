import { renderBallotPapers } from "#templates/ballot-papers"
import { renderChaseSlip } from "#templates/chase-slip"
import { renderCheckInSlips } from "#templates/check-in-slips"
import { renderConvocation } from "#templates/convocation"
import { renderCountSheet } from "#templates/count-sheet"
import { renderDelegateCard } from "#templates/delegate-card"
import { renderDutyList } from "#templates/duty-list"
import { renderMinutes } from "#templates/minutes"
import { renderPublicNotice } from "#templates/public-notice"
import { renderRecord } from "#templates/record"
import { renderResolution } from "#templates/resolution"
import { renderTaskSlip } from "#templates/task-slip"
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
  minutes: () => renderMinutes(fullMinutes, printing),
  "minutes-short": () => renderMinutes(minimalMinutes, printingAtOffice),
  "minutes-named-vote": () => renderMinutes(namedVoteMinutes, printing),
  resolution: () => renderResolution(resolution, printing),
  "resolution-options": () => renderResolution(optionsResolution, printing),
  "minutes-consensus": () => renderMinutes(consensusMinutes, printing),
  "public-notice": () => renderPublicNotice(publicNotice, printing),
  announcement: () => renderPublicNotice(announcement, printingAtOffice),
  convocation: () => renderConvocation(convocation, printing),
  "convocation-representatives": () => renderConvocation(representativesConvocation, printingAtOffice),
  record: () => renderRecord(record, printing),
  "check-in-slips": () => renderCheckInSlips(checkInSlips, printing),
  "delegate-card": () => renderDelegateCard(delegateCard, printing),
  "ballots-named": () => renderBallotPapers(namedBallots, printingAtOffice),
  "ballots-secret": () => renderBallotPapers(secretBallots, printingAtOffice),
  "ballots-election": () => renderBallotPapers(electionBallots, printingAtOffice),
  "count-sheet": () => renderCountSheet(countSheet, printingAtOffice),
  "count-sheet-hands": () => renderCountSheet(handSheet, printingAtOffice),
  "task-slip": () => renderTaskSlip(taskSlip, printing),
  "task-slip-done": () => renderTaskSlip(taskSlipDone, printing),
  "chase-slip": () => renderChaseSlip(chaseSlip, printing),
  "duty-list": () => renderDutyList(dutyList, printingAtOffice),
} as const

export const sampleNames = Object.keys(renderedSamples) as (keyof typeof renderedSamples)[]
