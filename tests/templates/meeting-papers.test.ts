import { expect, test } from "vitest"
import { agendaTemplate } from "#templates/agenda"
import { packTemplate } from "#templates/all-templates"
import { countAnnouncementTemplate } from "#templates/count-announcement"
import { countReportTemplate } from "#templates/count-report"
import { debateRulesTemplate } from "#templates/debate-rules"
import { paperRegisterTemplate } from "#templates/paper-register"
import { pollAnnouncementTemplate } from "#templates/poll-announcement"
import { type PdfTemplate, printPaper } from "#templates/print-paper"
import { signInSheetTemplate } from "#templates/sign-in-sheet"
import { countPages, readCharacters, readStructure, readText, withoutSpace } from "./read-pdf"
import {
  agenda,
  countAnnouncement,
  countReport,
  debateRules,
  pack,
  paperRegister,
  signedSignInSheet,
} from "./sample-meeting-papers"
import { electionAnnouncement, ownersAnnouncement, ownersRegister } from "./sample-polls"
import { printing } from "./samples"

const withRunOff = {
  ...electionAnnouncement,
  rounds: ["第一次投票", "另行选举"].map(heading => ({ ...electionAnnouncement.rounds[0]!, heading })),
}

/** All words and figures of the facts, as they should stand on paper one by one; of a handwriting only the ink is there. */
function wordsOf(value: unknown): string[] {
  if (typeof value === "string") return value.split("\n")
  if (typeof value === "number") return [String(value)]
  if (Array.isArray(value)) return value.flatMap(wordsOf)
  if (!value || typeof value !== "object" || "strokes" in value) return []
  return Object.values(value).flatMap(wordsOf)
}

test.each([
  ["a sign-in sheet", signInSheetTemplate, signedSignInSheet, ["issuer"]],
  ["the rules of debate", debateRulesTemplate, debateRules, ["issuer"]],
  ["an agenda", agendaTemplate, agenda, ["issuer", "handling"]],
  ["a register of papers", paperRegisterTemplate, paperRegister, ["issuer"]],
  ["a count report", countReportTemplate, countReport, ["issuer"]],
  ["a count announcement", countAnnouncementTemplate, countAnnouncement, []],
  ["a register of owners' papers", paperRegisterTemplate, ownersRegister, ["issuer"]],
  ["an announcement of an owners' vote", pollAnnouncementTemplate, ownersAnnouncement, []],
  ["an announcement of an election on paper", pollAnnouncementTemplate, withRunOff, []],
] as const)("each fact of %s stands on the paper", async (_what, template, facts, notPrinted) => {
  const print = template as PdfTemplate<unknown>
  const text = readText(await printPaper(print, facts, printing))
  const printed = Object.entries(facts).filter(([key]) => !["community", ...notPrinted].includes(key))
  for (const fact of printed.flatMap(([, value]) => wordsOf(value))) expect(text).toContain(withoutSpace(fact))
})

test("each bar of a count says whether it was reached, numerator and denominator beside the article", async () => {
  const [quorum, agreement] = countReport.bars
  const bars = [quorum!, { ...agreement!, numerator: 12, met: false }]
  const text = readText(await printPaper(countReportTemplate, { ...countReport, bars }, printing))
  expect(text).toContain("2932三分之二以上")
  expect(text).toContain("1229过半数")
  expect(text).toMatch(/符合[^不]*不符合/)
})

test("options too long to stand side by side stand one below the other", async () => {
  const choices = ["5栋、6栋之间空地（选定）", "9栋东侧（未选定）", "均不同意"].map((label, at) => ({
    label,
    votes: 9 - at,
    whole: "29",
  }))
  const text = readText(await printPaper(countAnnouncementTemplate, { ...countAnnouncement, choices }, printing))
  expect(text).toContain("5栋、6栋之间空地（选定）9299栋东侧（未选定）829均不同意729")
})

test("a signature written on the tablet is drawn in its cell, and says whose it is", async () => {
  const pdf = await printPaper(signInSheetTemplate, signedSignInSheet, printing)
  const figures = (tags: ReturnType<typeof readStructure>["tags"]): number =>
    tags.reduce((sum, tag) => sum + (tag.type === "Figure" ? 1 : 0) + figures(tag.children), 0)
  const signed = [...signedSignInSheet.rows, ...signedSignInSheet.observers].filter(row => row.signature)
  // And the code by which the sheet is checked.
  expect(figures(readStructure(pdf).tags)).toBe(signed.length + 1)
})

test("the head of a list longer than a page is on each page of it, and no row is lost", async () => {
  const characters = readCharacters(await printPaper(signInSheetTemplate, signedSignInSheet, printing))
  const text = characters.map(one => one.text).join("")
  const pages = [...text.matchAll(/序号姓名代表类别单位或楼栋签名/g)].map(match => characters[match.index]!.page)
  expect(new Set(pages).size).toBe(3)
  for (const row of signedSignInSheet.rows) expect(text).toContain(withoutSpace(row.name))
})

test("bound papers keep their own page numbers, and on both sides of the paper each begins on a front", async () => {
  const duplex = await printPaper(packTemplate, pack, printing)
  const simplex = await printPaper(packTemplate, { ...pack, duplex: false }, printing)
  const firsts = readCharacters(duplex).filter(
    (one, at, all) => one.text === "1" && all[at - 1]?.text === "—" && all[at + 1]?.text === "—",
  )
  expect(firsts).toHaveLength(3)
  for (const one of firsts) expect(one.page % 2).toBe(1)
  expect(readText(duplex)).toBe(readText(simplex))
  expect(countPages(duplex)).toBeGreaterThan(countPages(simplex))
})

test("what is no paper of ours is not bound", async () => {
  const [first] = pack.papers
  const odd = { ...pack, papers: [{ ...first!, template: "invented" }] }
  await expect(printPaper(packTemplate, odd, printing)).rejects.toThrow("invented")
})
