import { eq } from "drizzle-orm"
import sharp from "sharp"
import { meetings } from "#db/schema/convening"
import type { ImportKind } from "#db/schema/registry-imports"
import { dutyListTemplate } from "#templates/duty-list"
import { aDecidedTopic, aReadyTopic } from "#tests/agenda/factories"
import { aMotion, anOpenRound, must, type Room } from "#tests/chamber/factories"
import { aVenue } from "#tests/convening/factories"
import { aBuilding, anEstate, aUnit } from "#tests/estates/factories"
import { aClaim, aReferredIssue, aResource, aTaskOfIssue, aWish } from "#tests/followup/factories"
import { aGrid, anEntry, anIssue, aSheet } from "#tests/intake/factories"
import { aBodyTerm, aDelegate, anOrganization, aPerson, aResidentGroup } from "#tests/people/factories"
import { aMeetingOver, type MeetingOver } from "#tests/records/factories"
import { aChange, aVersionInForce } from "#tests/rulebook/factories"
import { aMember, type World } from "#tests/world"
import { addTopicPhoto } from "~/agenda/topic-photos"
import { issuePapers } from "~/chamber/paper/papers"
import { importSpecOf } from "~/convening/import-specs"
import { draftMeeting } from "~/convening/meetings"
import { addTaskPhoto } from "~/followup/task-photos"
import { reportByResident } from "~/intake/resident-reports"
import { enterRepresentative } from "~/people/representatives"
import { approveMinutes, draftMinutes, exportMinutes } from "~/records/minutes"
import { approveResolution, draftResolutions } from "~/records/resolutions"
import { findMinutes, findResolution } from "~/records/store"
import { beginDocument } from "~/registry/document-jobs"
import { readingOf, startImport } from "~/registry/imports"
import type { Ctx } from "~/web/context"
import { aNoticeWithPhoto, anEdition } from "./access-notices"
import type { Frame } from "./access-people"
import { thePolls } from "./access-polls"
import { onTheWall } from "./access-wall"

/** What stands in the community and nobody else may see; looked for in every answer to someone who may not. */
export const secrets = [
  "银杏家园7栋楼道灯不亮",
  "寅女士",
  "13900000001",
  "庚七",
  "楼道堆物怎么清",
  "每栋设一处临时堆放点",
  "第10次协商议事会",
  "2026年第三次协商议事会",
  "采光要先说清楚",
  "问题清单.xlsx",
  "一号议事点",
  "更换井盖",
]

export type Things = Awaited<ReturnType<typeof furnish>>

/** Sent in from the board by a resident. */
const aFollowCode = async (ctx: Ctx) =>
  must(await reportByResident(ctx, { content: "滑梯旁的灯坏了", place: "南门", reporterName: "", reporterPhone: "" }))
    .followCode

/** Every kind of thing once. */
export async function furnish(house: Frame) {
  const { ctx, room } = house
  const { secretary, administrator } = ctx
  const topicId = await aReadyTopic(secretary)
  const photo = must(await addTopicPhoto(secretary, { topicId, bytes: await aPhoto(), caption: "堆物的楼道" }))
  const papers = await anApprovedMeeting(house)
  const drafted = await aDraftedMeeting(house, 5)
  const minutes = must(await exportMinutes(papers.recorder, papers.meetingId)).document
  const notice = await aNoticeWithPhoto(house, await anApprovedMeeting(house), await aPhoto())
  return {
    issueId: await anIssue(secretary),
    followCode: await aFollowCode(secretary),
    gridWorkersIssueId: await anIssue(ctx.gridWorker),
    importId: await anImport(secretary, "issues"),
    personImportId: await anImport(secretary, "persons"),
    accountImportId: await anImport(administrator, "accounts"),
    topicId,
    agreedTopicId: await aDecidedTopic(secretary),
    photoId: photo.photoId,
    gridId: await aGrid(secretary),
    ...(await aHome(secretary)),
    ...(await thePolls(house)),
    personId: await aPersonApart(secretary),
    organizationId: await anOrganization(secretary),
    groupId: await aResidentGroup(secretary),
    ...(await aBodyTerm(secretary, await aPersonApart(secretary))),
    delegateId: await aDelegate(secretary, { person: { name: "庚七代", phone: null } }),
    representativeId: await aRepresentative(secretary, "庚七居"),
    accountId: (await aMember(house.world.installation, house.world.community, ["viewer"])).accountId!,
    venueId: await aVenue(secretary),
    meetingId: room.meetingId,
    ...(await aRoundOn(room)),
    draftId: must(await draftMeeting(secretary, { preset: "deliberation", title: undefined })).meetingId,
    approvedId: papers.meetingId,
    approvedRoundId: papers.roundIds[0]!,
    documentId: minutes.id,
    jobId: must(await beginDocument(secretary, aLongPaper)).jobId,
    ...(await aTaskWithPhoto(house)),
    wishId: await aWish(secretary),
    resourceId: await aResource(secretary),
    claimId: await aClaim(secretary),
    editionId: (await anEdition(house, await anApprovedMeeting(house))).editionId,
    ...notice,
    ...(await onTheWall(house, notice)),
    resolutionId: await resolutionIdOf(house.world, papers.roundIds[0]!),
    rulebookVersionId: await aVersionInForce(house.world, { preset: "residents", changes: [aChange({ value: "12" })] }),
    digest: minutes.factsHash.slice(0, 16),
    draftedId: drafted.meetingId,
    draftedRoundId: drafted.roundIds[0]!,
  }
}

