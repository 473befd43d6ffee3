import { must } from "#tests/chamber/factories"
import { sendAnnouncement } from "~/records/announcement-release"
import { draftCountAnnouncement } from "~/records/round-sheets"
import { findMinutes, findResolution } from "~/records/store"
import { minutesTyped, resolutionTyped } from "~/records/wording-form"
import { hashFacts } from "~/registry/drawing"
import { type Act, type Row, secretary } from "../access-row"
import { aClosedMeeting, aDraftedMeeting, aMeetingAfterAnother, anApprovedMeeting } from "../access-things"
import type { House } from "../access-world"

const base = "/c/:community"
const readers = [
  "administrator",
  "secretary",
  "handler",
  "delegate",
  "reviewer",
  "viewer",
  "chair",
  "recorder",
] as const
const writers = ["secretary", "recorder"] as const
const workers = ["secretary", "chair", "recorder"] as const
const chair = ["chair"] as const

type Meeting = { meetingId: string; roundIds: string[] }
const papersOf = ({ meetingId }: Pick<Meeting, "meetingId">) => `/records/${meetingId}/papers`
const minutesOf = ({ meetingId }: Meeting) => `/records/${meetingId}/minutes`
const resolutionOf = ({ meetingId, roundIds }: Meeting) => `/records/${meetingId}/resolutions/${roundIds[0]}`

const minutesAct = (intent: string, by: Act["by"], meeting: (house: House) => Promise<Meeting>): Act => ({
  intent,
  by,
  press: async house => ({ at: minutesOf(await meeting(house)), form: { intent } }),
})
const resolutionAct = (intent: string, by: Act["by"], meeting: (house: House) => Promise<Meeting>): Act => ({
  intent,
  by,
  press: async house => ({ at: resolutionOf(await meeting(house)), form: { intent } }),
})

