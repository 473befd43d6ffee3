import { expect, test } from "vitest"
import { aMeetingInRoom, must, vote } from "#tests/chamber/factories"
import { aRoundWithOfficers, readTwice, votePaper } from "#tests/chamber/paper-table"
import { renderPart } from "#tests/ui/render-part"
import { aWorld } from "#tests/world"
import { readPapersPage } from "~/chamber/paper/papers-page"
import { RoundAccount } from "~/chamber/parts/RoundAccount"
import { readRoundPage } from "~/chamber/rounds/round-page"
import { closeRound, proclaimRound } from "~/chamber/rounds/rounds"
import { countReportFacts } from "~/records/count-facts"
import { knownFigures } from "~/records/figure-facts"
import { papers } from "~/records/meeting-paper-kinds"
import { readRecorded } from "~/records/papers"
import { countingInWords } from "~/records/vote-facts"
import { readText } from "../templates/read-pdf"

/** Eight voters, so many of them on paper, the first paper invalid; proclaimed. */
async function aProclaimedCount({ secret, onPaper }: { secret: boolean; onPaper: number }) {
  const room = await aMeetingInRoom(await aWorld(), { entitled: 8, observers: 2 })
  const roundId = await aRoundWithOfficers(room, { secret })
  const [byPaper, byTablet] = [room.entitled.slice(0, onPaper), room.entitled.slice(onPaper)]
  const serials = await votePaper(room, roundId, byPaper)
  for (const voter of byTablet) must(await vote(room, roundId, voter, "for"))
  await readTwice(
    room,
    roundId,
    Object.fromEntries(serials.map((serial, at) => [serial, at === 0 ? "invalid" : "for"])),
  )
  must(await closeRound(room.chair, roundId))
  must(await proclaimRound(room.chair, roundId))
  return { room, place: { meetingId: room.meetingId, roundId } }
}

test("of the only paper of a secret round no page tells whether it was valid", async () => {
  const { room, place } = await aProclaimedCount({ secret: true, onPaper: 1 })
  const page = must(await readRoundPage(room.desk, place))
  expect(page.papers).toEqual({
    issued: 1,
    returned: 1,
    spoiled: 0,
    missing: 0,
    duplicate: 0,
    valid: null,
    invalid: null,
  })
  expect(page.round.result).not.toHaveProperty("paper")
  const shown = renderPart(<RoundAccount result={page.round.result!} papers={page.papers} />)
  expect(shown).toContain("发出1张＝收回1张")
  expect(shown).not.toMatch(/(有效|无效)\d/)
  const { head } = must(await readPapersPage(room.desk, place))
  expect(head.balance).toMatchObject({ returned: 1, valid: null, invalid: null })
})

test("nor do the sheet of its count, its record and its minutes, nor may anybody word it", async () => {
  const { room, place } = await aProclaimedCount({ secret: true, onPaper: 1 })
  const sheet = readText(
    must(await papers.countSheet.preview(room.desk, { meetingId: place.meetingId, of: place.roundId, origin: null })),
  )
  expect(sheet).toMatch(/发出收回作废未收回有效无效重复11000发出/)
  const recorded = must(await readRecorded(room.desk, place.meetingId))
  const round = recorded.motions[0]!.rounds[0]!
  expect(countingInWords(round, recorded.rule)).toMatch(/^纸质票发出1张，收回1张。计票人/)
  const { counts } = knownFigures(recorded, room.agendaItemId)
  expect(counts.invalid).toEqual([1])
  expect(counts.valid).toEqual([7])
})

test("of an open round, or where enough came both ways, all of it is told", async () => {
  const open = await aProclaimedCount({ secret: false, onPaper: 1 })
  const page = must(await readRoundPage(open.room.desk, open.place))
  expect(page.papers).toMatchObject({ valid: 0, invalid: 1 })
  const shown = renderPart(<RoundAccount result={page.round.result!} papers={page.papers} />)
  expect(shown).toContain("有效0张，无效1张")
  const recorded = must(await readRecorded(open.room.desk, open.place.meetingId))
  expect(countingInWords(recorded.motions[0]!.rounds[0]!, recorded.rule)).toContain("有效0张，无效1张")
  expect(knownFigures(recorded, open.room.agendaItemId).counts.invalid).toEqual([1, 1])
})

test("papers kept as duplicates do not make few of them many: they were never read", async () => {
  const { room, place } = await aProclaimedCount({ secret: true, onPaper: 4 })
  const recorded = must(await readRecorded(room.desk, place.meetingId))
  const [motion] = recorded.motions
  const [round] = motion!.rounds
  const paper = { ...round!.result!.paper!, issued: 7, returned: 7, duplicate: 3 }
  const result = { ...round!.result!, cast: 12, paper }
  const facts = countReportFacts(
    { recorded, motion: motion!, round: { ...round!, result }, result },
    { challenges: [], handCounts: [] },
  )
  expect(facts.channels.map(one => one.valid)).toEqual(["—", "—", String(12 - result.counts.invalid)])
})
