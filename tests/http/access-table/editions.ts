import { civilDateOf } from "~/law/civil-date"
import { aMaskedEdition, aNotice, aNoticeWithPhoto, anEdition, anObjection, aReleasedEdition } from "../access-notices"
import { type Act, type Fields, type Row, secretary } from "../access-row"
import { anApprovedMeeting, aPhoto, resolutionIdOf } from "../access-things"
import type { House } from "../access-world"

const base = "/c/:community"
const readers = ["administrator", "secretary", "reviewer", "viewer"] as const
const releasers = ["administrator", "secretary", "reviewer"] as const

const editionAt = (editionId: string) => `/notices/editions/${editionId}`
const today = ({ ctx }: House) => civilDateOf(ctx.secretary.now())

/** Pressed on a released edition. */
const onReleased = (intent: string, by: Act["by"], form: (house: House) => Fields = () => ({})): Act => ({
  intent,
  by,
  press: async house => ({
    at: editionAt(await aReleasedEdition(house, await anApprovedMeeting(house))),
    form: { intent, ...(form(house) as Record<string, string>) },
  }),
})

/** By a second person: drawn up by somebody who is none of those who press. */
const onOthers = (intent: string, fields: Record<string, string>): Act => ({
  intent,
  by: releasers,
  press: async house => {
    const author = await house.world.as("secretary", "viewer")
    const { editionId, revision } = await anEdition(house, await anApprovedMeeting(house), author)
    return { at: editionAt(editionId), form: { intent, revision: String(revision), ...fields } }
  },
})

const onMark = (intent: "mark" | "keep"): Act => ({
  intent,
  by: secretary,
  press: async house => {
    const { editionId, revision, mark } = await aMaskedEdition(house, await anApprovedMeeting(house))
    const { line, at, original } = mark
    const spot = {
      spot: "0",
      line: String(line),
      at: String(at),
      original,
      "shown-0": "楼里的设施",
      "reason-0": "核对过。",
    }
    return { at: editionAt(editionId), form: { intent, revision: String(revision), ...spot } }
  },
})

const onNotice = (
  intent: string,
  fields: (house: House, noticeId: string) => Promise<Record<string, string>> | Record<string, string>,
): Act => ({
  intent,
  by: secretary,
  press: async house => {
    const noticeId = await aNotice(house, await anApprovedMeeting(house))
    return { at: `/notices/${noticeId}`, form: { intent, ...(await fields(house, noticeId)) } }
  },
})

const onPhoto = (intent: "show" | "hide"): Act => ({
  intent,
  by: secretary,
  press: async house => {
    const over = await anApprovedMeeting(house)
    const { noticeId, noticePhotoId } = await aNoticeWithPhoto(house, over, await aPhoto())
    return { at: `/notices/${noticeId}`, form: { intent, photoId: noticePhotoId } }
  },
})

export const editionRows: Row[] = [
  {
    pattern: `${base}/notices`,
    at: () => "/notices",
    read: readers,
    acts: [
      {
        intent: "draft",
        by: secretary,
        press: async house => {
          const over = await anApprovedMeeting(house)
          const subjectId = await resolutionIdOf(house.world, over.roundIds[0]!)
          return { at: "/notices", form: { intent: "draft", kind: "resolution", subjectId } }
        },
      },
    ],
  },
  {
    pattern: `${base}/notices/editions/:editionId`,
    at: ({ things }) => editionAt(things.editionId),
    read: readers,
    acts: [
      onMark("mark"),
      onMark("keep"),
      {
        intent: "mask",
        by: secretary,
        press: async house => {
          const { editionId } = await anEdition(house, await anApprovedMeeting(house))
          const phrase = { phrase: "电梯", shown: "设施", reason: "只有一部。" }
          return { at: editionAt(editionId), form: { intent: "mask", revision: "1", ...phrase } }
        },
      },
      onOthers("release", { looked: "yes" }),
      onOthers("sendBack", { sendBackReason: "第二处没有遮盖" }),
      onReleased("withdraw", releasers, () => ({ withdrawReason: "时限写错" })),
      onReleased("print", secretary),
      onReleased("printPoster", secretary),
      onReleased("post", secretary, house => ({ postedOn: today(house), place: "社区公示栏" })),
    ],
  },
  {
    pattern: `${base}/notices/:noticeId`,
    at: ({ things }) => `/notices/${things.noticeId}`,
    read: readers,
    acts: [
      {
        intent: "photo",
        by: secretary,
        press: async house => {
          const form = new FormData()
          form.append("intent", "photo")
          form.append("caption", "公示栏")
          form.append("photo", new File([await aPhoto()], "公示栏.jpg"))
          return { at: `/notices/${await aNotice(house, await anApprovedMeeting(house))}`, form }
        },
      },
      onPhoto("show"),
      onPhoto("hide"),
      onNotice("end", house => ({ endedOn: today(house), endReason: "公示栏被风吹倒" })),
      onNotice("objection", () => ({ objectorName: "", objectorPhone: "", objectionContent: "水管太近" })),
      onNotice("answer", async (house, noticeId) => {
        const objectionId = await anObjection(house, noticeId)
        return { objectionId, [`answer-${objectionId}`]: "已经改道。" }
      }),
    ],
  },
  {
    pattern: `${base}/notices/:noticeId/photos/:photoId`,
    at: ({ things }) => `/notices/${things.noticeId}/photos/${things.noticePhotoId}`,
    read: readers,
  },
]
