import type { Correction } from "./correction-store"

export const correctionKindNames: Record<Correction["kind"], string> = { note: "更正", setAside: "重新表决" }

/** A 更正 as pages show it. */
export type CorrectionView = Omit<Correction, "communityId" | "drawnUpByAccountId"> & { kindName: string }

export function viewCorrection({ communityId: _, drawnUpByAccountId: __, ...correction }: Correction): CorrectionView {
  return { ...correction, kindName: correctionKindNames[correction.kind] }
}
