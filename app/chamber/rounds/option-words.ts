import type { RoundResult } from "#db/schema/chamber-rounds"
import { barInWords, describeNeed, type Light } from "~/law/threshold"
import { noneName } from "./ballot-marks"
import { isNoneAgreed } from "./round-results"

/** One option as it came out, with its light in words: 得7票，基数12，须7票，达到过半数. */
export type OptionLine = {
  key: string
  label: string
  votes: number
  whole: number
  chosen: boolean
  tied: boolean
  met: boolean
  words: string
}

/** The light of each option; the quorum's, if there is one, stands before them. */
export const optionLights = (result: Pick<RoundResult, "lights" | "options">): Light[] =>
  result.options ? result.lights.slice(-result.options.length) : []

/** In the order of the paper; null of a round without options. */
export function optionLinesOf(result: RoundResult): OptionLine[] | null {
  if (!result.options) return null
  const lights = optionLights(result)
  return result.options.map(({ key, label, votes, chosen }, at) => {
    const light = lights[at]!
    const reached = light.countable
      ? `${describeNeed(light.whole, light.bar, "票")}，${light.met ? "达到" : "未达到"}${barInWords(light.bar)}`
      : "无法计算"
    const tied = (result.tiedOptions ?? []).includes(key)
    return { key, label, votes, whole: light.whole, chosen, tied, met: light.met, words: `得${votes}票，${reached}` }
  })
}

/** 选定, or why not. */
export function optionsOutcomeName(result: RoundResult): string {
  if (result.outcome === "cannotBeCounted") return "无法计算"
  if (result.outcome === "passed") return "已选定"
  if (isQuorumLost(result)) return "未形成决定"
  if (isNoneAgreed(result)) return noneName
  return result.tie ? "得票相同" : "没有选定"
}

/** The quorum's light stands before those of the options. */
const isQuorumLost = ({ lights, options = [] }: RoundResult): boolean =>
  lights.slice(0, lights.length - options.length).some(light => !light.met)

const namesOf = (labels: readonly string[]) => labels.map(label => `“${label}”`).join("、")

export const chosenLabels = (result: Pick<RoundResult, "options">): string[] =>
  (result.options ?? []).filter(option => option.chosen).map(option => option.label)

const tiedLabels = ({ options = [], tiedOptions = [] }: RoundResult): string[] =>
  options.filter(option => tiedOptions.includes(option.key)).map(option => option.label)

/** What the count came to, as a sentence without its full stop, and what is left to do. */
export function optionsOutcomeSentence(result: RoundResult): string {
  const chosen = chosenLabels(result)
  const tied = tiedLabels(result)
  const sameVotes = tied.length > 0 ? `${namesOf(tied)}得票相同，不以抽签等办法选取` : ""
  if (result.outcome === "cannotBeCounted") return "本次表决无法计票"
  if (isQuorumLost(result)) return "到会人数未达到要求，本次表决未形成决定"
  if (chosen.length > 0) return [`选定${namesOf(chosen)}`, sameVotes].filter(Boolean).join("；")
  if (isNoneAgreed(result)) return `${noneName}的超过半数，各选项均未选定`
  return [sameVotes, "没有选项达到要求，可以再次表决"].filter(Boolean).join("，")
}
