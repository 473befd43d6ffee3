import { committeeAct } from "~/rulebook/preset-words"
import { isPresetKey } from "~/rulebook/presets"
import { articleOf, listHigherProcedures, type ProcedureKey, procedureNames } from "~/rulebook/routing"

/** What the 居民会议 and the 居民代表会议 decide is studied by the party organization first (第30条第4款). */
const assemblies: readonly ProcedureKey[] = ["residents", "representatives"]

/** A judgement that no question led to: the meeting itself named the procedure. */
export const isEscalation = (routing: { answers: Readonly<Record<string, string>> }): boolean =>
  Object.keys(routing.answers).length === 0

/** The higher procedure a meeting sent the matter to, where a new judgement would bring it back down to such a meeting. */
export function escalatedFrom(
  held: { answers: Readonly<Record<string, string>>; procedure: string },
  judged: ProcedureKey,
): ProcedureKey | null {
  if (!isEscalation(held) || !isPresetKey(judged)) return null
  return listHigherProcedures(judged).find(procedure => procedure === held.procedure) ?? null
}

export const routingOfEscalation = (procedure: ProcedureKey) => ({
  answers: {},
  procedure,
  isImportant: assemblies.includes(procedure),
  why: `会议议决，这件事提交更高程序：${procedureNames[procedure]}。`,
  article: assemblies.includes(procedure) ? `${committeeAct}第三十二条第三款` : articleOf(procedure),
})
