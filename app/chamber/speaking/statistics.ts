import type { Stance } from "#db/schema/chamber-speaking"
import { type MemberKind, memberKindNames } from "~/law/delegations"
import { type SpeakingKind, stanceNames, stanceOrder } from "./rules"

/** One turn that was begun, with how long it lasted so far. */
export type TurnFact = {
  participantId: string
  name: string
  standing: "entitled" | "observer"
  capacity: MemberKind
  kind: SpeakingKind
  stance: Stance
  spokenMs: number
}

export type Share = { times: number; seconds: number }
export type SpeakerFigures = Share & {
  participantId: string
  name: string
  capacityName: string
  /** 程序问题, apart from the times that count. */
  pointsOfOrder: number
}

export type SpeakingStatistics = {
  total: Share & { people: number }
  /** Who spoke longest first. */
  people: SpeakerFigures[]
  /** 代表类别. */
  capacities: (Share & { label: string; people: number })[]
  /** 赞成, 有条件赞成, 不赞成, 只说情况: speeches alone; points of order take no side. */
  stances: (Share & { stance: Stance; label: string })[]
}

/** 居民, 物业, … or 列席. */
export const capacityNameOf = ({ standing, capacity }: Pick<TurnFact, "standing" | "capacity">): string =>
  standing === "observer" ? "列席" : memberKindNames[capacity]

const shareOf = (turns: readonly TurnFact[]): Share => ({
  times: turns.filter(turn => turn.kind === "speech").length,
  seconds: Math.round(turns.reduce((sum, turn) => sum + turn.spokenMs, 0) / 1000),
})

const groupBy = (turns: readonly TurnFact[], keyOf: (turn: TurnFact) => string): [string, TurnFact[]][] => {
  const groups = new Map<string, TurnFact[]>()
  for (const turn of turns) groups.set(keyOf(turn), [...(groups.get(keyOf(turn)) ?? []), turn])
  return [...groups]
}

const longestFirst = (a: Share, b: Share) => b.seconds - a.seconds || b.times - a.times

/** 发言统计: minutes and times per person, per 代表类别, for and against. Times are speeches; minutes are all that was said. */
export function statisticsOf(turns: readonly TurnFact[]): SpeakingStatistics {
  const people = groupBy(turns, turn => turn.participantId).map(([participantId, own]) => ({
    participantId,
    name: own[0]!.name,
    capacityName: capacityNameOf(own[0]!),
    ...shareOf(own),
    pointsOfOrder: own.filter(turn => turn.kind === "pointOfOrder").length,
  }))
  const capacities = groupBy(turns, capacityNameOf).map(([label, own]) => ({
    label,
    people: new Set(own.map(turn => turn.participantId)).size,
    ...shareOf(own),
  }))
  const speeches = turns.filter(turn => turn.kind === "speech")
  return {
    total: { people: people.length, ...shareOf(turns) },
    people: people.toSorted(longestFirst),
    capacities: capacities.toSorted(longestFirst),
    stances: stanceOrder.map(stance => ({
      stance,
      label: stanceNames[stance],
      ...shareOf(speeches.filter(turn => turn.stance === stance)),
    })),
  }
}
