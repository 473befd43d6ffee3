import { listRoutings, listTopics } from "~/agenda/store"
import { listBuildings, listEstates } from "~/estates/estate-store"
import { listOwnedUnits } from "~/estates/unit-store"
import { areaInWords } from "~/law/areas"
import { civilDateOf } from "~/law/civil-date"
import { done, type Result, refuse } from "~/law/result"
import { listBodies } from "~/people/body-store"
import { may } from "~/people/permissions"
import { isPollPresetKey, listPollPresets } from "~/rulebook/poll-presets"
import type { PollPresetKey } from "~/rulebook/poll-rules"
import { procedureNames } from "~/rulebook/routing"
import type { Ctx } from "~/web/context"
import { readAnnouncement } from "./announcing"
import { dayText } from "./page-words"
import { scopeText } from "./reading"
import { announcementProblems, earliestOpening, type Problem } from "./rules"
import { mayFill } from "./scope-rules"
import { findPoll, listPersonsNamed, type Poll } from "./store"

const electionHints: Partial<Record<PollPresetKey, string>> = {
  selection: "居民推选，如楼栋长",
  committeeElection: "由选民或者每户一名代表投票",
  committeeElectionByRepresentatives: "由居民代表投票",
}

/** What a poll can be drawn up for: topics that were judged to need one, and elections. Refusal: forbidden. */
export async function readMatters(ctx: Ctx) {
  if (!may(ctx.actor, "poll:manage")) return refuse("forbidden")
  const q = ctx.db.read
  const topics = (await listTopics(q, ctx.community.id)).filter(topic => topic.state === "prepared")
  const routings = await listRoutings(
    q,
    ctx.community.id,
    topics.map(topic => topic.id),
  )
  const ofTopics = topics.flatMap(topic => {
    const procedure = routings.get(topic.id)?.procedure
    if (!isPollPresetKey(procedure)) return []
    return [{ value: `topic:${topic.id}`, label: topic.title, hint: procedureNames[procedure] }]
  })
  const elections = listPollPresets()
    .filter(rule => rule.form === "election")
    .map(({ preset }) => ({
      value: `preset:${preset}`,
      label: procedureNames[preset],
      hint: electionHints[preset] ?? "",
    }))
  const estates = (await listEstates(q, ctx.community.id)).map(estate => ({ value: estate.id, label: estate.name }))
  return done({ matters: [...ofTopics, ...elections], estates, hasTopics: ofTopics.length > 0 })
}

/** `topic:<id>` or `preset:<key>`: by which rule the chosen matter is decided. Refusals: poll_matter_missing, not_found. */
export async function readMatter(
  ctx: Ctx,
  matter: string,
): Promise<Result<{ preset: PollPresetKey; topicId: string | null }>> {
  const [kind, id = ""] = matter.split(":")
  if (kind === "preset" && isPollPresetKey(id)) return done({ preset: id, topicId: null })
  if (kind !== "topic" || !id) return refuse("poll_matter_missing", { field: "matter" })
  const routing = (await listRoutings(ctx.db.read, ctx.community.id, [id])).get(id)
  if (!routing) return refuse("poll_topic_not_routed", { field: "matter", title: "" })
  if (!isPollPresetKey(routing.procedure)) return refuse("poll_matter_missing", { field: "matter" })
  return done({ preset: routing.procedure, topicId: id })
}

