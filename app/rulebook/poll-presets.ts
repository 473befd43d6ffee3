import { deepFreeze } from "~/law/canonical-json"
import { allConcerned, singleOwner } from "~/rulebook/consent-presets"
import { committeeElection, committeeElectionByRepresentatives, selection } from "~/rulebook/election-presets"
import { ownersMajor, ownersOrdinary } from "~/rulebook/owners-presets"
import { type PollPresetKey, type PollRule, pollPresetKeys } from "~/rulebook/poll-rules"

const presets: Record<PollPresetKey, PollRule> = deepFreeze({
  ownersOrdinary,
  ownersMajor,
  allConcerned,
  singleOwner,
  selection,
  committeeElection,
  committeeElectionByRepresentatives,
})

/** What the law says of a decision on paper, and what is proposed where it says nothing. */
export function pollPresetOf(key: PollPresetKey): PollRule {
  return presets[key]
}

/** All presets in the order in which they are offered. */
export function listPollPresets(): PollRule[] {
  return pollPresetKeys.map(pollPresetOf)
}

export function isPollPresetKey(value: unknown): value is PollPresetKey {
  return pollPresetKeys.some(key => key === value)
}