/** A unit with an owner, in its building and estate. */
async function aHome(ctx: Ctx) {
  const estateId = await anEstate(ctx, { name: "银杏家园北区" })
  const buildingId = await aBuilding(ctx, estateId)
  return { estateId, buildingId, unitId: await aUnit(ctx, buildingId, { owners: ["庚七业"] }) }
}

/** In the handler's hands, with a photo of the works. */
async function aTaskWithPhoto({ ctx }: Frame) {
  const taskId = await aTaskOfIssue(ctx.secretary, await aReferredIssue(ctx.secretary), {
    handlerPersonId: ctx.handler.actor.personId,
  })
  const photo = { taskId, stage: "before" as const, bytes: await aPhoto(), caption: "井盖翘起" }
  return { taskId, taskPhotoId: must(await addTaskPhoto(ctx.handler, photo)).photoId }
}

/** The last delegate votes on paper. */
async function aRoundOn(room: Room): Promise<{ motionId: string; roundId: string }> {
  const motionId = await aMotion(room)
  const roundId = await anOpenRound(room, { motionId })
  must(await issuePapers(room.desk, { roundId, participantIds: [room.entitled.at(-1)!.id] }))
  return { motionId, roundId }
}

export const resolutionIdOf = async ({ db, community }: Pick<World, "db" | "community">, roundId: string) =>
  (await findResolution(db.read, community.id, roundId))!.id

const aLongPaper = {
  kind: "dutyList" as const,
  subject: { kind: "person" as const, id: "person-1" },
  number: null,
  title: "庚七的履职清单",
  fileName: "履职清单.pdf",
  facts: { community: "振兴社区", issuer: "振兴社区居民委员会", issuedOn: "2026年10月8日", person: "庚七", rows: [] },
  template: dutyListTemplate,
  date: "2026-10-08",
}

/** Someone of a name others have too, told apart by the note. */
export const aPersonApart = (ctx: Ctx) => aPerson(ctx, { note: crypto.randomUUID() })

export const aRepresentative = async (ctx: Ctx, name = "庚七") =>
  must(
    await enterRepresentative(ctx, {
      person: { name, phone: null },
      kind: "residentRepresentative",
      residentGroup: "",
      since: "2026-01-01",
    }),
  ).representativeId

/** A picture no other is the same as: the same one would not be kept twice. */
export const aPhoto = async () =>
  new Uint8Array(
    await sharp({
      create: { width: 8 + Math.floor(Math.random() * 900), height: 9, channels: 3, background: "#884422" },
    })
      .jpeg()
      .toBuffer(),
  )

let named = 0
/** A name nobody has yet: an import asks about namesakes. */
const aNewName = () => `辰五${String.fromCodePoint(0x4e00 + ++named)}`

const sheets: Partial<Record<ImportKind, () => ReturnType<typeof aSheet>>> = {
  issues: () =>
    aSheet(["反映事项", "地点", "反映人", "日期"], [[`${crypto.randomUUID()}路灯`, "远处", "卯先生", "2026-10-07"]]),
  persons: () => aSheet(["姓名", "备注"], [[aNewName(), ""]]),
  venues: () => aSheet(["名称", "地址"], [[crypto.randomUUID().slice(0, 20), ""]]),
  accounts: () => aSheet(["姓名", "登录名", "岗位"], [[aNewName(), `si${crypto.randomUUID().slice(0, 8)}`, "网格员"]]),
}

export const aSheetOf = (kind: ImportKind) => sheets[kind]!()

/** A table that was read and waits to be confirmed. */
export async function anImport(ctx: Ctx, kind: ImportKind): Promise<string> {
  const { importId } = must(await startImport(ctx, importSpecOf(kind)!, await aSheetOf(kind)))
  await readingOf(importId)
  return importId
}

let meetingsOver = 0

/** A meeting that is over, under the offices of this house. */
export const aClosedMeeting = (house: Pick<Frame, "world" | "ctx">, sequence = 3): Promise<MeetingOver> =>
  aMeetingOver(house.world, {
    sequence: sequence + 10 * ++meetingsOver,
    chair: house.ctx.chair,
    recorder: house.ctx.recorder,
    motions: [{ secret: false }],
  })

/** … with minutes and resolution drafted. */
export async function aDraftedMeeting(house: Pick<Frame, "world" | "ctx">, sequence = 3): Promise<MeetingOver> {
  const over = await aClosedMeeting(house, sequence)
  must(await draftMinutes(over.recorder, over.meetingId))
  must(await draftResolutions(over.recorder, over.meetingId))
  return over
}

/** … approved, and not yet printed. */
export async function anApprovedMeeting(house: Pick<Frame, "world" | "ctx">): Promise<MeetingOver> {
  const over = await aDraftedMeeting(house)
  must(await approveMinutes(over.chair, over.meetingId, 1))
  must(await approveResolution(over.chair, { meetingId: over.meetingId, roundId: over.roundIds[0]! }, 1))
  return over
}

/** A meeting that was held a month after one with approved minutes, which it has yet to confirm. */
export async function aMeetingAfterAnother(house: Pick<Frame, "world" | "ctx">) {
  const earlier = await anApprovedMeeting(house)
  const later = await aClosedMeeting(house)
  const { db, community } = house.world
  const startedAt = new Date("2026-11-08T14:30:00.000+08:00")
  await db.tx(`meeting:${later.meetingId}`, q =>
    q.update(meetings).set({ startedAt }).where(eq(meetings.id, later.meetingId)),
  )
  return { later, minutesId: (await findMinutes(db.read, community.id, earlier.meetingId))!.id }
}

/** The fields of an issue's form. */
export const issueFields = () => {
  const { gridId: _, ...entry } = anEntry({ content: `${crypto.randomUUID()}井盖松动`, place: crypto.randomUUID() })
  return { ...entry, gridId: "" }
}
