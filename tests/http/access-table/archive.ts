import { civilDateOf } from "~/law/civil-date"
import { exportResolution } from "~/records/resolutions"
import { writeHead } from "~/registry/archive-head"
import { administrator, type Row, staff } from "../access-row"
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
      {
        intent: "resume",
        by: administrator,
        press: async ({ ctx }) => {
          // As after an old backup was restored: more was signed than the database holds.
          const { archiveKey, community } = ctx.administrator
          writeHead(archiveKey, community.id, { sequence: 999, digest: "f".repeat(64) })
          return { at: "/archive", form: { intent: "resume", reason: "恢复了旧备份" } }
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
