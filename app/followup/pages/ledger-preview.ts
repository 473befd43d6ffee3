import { askedLedger } from "~/followup/ledgers/asked-ledger"
import { ledgerNames } from "~/followup/ledgers/kinds"
import { previewLedger } from "~/followup/ledgers/ledgers"
import { civilDateOf } from "~/law/civil-date"
import { pdfResponse } from "~/records/page-words"
import { appContext } from "~/web/context"
import { orThrow } from "~/web/forms"
import type { Route } from "./+types/ledger-preview"

export async function loader({ context, url }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  const asked = askedLedger(url.searchParams, civilDateOf(ctx.now()))
  return pdfResponse(orThrow(context, await previewLedger(ctx, asked)), `${ledgerNames[asked.ledger]}.pdf`)
}
