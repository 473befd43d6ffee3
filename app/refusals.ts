import { agendaRefusals } from "~/agenda/refusals"
import { boardRefusals } from "~/board/refusals"
import { chamberRefusals } from "~/chamber/refusals"
import { conveningRefusals } from "~/convening/refusals"
import { followupRefusals } from "~/followup/refusals"
import { intakeRefusals } from "~/intake/refusals"
import { peopleRefusals } from "~/people/refusals"
import { recordsRefusals } from "~/records/refusals"
import { registryRefusals } from "~/registry/refusals"
import { commonRefusals, type Sentences } from "~/web/refusals"

/** The one table: every room's sentences put together. */
export const sentences: Sentences = {
  ...commonRefusals,
  ...registryRefusals,
  ...peopleRefusals,
  ...intakeRefusals,
  ...agendaRefusals,
  ...conveningRefusals,
  ...chamberRefusals,
  ...recordsRefusals,
  ...followupRefusals,
  ...boardRefusals,
}
