import { expect, test } from "vitest"
import { aMeetingInRoom, anOpenRound, must, voteAll } from "#tests/chamber/factories"
import { closeRound, proclaimRound } from "~/chamber/rounds/rounds"
import { closeMeeting } from "~/chamber/session"
import { recordSpeech } from "~/chamber/speaking/speeches"
import { approveMinutes, draftMinutes, exportMinutes } from "~/records/minutes"
import { approveResolution, draftResolutions, exportResolution } from "~/records/resolutions"
import { findMinutes } from "~/records/store"
import { findDocument } from "~/registry/document-store"
import { readText } from "../templates/read-pdf"
import { aWorld } from "../world"

test.each([
  ["named", false, "采用记名表决方式"],
  ["secret", true, "采用无记名投票表决方式"],
])(
  "what the chamber recorded of a %s vote is what the papers say, with nothing typed again",
  async (_, secret, method) => {
    const world = await aWorld()
    const room = await aMeetingInRoom(world, { entitled: 6, present: 5 })
    const { meetingId, agendaItemId, chair, recorder, entitled } = room
    must(
      await recordSpeech(recorder, {
        meetingId,
        agendaItemId,
        participantId: entitled[1]!.id,
        stance: "oppose",
        gist: "活动室晚上太吵",
      }),
    )
    const roundId = await anOpenRound(room, { secret })
    await voteAll(room, roundId, ["for", "against", "for", "for", "abstain"])
    must(await closeRound(chair, roundId))
    must(await proclaimRound(chair, roundId))
    must(await closeMeeting(chair, meetingId))

    must(await draftMinutes(recorder, meetingId))
    must(await approveMinutes(chair, meetingId, 1))
    must(await draftResolutions(recorder, meetingId))
    must(await approveResolution(chair, { meetingId, roundId }, 1))
    const bytesOf = async (documentId: string) =>
      new Uint8Array((await findDocument(world.db.read, world.community.id, documentId))!.content)
    const minutes = readText(await bytesOf(must(await exportMinutes(recorder, meetingId)).document.id))
    const resolution = readText(
      await bytesOf(must(await exportResolution(recorder, { meetingId, roundId })).document.id),
    )
    for (const text of [minutes, resolution])
      for (const words of [
        method,
        "到会人数占应到人数56三分之二以上达到",
        "赞成人数占到会人数35过半数达到",
        "该事项通过。",
      ])
        expect(text).toContain(words)
    expect(minutes).toContain("会议应到6人，实到5人")
    expect(minutes).toContain("乙二（居民代表）表示反对，认为：活动室晚上太吵。")
    expect(minutes).toContain("表决时有1票反对、1票弃权。")
    const row = await findMinutes(world.db.read, world.community.id, meetingId)
    expect(row?.wording.items[0]?.decisions).toEqual([{ content: "同意活动室改造方案。", handler: "", dueOn: "" }])
  },
)
