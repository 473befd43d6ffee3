import { type ComingReport, comingReports, reportComing } from "./coming"
import { crossingFrom, reportCrossing } from "./crossing"
import { type Everyday, reportEveryday } from "./everyday"
import { otherMatters } from "./everyday-others"
import { quickMatters } from "./everyday-quick"
import type { Reported } from "./issues"
import { ownersVoteFrom, reportPipes } from "./owners-vote"
import { type RiverIssue, reportMosquitoes, reportOfRiver, riverFrom, riverIssues, riverReportedOn } from "./river"
import { reportSewer, reportSmell, sewerFrom } from "./sewer"
import { reportSpeakers, speakersFrom } from "./speakers"
import { type Stage, storyFrom } from "./stage"
import { reportWasteSorting, wasteSortingFrom } from "./waste-sorting"

/** Everything residents said, entered on its day: the ledger's numbers follow the calendar through all stories. */
export type ReportedMatters = {
  crossing: Reported
  sewer: Reported
  smell: Reported
  speakers: Reported
  pipes: Reported
  wasteSorting: Reported
  mosquitoes: Reported
  river: Record<RiverIssue, Reported>
  coming: Record<ComingReport, Reported>
  everyday: { matter: Everyday; reported: Reported }[]
}

export async function reportEverything(stage: Stage): Promise<ReportedMatters> {
  const told = new Map<string, Reported>()
  const reports = new Map<string, { on: number; tell: () => Promise<Reported> }>()
  const [sewer, river] = [storyFrom(stage, sewerFrom), storyFrom(stage, riverFrom)]
  reports.set("sewer", { on: sewerFrom, tell: () => reportSewer(sewer) })
  reports.set("smell", { on: sewerFrom + 2, tell: () => reportSmell(sewer) })
  for (const key of riverIssues)
    reports.set(`river ${key}`, { on: riverFrom + riverReportedOn(key), tell: () => reportOfRiver(river, key) })
  reports.set("mosquitoes", { on: riverFrom + 2, tell: () => reportMosquitoes(river) })
  reports.set("speakers", { on: speakersFrom, tell: () => reportSpeakers(storyFrom(stage, speakersFrom)) })
  reports.set("pipes", { on: ownersVoteFrom, tell: () => reportPipes(storyFrom(stage, ownersVoteFrom)) })
  reports.set("wasteSorting", {
    on: wasteSortingFrom,
    tell: () => reportWasteSorting(storyFrom(stage, wasteSortingFrom)),
  })
  reports.set("crossing", { on: crossingFrom, tell: () => reportCrossing(storyFrom(stage, crossingFrom)) })
  const coming = Object.keys(comingReports) as ComingReport[]
  for (const key of coming)
    reports.set(`coming ${key}`, { on: comingReports[key].on, tell: () => reportComing(stage, key) })
  const everyday = [...quickMatters, ...otherMatters]
  for (const [at, matter] of everyday.entries())
    reports.set(`everyday ${at}`, { on: matter.on, tell: () => reportEveryday(stage, matter) })

  for (const [key, { tell }] of [...reports].sort(([, a], [, b]) => a.on - b.on)) told.set(key, await tell())
  const of = (key: string) => told.get(key)!
  const record = <Key extends string>(keys: readonly Key[], prefix: string) =>
    Object.fromEntries(keys.map(key => [key, of(`${prefix} ${key}`)])) as Record<Key, Reported>
  return {
    crossing: of("crossing"),
    sewer: of("sewer"),
    smell: of("smell"),
    speakers: of("speakers"),
    pipes: of("pipes"),
    wasteSorting: of("wasteSorting"),
    mosquitoes: of("mosquitoes"),
    river: record(riverIssues, "river"),
    coming: record(coming, "coming"),
    everyday: everyday.map((matter, at) => ({ matter, reported: of(`everyday ${at}`) })),
  }
}
