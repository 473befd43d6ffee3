import { ballotPapersTemplate } from "./ballot-papers"
import { chaseSlipTemplate } from "./chase-slip"
import { checkInSlipsTemplate } from "./check-in-slips"
import { convocationTemplate } from "./convocation"
import { countSheetTemplate } from "./count-sheet"
import { delegateCardTemplate } from "./delegate-card"
import { dutyListTemplate } from "./duty-list"
import { minutesTemplate } from "./minutes"
import type { Template } from "./print-paper"
import { publicNoticeTemplate } from "./public-notice"
import { recordTemplate } from "./record"
import { resolutionTemplate } from "./resolution"
import { taskSlipTemplate } from "./task-slip"

/** Every paper there is: whoever draws beside the requests is handed a name, and finds the template here. */
export const allTemplates = [
  ballotPapersTemplate,
  chaseSlipTemplate,
  checkInSlipsTemplate,
  convocationTemplate,
  countSheetTemplate,
  delegateCardTemplate,
  dutyListTemplate,
  minutesTemplate,
  publicNoticeTemplate,
  recordTemplate,
  resolutionTemplate,
  taskSlipTemplate,
] as const

const byName = new Map<string, Template<never>>(allTemplates.map(template => [template.name, template]))

/** The template of that name; undefined when none is called so. */
export const templateNamed = (name: string): Template<never> | undefined => byName.get(name)
