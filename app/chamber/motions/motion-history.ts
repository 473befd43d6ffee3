import type { Reader } from "#db/client"
import type { MotionOption } from "#db/schema/chamber-motions"
import type { MotionEffect } from "#db/words"
import { type DifferencePart, differenceOf } from "./differences"
import { motionEffectNames } from "./motion-terms"
import { type Dissent, listDissents, listMotions, listMotionVersions, type MotionVersion } from "./store"

/** One wording of a motion, as the record keeps it. */
export type RecordedVersion = {
  version: number
  content: string
  effect: MotionEffect
  conditions: string[]
  options: MotionOption[] | null
  /** The amendment that made this wording; null where the recorder wrote it. */
  amendmentOrdinal: number | null
  byName: string
  at: Date
}

export type RecordedDissent = Pick<Dissent, "heldBy" | "opinion" | "explanation" | "explainedBy" | "version"> & {
  dissentId: string
}

/** Every wording and every dissenting opinion of a meeting's motions, by motion, the first one first. */
export async function readMotionHistories(q: Reader, communityId: string, meetingId: string) {
  const ordinals = new Map((await listMotions(q, communityId, meetingId)).map(motion => [motion.id, motion.ordinal]))
  const versions = await listMotionVersions(q, communityId, meetingId)
  const dissents = await listDissents(q, communityId, meetingId)
  return {
    versionsOf: (motionId: string) =>
      versions.filter(one => one.motionId === motionId).map(one => viewVersion(one, ordinals)),
    dissentsOf: (motionId: string) => dissents.filter(one => one.motionId === motionId).map(viewDissent),
  }
}

const viewVersion = (row: MotionVersion, ordinals: ReadonlyMap<string, number>): RecordedVersion => ({
  version: row.version,
  content: row.content,
  effect: row.effect,
  conditions: row.conditions ?? [],
  options: row.options,
  amendmentOrdinal: ordinals.get(row.amendmentId ?? "") ?? null,
  byName: row.byName,
  at: row.at,
})

const viewDissent = ({ id, heldBy, opinion, explanation, explainedBy, version }: Dissent): RecordedDissent => ({
  dissentId: id,
  heldBy,
  opinion,
  explanation,
  explainedBy,
  version,
})

type Wording = Pick<RecordedVersion, "content" | "effect" | "conditions" | "options">

/** The whole of what a wording says, line by line: text, what its passing brings, clauses, options. */
const linesOf = ({ content, effect, conditions, options }: Wording): string =>
  [
    content,
    ...(effect === "agreed" ? [] : [`通过后：${motionEffectNames[effect]}`]),
    ...conditions.map((condition, at) => `附带条件${at + 1}：${condition}`),
    ...(options ?? []).map((option, at) => `选项${at + 1}：${option.label}`),
  ].join("\n")

/** What was struck out and written in from one wording to the next. */
export const changesBetween = (before: Wording, after: Wording): DifferencePart[] =>
  differenceOf(linesOf(before), linesOf(after))

/** 历次文字, newest first: each with what it changed of the one before; the first one as it was put. */
export const viewWordings = (versions: readonly RecordedVersion[]) =>
  versions
    .map((version, at) => ({
      version: version.version,
      by: version.byName,
      at: version.at,
      amendmentOrdinal: version.amendmentOrdinal,
      parts: changesBetween(versions[at - 1] ?? version, version),
    }))
    .toReversed()
