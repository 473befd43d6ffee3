import { agendaRefusals } from "~/agenda/refusals"
import { boardRefusals } from "~/board/refusals"
import { chamberRefusals } from "~/chamber/refusals"
import { conveningRefusals } from "~/convening/refusals"
import { estatesRefusals } from "~/estates/refusals"
import { followupRefusals } from "~/followup/refusals"
import { intakeRefusals } from "~/intake/refusals"
import { peopleRefusals } from "~/people/refusals"
import { pollingRefusals } from "~/polling/refusals"
import { recordsRefusals } from "~/records/refusals"
import { registryRefusals } from "~/registry/refusals"
import { rulebookRefusals } from "~/rulebook/refusals"
import { commonRefusals, type Sentences } from "~/web/refusals"

/** The one table: every room's sentences put together. */
export const sentences: Sentences = {
  ...commonRefusals,
  ...registryRefusals,
  ...peopleRefusals,
  ...estatesRefusals,
  ...rulebookRefusals,
  ...intakeRefusals,
  ...agendaRefusals,
  ...conveningRefusals,
  ...chamberRefusals,
  ...pollingRefusals,
  ...recordsRefusals,
  ...followupRefusals,
  ...boardRefusals,
}