/** A draft with all that can be chosen for it, and what still stands in its way. Refusals: not_found, forbidden, poll_announced. */
export async function readDraftView(ctx: Ctx, pollId: string) {
  if (!may(ctx.actor, "poll:manage")) return refuse("forbidden")
  const q = ctx.db.read
  const poll = await findPoll(q, ctx.community.id, pollId)
  if (!poll) return refuse("not_found")
  if (poll.state !== "draft") return refuse("poll_announced", { status: 409 })
  const { rule, facts, entries } = await readAnnouncement(q, ctx, poll)
  const problems: Problem[] = announcementProblems(facts)
  const estates = await listEstates(q, ctx.community.id)
  const estate = estates.find(one => one.id === poll.estateId)
  const buildings = poll.estateId ? await listBuildings(q, ctx.community.id, poll.estateId) : []
  const buildingOptions = buildings.map(one => ({ value: one.id, label: one.name }))
  const bodies = rule.form === "election" ? await listBodies(q, ctx.community.id) : []
  const earliest = earliestOpening(rule, civilDateOf(ctx.now()))
  return done({
    poll,
    known: await knownOf(ctx, poll),
    form: rule.form,
    preset: rule.preset,
    kind: procedureNames[rule.preset],
    ruleName: rule.name,
    estateName: estate?.name ?? "",
    asks: {
      buildings:
        buildingOptions.length > 0 &&
        (rule.form === "owners"
          ? rule.scope.mode === "chosenBuildings"
          : rule.form === "consent"
            ? rule.concerned === "allConcerned"
            : rule.preset === "selection"),
      units: rule.form === "consent",
      electors: rule.form === "election" && rule.preset !== "committeeElectionByRepresentatives",
    },
    wholeEstate: rule.form === "owners" && rule.scope.mode === "wholeEstate" ? rule.scope.article : "",
    buildings: buildingOptions,
    offices: [
      ...buildings
        .filter(one => mayFill(rule.preset, { kind: "buildingLeader", buildingId: one.id }))
        .map(one => ({ value: `building:${one.id}`, label: `${one.name}楼栋长`, group: "楼栋长" })),
      ...bodies
        .filter(one => mayFill(rule.preset, { kind: "body", bodyKind: one.kind }))
        .map(one => ({ value: `body:${one.id}`, label: one.name, group: "组织" })),
    ],
    earliest: { ...earliest, text: dayText(earliest.day) },
    notice: rule.notice.kind === "none" ? "" : earliest.article,
    problems,
    roll: {
      papers: poll.electors ?? entries.length,
      area: areaInWords(entries.reduce((sum, entry) => sum + entry.areaCm2, 0)),
      countsArea: rule.form === "owners",
      scope: await scopeText(ctx, poll, estate?.name ?? ""),
    },
  })
}
export type DraftView = Extract<Awaited<ReturnType<typeof readDraftView>>, { ok: true }>["value"]

/** The stored draft as it stands in the fields. */
async function knownOf(ctx: Ctx, poll: Poll) {
  const unitIds = poll.scope?.unitIds ?? []
  const units =
    unitIds.length > 0 && poll.estateId
      ? await listOwnedUnits(ctx.db.read, poll.communityId, { estateId: poll.estateId, unitIds })
      : []
  const { office } = poll
  return {
    title: poll.title,
    question: poll.question,
    buildings: poll.scope?.buildingIds ?? [],
    units: units.map(unit => `${unit.buildingName}${unit.label}`).join("\n"),
    candidates: (await candidateLines(ctx, poll)).join("\n"),
    seats: String(poll.seats),
    electors: poll.electors === null ? "" : String(poll.electors),
    office: office ? (office.kind === "body" ? `body:${office.bodyId}` : `building:${office.buildingId}`) : "",
    post: office?.kind === "body" ? office.post : "",
    opensOn: poll.opensOn ?? "",
    closesOn: poll.closesOn ?? "",
    counters: poll.counters.join("、"),
    scrutineers: poll.scrutineers.join("、"),
  }
}

/** As they can be typed again: with the last digits of the telephone where others have that name too. */
async function candidateLines(ctx: Ctx, { options, communityId }: Poll): Promise<string[]> {
  const people = await listPersonsNamed(
    ctx.db.read,
    communityId,
    (options ?? []).map(option => option.label),
  )
  return (options ?? []).map(({ label, personId }) => {
    const named = people.filter(person => person.name === label)
    const phone = named.find(person => person.id === personId)?.phone ?? ""
    return named.length > 1 ? `${label} ${phone.slice(-4)}` : label
  })
}
