import { expect, test } from "vitest"
import { briefMinutesTemplate } from "#templates/brief-minutes"
import { checkInSlipsTemplate } from "#templates/check-in-slips"
import { convocationTemplate } from "#templates/convocation"
import { minutesTemplate } from "#templates/minutes"
import { a4 } from "#templates/page-geometry"
import { type PdfTemplate, printPaper } from "#templates/print-paper"
import { publicNoticeTemplate } from "#templates/public-notice"
import { recordTemplate } from "#templates/record"
import { resolutionTemplate } from "#templates/resolution"
import { countPages, readCharacters, readText, withoutSpace } from "./read-pdf"
import { publicNotice } from "./sample-notices"
import { checkInSlips, convocation, resolution } from "./sample-papers"
import { briefMinutes, record } from "./sample-records"
import { fullMinutes, minimalMinutes, namedVoteMinutes, printing, printingAtOffice, rareNames } from "./samples"

/** All strings of the facts, as they should stand on paper one by one. */
function stringsOf(value: unknown): string[] {
  if (typeof value === "string") return value.split("\n")
  if (typeof value === "number") return [String(value)]
  if (Array.isArray(value)) return value.flatMap(stringsOf)
  return value && typeof value === "object" ? Object.values(value).flatMap(stringsOf) : []
}

test("minutes of a short meeting read exactly as meant, on one page", async () => {
  const pdf = await printPaper(minutesTemplate, minimalMinutes, printingAtOffice)
  expect(countPages(pdf)).toBe(1)
  expect(readText(pdf)).toBe(
    withoutSpace(`
      振兴社区协商议事会纪要
      振社议纪〔2026〕4号
      振兴社区居民委员会 2026年3月6日
      关于楼道堆物清理的会议纪要
      时间：2026年3月12日9:00至9:40
      地点：社区办公室
      主持：甲喆 记录：寅女士
      会议应到3人，实到3人，达到过半数的要求，依据《振兴社区协商议事会议事规则》第八条，会议有效。现将会议情况和议定事项纪要如下：
      一、关于5号楼楼道堆物
      1.一周内由物业协助住户清理。责任单位（人）：振兴物业；完成时限：2026年3月19日前。
      出席：甲一、乙二、丙三
      主持人（签字）： 记录人（签字）：
      本件可到社区办公室核验
      核验码：${printingAtOffice.factsHash.slice(0, 16)}
      内容摘要（SHA-256）：${printingAtOffice.factsHash}`),
  )
})

test.each([
  ["minutes", () => printPaper(minutesTemplate, fullMinutes, printing), fullMinutes, ["community"]],
  [
    "minutes with a roll",
    () => printPaper(minutesTemplate, namedVoteMinutes, printing),
    namedVoteMinutes,
    ["community"],
  ],
  ["a resolution", () => printPaper(resolutionTemplate, resolution, printing), resolution, ["community"]],
  ["a public notice", () => printPaper(publicNoticeTemplate, publicNotice, printing), publicNotice, ["community"]],
  [
    "brief minutes",
    () => printPaper(briefMinutesTemplate, briefMinutes, printing),
    briefMinutes,
    ["community", "names"],
  ],
  ["a record", () => printPaper(recordTemplate, record, printing), record, ["community", "issuer"]],
  [
    "a convocation",
    () => printPaper(convocationTemplate, convocation, printing),
    convocation,
    ["community", "meetingUrl"],
  ],
] as const)("each fact of %s stands on the paper", async (_what, render, facts, notPrinted) => {
  const text = readText(await render())
  const printed = Object.entries(facts).filter(([key]) => !(notPrinted as readonly string[]).includes(key))
  for (const fact of printed.flatMap(([, value]) => stringsOf(value))) expect(text).toContain(withoutSpace(fact))
})

test("the longest words of a table are broken within its columns", async () => {
  const item = fullMinutes.agenda[0]!
  const bar = "专有部分面积占比三分之二以上且人数占比三分之二以上参与并过半数同意".repeat(2)
  const motion = { ...item.motions[0]!, lights: [{ label: "同意", numerator: 1, denominator: 2, bar, met: false }] }
  const pdf = await printPaper(minutesTemplate, { ...fullMinutes, agenda: [{ ...item, motions: [motion] }] }, printing)
  expect(readText(pdf)).toContain(bar)
  for (const one of readCharacters(pdf)) expect(one.x).toBeLessThanOrEqual(a4.left + a4.measure - 2)
})

