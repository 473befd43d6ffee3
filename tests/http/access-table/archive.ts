import { civilDateOf } from "~/law/civil-date"
import { exportResolution } from "~/records/resolutions"
import { type Row, staff } from "../access-row"
import { anApprovedMeeting } from "../access-things"

const base = "/c/:community"
const readers = ["administrator", "secretary", "reviewer", "viewer"] as const

/** What is filed, and what proves it. */
export const archiveRows: Row[] = [
  {
    pattern: `${base}/archive`,
    at: () => "/archive",
    read: readers,
    acts: [
      { intent: "check", by: readers, press: async () => ({ at: "/archive", form: { intent: "check" } }) },
      {
        intent: "sign",
        by: staff,
        press: async house => {
          // There must be something new to sign.
          const over = await anApprovedMeeting(house)
          await exportResolution(over.recorder, { meetingId: over.meetingId, roundId: over.roundIds[0]! })
          return { at: "/archive", form: { intent: "sign" } }
        },
      },
    ],
  },
  {
    pattern: `${base}/archive/:year`,
    at: ({ ctx }) => `/archive/${civilDateOf(ctx.secretary.now()).slice(0, 4)}.zip`,
    read: staff,
  },
]
