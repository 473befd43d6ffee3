import { plainFigures, readNumber } from "./figure-reading"

/** A vote that was told: in which round, whether the decision stands by it, and who did not consent. */
export type KnownVote = {
  ordinal: number
  stands: boolean
  /** 反对2, 弃权1, of options “9栋东侧”2; none where all were of one mind. */
  others: { kind: "against" | "abstain" | "option"; name: string; count: number }[]
}

/** A decision of the meeting: by what it is called, what it is about, and how it was voted on. */
export type KnownDecision = { name: string; about: string; votes: KnownVote[] }

const claims = {
  all: /全票(?:一致)?(?:表决)?(?:通过|赞成|同意)|(?:表决)?一致(?:表决)?(?:通过|赞成|同意)/g,
  against: /(?<![0-9])(?:无|没有|零)(?:任何)?(?:人|代表|一人)?(?:表示|提出|投)?(?:反对(?!的)|不同意(?!见))/g,
  abstain: /(?<![0-9])(?:无|没有|零)(?:任何)?(?:人|代表|一人)?(?:投)?弃权/g,
} as const
type Claim = keyof typeof claims

const denied = /(?:[不未没非]|未能|没能|没有|并非|难以|不能)(?:得到|取得|达成|能够?)?$/
const demanded = /须|需要?|应当|必须|要求|方可|才能|如果|如|若|前提|取得|征得/
/** Of one mind may be others than those who voted, or some of them: 三层住户, 党支部, 物业代表. */
const ofOthers = /(?:业主|住户|各户|家属|党支部|居委会|双方|各方|业委会|物业)(?:会议|会上|代表|委员|成员|全体)*/g
const ofMeeting = /代表|与会|到会|会议|会上|表决|投票/
const ofEach = /均|都|全部|各项|所有|[两二三四五六七八九十]项|[两二三四五六七八九十]件/

/** What is said of an item whose votes are claimed and were none. */
export const notVoted = "这一项没有表决"

/** What was claimed, and who was of another mind. */
type Claimed = { typed: string; recorded: string }

/**
 * 全票通过, 一致同意, 无反对 are figures too. Each is measured against the decision its sentence names, or the one named last
 * before it; against any where none is named, against each where all are spoken of. `isOwn` says of a sentence and a place
 * in it whether the paper itself speaks of this meeting there.
 */
export function unanimityContradictions(
  sentence: string,
  before: string,
  decisions: readonly KnownDecision[],
  isOwn: (at: number) => boolean,
): Claimed[] {
  const voted = decisions.filter(one => one.votes.length > 0)
  return (Object.keys(claims) as Claim[])
    .flatMap(claim => [...sentence.matchAll(claims[claim])].map(match => ({ claim, match })))
    .toSorted((a, b) => a.match.index - b.match.index)
    .flatMap(({ claim, match }) => {
      const { 0: typed, index: at } = match
      if (!isOwn(at) || !isSaidOfVote(sentence, at)) return []
      // All may have been of one mind without a vote, but then nobody cast one.
      if (voted.length === 0) return /票|表决/.test(typed) ? [{ typed, recorded: notVoted }] : []
      const meant = decisionsMeant(sentence, at + typed.length, before, voted)
      const dissenting = meant.map(one => dissentFrom(voteMeant(one, sentence), claim))
      const isWrong = ofEach.test(sentence) ? dissenting.some(Boolean) : dissenting.every(Boolean)
      const recorded = dissenting.find(Boolean)
      return isWrong && recorded ? [{ typed, recorded }] : []
    })
}

function isSaidOfVote(sentence: string, at: number): boolean {
  const clause = sentence.slice(Math.max(...["，", ",", "；"].map(mark => sentence.lastIndexOf(mark, at - 1))) + 1, at)
  if (denied.test(clause) || demanded.test(clause)) return false
  const without = clause.replace(ofOthers, "")
  return without === clause || ofMeeting.test(without)
}

/** Empty where what was consented to is none of the decisions: 会议一致同意下午五点散会. */
function decisionsMeant(
  sentence: string,
  end: number,
  before: string,
  decisions: readonly KnownDecision[],
): readonly KnownDecision[] {
  const [object = ""] = sentence.slice(end).split(/[，。；、！？,;\s]/)
  const isObject = pairsOf(object).size > 0 && !/^(?:该|这|本|上述|以上|此|了|的|票|意见)/.test(object)
  const near = isObject ? nearest(object, decisions) : decisions
  if (near.length === 0) return []
  if (ofEach.test(sentence)) return near
  const said = [sentence, ...sentencesBack(before)].map(one => namedIn(one, decisions)).find(found => found.length > 0)
  return isObject ? near : (said ?? decisions)
}

const sentencesBack = (text: string): string[] => text.split(/(?<=[。！？；;\n])/).reverse()

/** Those whose words stand in the sentence; of several the ones named by most of their own words. */
function namedIn(sentence: string, decisions: readonly KnownDecision[]): readonly KnownDecision[] {
  const shared = decisions.map(one => sharedPairs(sentence, ownWords(one, decisions)))
  const most = Math.max(...shared)
  return most < 2 ? [] : decisions.filter((_, at) => shared[at] === most)
}

/** Those that are about what was said, by their own wording before what is around it; a word in common is enough. */
function nearest(object: string, decisions: readonly KnownDecision[]): readonly KnownDecision[] {
  const shared = decisions.map(
    one => 1000 * sharedPairs(object, pairsOf(one.name)) + sharedPairs(object, pairsOf(one.about)),
  )
  const most = Math.max(...shared)
  return most === 0 ? [] : decisions.filter((_, at) => shared[at] === most)
}

/** Pairs of characters that tell a decision from the others of its item. */
function ownWords(decision: KnownDecision, decisions: readonly KnownDecision[]): Set<string> {
  const own = pairsOf(decision.name)
  for (const other of decisions) if (other !== decision) for (const pair of pairsOf(other.name)) own.delete(pair)
  return own
}

const pairsOf = (text: string): Set<string> => {
  const characters = [...plainFigures(text).replace(/[\p{P}\s]/gu, "")]
  return new Set(characters.slice(1).map((character, at) => characters[at]! + character))
}

const sharedPairs = (text: string, own: ReadonlySet<string>): number =>
  [...pairsOf(text)].filter(pair => own.has(pair)).length

/** 第一轮 names its round; otherwise a decision is what it stands by. */
function voteMeant({ votes }: KnownDecision, sentence: string): KnownVote {
  const ordinal = readNumber(/第([0-9一二三四五六七八九十]{1,3})轮/.exec(plainFigures(sentence))?.[1] ?? "")
  return votes.find(vote => vote.ordinal === ordinal) ?? votes.find(vote => vote.stands) ?? votes.at(-1)!
}

/** 反对2，弃权1: who did not consent as it was claimed; empty where the claim is true. */
function dissentFrom({ others }: KnownVote, claim: Claim): string {
  return others
    .filter(one => one.count > 0 && (claim === "all" || one.kind === claim))
    .map(one => `${one.name}${one.count}`)
    .join("，")
}