/** The same facts with every text far longer than its place. */
function lengthen<T>(value: T, key = ""): T {
  if (typeof value === "string") {
    if (value === "" || ["url", "code", "issuedOn", "printedOn"].includes(key)) return value
    const filler = "振兴社区协商议事会第一居民小组".repeat(5)
    return `${value}${filler}${value}` as T
  }
  if (Array.isArray(value)) return value.map(one => lengthen(one, key)) as T
  if (value && typeof value === "object") {
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, lengthen(one, name)])) as T
  }
  return value
}

test.each([
  ["minutes", minutesTemplate, lengthen({ ...namedVoteMinutes, agenda: fullMinutes.agenda }), ["community"]],
  ["a resolution", resolutionTemplate, lengthen(resolution), ["community", "names"]],
  ["a public notice", publicNoticeTemplate, lengthen(publicNotice), ["community"]],
  ["a convocation", convocationTemplate, lengthen(convocation), ["community", "meetingUrl"]],
  ["slips", checkInSlipsTemplate, lengthen(checkInSlips), ["community", "url", "code"]],
] as const)("texts far too long lose nothing and stay on the sheet: %s", async (_what, template, facts, notPrinted) => {
  const pdf = await printPaper(template as PdfTemplate<unknown>, facts, printing)
  const text = readText(pdf)
  const left = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map(left)
      : value && typeof value === "object"
        ? Object.entries(value).flatMap(([key, one]) =>
            (notPrinted as readonly string[]).includes(key) ? [] : [left(one)],
          )
        : value
  for (const fact of stringsOf(left(facts))) expect(text).toContain(withoutSpace(fact))
  for (const one of readCharacters(pdf)) {
    expect(one.x).toBeGreaterThanOrEqual(a4.left - a4.body / 2 - 0.1)
    expect(one.x).toBeLessThanOrEqual(a4.left + a4.measure - 1)
  }
})

test("each slip carries its delegate's name, delegation and code", async () => {
  const text = readText(await printPaper(checkInSlipsTemplate, checkInSlips, printing))
  for (const slip of checkInSlips.slips) {
    expect(text).toContain(slip.name)
    expect(text).toContain(`${slip.delegation}签到码${slip.code}`)
  }
})

test("a roll longer than a page repeats its head on each page", async () => {
  const characters = readCharacters(await printPaper(minutesTemplate, namedVoteMinutes, printing))
  const text = characters.map(one => one.text).join("")
  const rollPages = new Set<number>()
  for (const match of text.matchAll(/序号姓名代表类别表决/g)) rollPages.add(characters[match.index]!.page)
  expect([...rollPages]).toEqual([2, 3, 4])
})

test("rare characters of names are drawn by a font that has them", async () => {
  const characters = readCharacters(await printPaper(minutesTemplate, fullMinutes, printing))
  for (const name of rareNames) {
    const rare = characters.filter(one => one.text === [...name][1])
    expect(rare.length, name).toBeGreaterThan(0)
    for (const one of rare) expect(one.font).not.toMatch(/notdef/i)
  }
})

test("minutes that can be verified at the office only say so", async () => {
  const text = readText(await printPaper(minutesTemplate, fullMinutes, printingAtOffice))
  expect(text).toContain("本件可到社区办公室核验")
  expect(text).not.toContain("扫码")
})

test("what was not reached is called so, and the meeting without quorum decides nothing", async () => {
  const facts = { ...minimalMinutes, quorum: { ...minimalMinutes.quorum, present: 1, met: false } }
  const text = readText(await printPaper(minutesTemplate, facts, printing))
  expect(text).toContain("实到1人，未达到过半数的要求")
  expect(text).toContain("会议不能作出决定")
  expect(readText(await printPaper(minutesTemplate, fullMinutes, printing))).toContain("1838过半数未达到")
})

test("a radical pasted from another paper is printed and read as the character it stands for", async () => {
  await printPaper(minutesTemplate, { ...minimalMinutes, venue: "⼀⼆楼⻔厅" }, printing)
  const text = readText(await printPaper(minutesTemplate, { ...minimalMinutes, venue: "⼀二楼⻔厅" }, printing))
  expect(text).toContain("地点：一二楼门厅")
  expect(text).toContain("一、关于5号楼")
})