export const recordsRows: Row[] = [
  { pattern: `${base}/records`, at: () => "/records", read: readers },
  {
    pattern: `${base}/records/:meetingId/minutes`,
    at: ({ things }) => `/records/${things.approvedId}/minutes`,
    read: readers,
    acts: [
      minutesAct("draft", writers, aClosedMeeting),
      minutesAct("draftResolutions", writers, aClosedMeeting),
      minutesAct("send", writers, aDraftedMeeting),
      minutesAct("export", workers, anApprovedMeeting),
      minutesAct("exportWord", workers, anApprovedMeeting),
      minutesAct("exportBrief", workers, anApprovedMeeting),
      {
        intent: "confirm",
        by: writers,
        press: async house => {
          const { later, minutesId } = await aMeetingAfterAnother(house)
          return { at: minutesOf(later), form: { intent: `confirm-${minutesId}`, [`remark-${minutesId}`]: "" } }
        },
      },
      ...["save", "saveConfirmed"].map(
        (intent): Act => ({
          intent,
          by: writers,
          passesOverForeign: true,
          press: async house => {
            const meeting = await aDraftedMeeting(house)
            const drafted = await findMinutes(house.world.db.read, house.world.community.id, meeting.meetingId)
            return {
              at: minutesOf(meeting),
              form: { intent, version: "1", ...minutesTyped(drafted!.wording), closing: "会议结束。" },
            }
          },
        }),
      ),
    ],
  },
  // A draft is nobody's but those who word and approve it.
  {
    pattern: `${base}/records/:meetingId/minutes`,
    at: ({ things }) => `/records/${things.draftedId}/minutes`,
    read: workers,
  },
  {
    pattern: `${base}/records/:meetingId/minutes/approve`,
    at: ({ things }) => `/records/${things.draftedId}/minutes/approve`,
    read: chair,
    acts: [
      {
        by: chair,
        press: async house => ({ at: `${minutesOf(await aDraftedMeeting(house))}/approve`, form: { version: "1" } }),
      },
    ],
  },
  {
    pattern: `${base}/records/:meetingId/minutes/preview.pdf`,
    at: ({ things }) => `/records/${things.draftedId}/minutes/preview.pdf`,
    read: workers,
  },
  {
    pattern: `${base}/records/:meetingId/resolutions/:roundId`,
    at: ({ things }) => `/records/${things.approvedId}/resolutions/${things.approvedRoundId}`,
    read: readers,
    acts: [
      resolutionAct("send", writers, aDraftedMeeting),
      resolutionAct("export", workers, anApprovedMeeting),
      resolutionAct("exportWord", workers, anApprovedMeeting),
      {
        intent: "save",
        by: writers,
        press: async house => {
          const meeting = await aDraftedMeeting(house)
          const drafted = await findResolution(house.world.db.read, house.world.community.id, meeting.roundIds[0]!)
          return {
            at: resolutionOf(meeting),
            form: { intent: "save", version: "1", ...resolutionTyped(drafted!.wording), title: "关于加装电梯的决议" },
          }
        },
      },
    ],
  },
  {
    pattern: `${base}/records/:meetingId/resolutions/:roundId`,
    at: ({ things }) => `/records/${things.draftedId}/resolutions/${things.draftedRoundId}`,
    read: workers,
  },
  {
    pattern: `${base}/records/:meetingId/resolutions/:roundId/approve`,
    at: ({ things }) => `/records/${things.draftedId}/resolutions/${things.draftedRoundId}/approve`,
    read: chair,
    acts: [
      {
        by: chair,
        press: async house => ({
          at: `${resolutionOf(await aDraftedMeeting(house))}/approve`,
          form: { version: "1" },
        }),
      },
    ],
  },
  {
    pattern: `${base}/records/:meetingId/minutes/draft.docx`,
    at: ({ things }) => `/records/${things.draftedId}/minutes/draft.docx`,
    read: workers,
  },
  {
    pattern: `${base}/records/:meetingId/resolutions/:roundId/draft.docx`,
    at: ({ things }) => `/records/${things.draftedId}/resolutions/${things.draftedRoundId}/draft.docx`,
    read: workers,
  },
  {
    pattern: `${base}/records/:meetingId/resolutions/:roundId/preview.pdf`,
    at: ({ things }) => `/records/${things.draftedId}/resolutions/${things.draftedRoundId}/preview.pdf`,
    read: workers,
  },
  // Only for whoever asked for it.
  {
    pattern: `${base}/documents/making/:jobId`,
    at: ({ things }) => `/documents/making/${things.jobId}`,
    read: secretary,
  },
  {
    pattern: `${base}/records/:meetingId/papers`,
    at: ({ things }) => `/records/${things.approvedId}/papers`,
    read: readers,
    acts: [
      {
        intent: "print",
        by: workers,
        press: async house => ({ at: papersOf(await aClosedMeeting(house)), form: { print: "agenda" } }),
      },
      {
        intent: "sendAnnouncement",
        by: workers,
        press: async house => {
          const closed = await aClosedMeeting(house)
          return { at: papersOf(closed), form: { intent: "sendAnnouncement", roundId: closed.roundIds[0]! } }
        },
      },
      {
        intent: "releaseAnnouncement",
        by: ["administrator", "secretary", "reviewer"],
        press: async (house, who) => {
          const closed = await aClosedMeeting(house)
          const key = { meetingId: closed.meetingId, roundId: closed.roundIds[0]! }
          must(await sendAnnouncement(who === "recorder" ? closed.chair : closed.recorder, key))
          const { facts } = must(await draftCountAnnouncement(closed.recorder, key))
          return {
            at: papersOf(closed),
            form: { intent: "releaseAnnouncement", roundId: key.roundId, factsHash: hashFacts(facts) },
          }
        },
      },
      {
        intent: "printChosen",
        by: workers,
        press: async house => ({
          at: papersOf(await aClosedMeeting(house)),
          form: { intent: "printChosen", paper: "signInSheet" },
        }),
      },
    ],
  },
  {
    pattern: `${base}/records/:meetingId/papers/together.pdf`,
    at: ({ things }) => `/records/${things.approvedId}/papers/together.pdf?paper=agenda&paper=minutes&duplex=yes`,
    read: workers,
  },
  {
    pattern: `${base}/records/:meetingId/papers/:paper/preview.pdf`,
    at: ({ things }) => `/records/${things.approvedId}/papers/countReport/preview.pdf?round=${things.approvedRoundId}`,
    read: workers,
  },
  {
    pattern: `${base}/documents/:documentId`,
    at: ({ things }) => `/documents/${things.documentId}.pdf`,
    read: readers,
  },
]
