import { z } from "zod"
import { ledgerKinds } from "./kinds"

const day = z.string().trim().max(20)

/** The two buttons of the page of ledgers. */
export const LedgerForm = z.object({
  intent: z.enum(["print", "export"]),
  ledger: z.enum(ledgerKinds, "请选一张台账"),
  from: day,
  to: day,
})
