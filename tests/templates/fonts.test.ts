import { existsSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import { expect, test } from "vitest"
import {
  assertPrintable,
  fontsFingerprint,
  MissingCharactersError,
  missingCharacters,
  openFonts,
} from "#templates/fonts"
import { fallbackReport } from "#templates/fonts-report"
import { minutesTemplate } from "#templates/minutes"
import { printPaper } from "#templates/print-paper"
import { minimalMinutes, printing, rareNames } from "./samples"

test("the rare characters of names can all be printed", () => {
  expect(missingCharacters(`${rareNames.join("")}喆堃昇彧翀𬭼㛃䶮玥珺媞犇龑㙓`)).toEqual([])
})

test("a character no font has is named once", () => {
  expect(missingCharacters("甲𠔻乙𠔻😀\n")).toEqual(["𠔻", "😀"])
})

test("a document with a character no font has is refused, naming all of them", async () => {
  const facts = { ...minimalMinutes, chair: "甲𠔻", closing: ["谢谢😀"] }
  await expect(printPaper(minutesTemplate, facts, printing)).rejects.toThrow(MissingCharactersError)
  expect(() => assertPrintable(facts)).toThrow("𠔻 (U+2053B), 😀 (U+1F600)")
})

test("whether a character can be printed does not depend on the face", () => {
  const fonts = openFonts()
  for (const character of "一喆䶮𬭼A1￥“”·—…℃№□") {
    for (const face of ["fang", "title", "hei", "kai", "song"] as const) {
      expect(fonts.pick(face, character.codePointAt(0)!), `${face} ${character}`).toBeDefined()
    }
  }
})

test("the yuan sign is not taken from the font that draws it as a dollar", () => {
  expect(openFonts().pick("fang", "￥".codePointAt(0)!)?.key).toBe("song")
})

test("quotes are full width in each face", () => {
  const fonts = openFonts()
  for (const face of ["fang", "title", "hei", "kai", "song"] as const) {
    for (const mark of "“”‘’") {
      const codePoint = mark.codePointAt(0)!
      expect(fonts.pick(face, codePoint)!.advance(codePoint), `${face} ${mark}`).toBeGreaterThan(0.95)
    }
  }
})

test("an office's own font comes first, and changes the fingerprint", () => {
  const office = mkdtempSync(join(tmpdir(), "office-fonts-"))
  try {
    const song = resolve("templates/fonts/song.ttf")
    expect(existsSync(song)).toBe(true)
    symlinkSync(song, join(office, "仿宋_GB2312.ttf"))
    const fonts = openFonts(office)
    expect(fonts.pick("fang", "一".codePointAt(0)!)?.key).toBe("office-fang")
    expect(fonts.pick("hei", "一".codePointAt(0)!)?.key).toBe("hei")
    expect(fontsFingerprint(office)).not.toBe(fontsFingerprint())
    expect(fontsFingerprint()).toMatch(/^[0-9a-f]{64}$/)
  } finally {
    rmSync(office, { recursive: true })
  }
})

const withOfficeFonts = (names: Record<string, string>, look: (folder: string) => void) => {
  const office = mkdtempSync(join(tmpdir(), "office-fonts-"))
  try {
    for (const [name, bundled] of Object.entries(names)) {
      symlinkSync(resolve("templates/fonts", bundled), join(office, name))
    }
    look(office)
  } finally {
    rmSync(office, { recursive: true })
  }
}

test.each([
  ["FZFSJW--GB1-0.TTF", "fang"],
  ["方正仿宋_GBK.ttf", "fang"],
  ["仿宋_GB2312.TTF", "fang"],
  ["FZFSK.otf", "fang"],
  ["方正小标宋简体.ttf", "title"],
  ["FZXBSJW--GB1-0.TTF", "title"],
  ["simhei.ttf", "hei"],
  ["楷体_GB2312.ttf", "kai"],
] as const)("an office's file called %s is its %s", (file, face) => {
  withOfficeFonts({ [file]: "song.ttf" }, office => {
    expect(openFonts(office).pick(face, "一".codePointAt(0)!)?.key).toMatch(/^office-/)
    expect(fallbackReport({}, office).faces.find(one => one.face === face)?.file).toBe(file)
  })
})

test("an office's file that cannot be printed with is passed over for the bundled font, and said to be", () => {
  const office = mkdtempSync(join(tmpdir(), "office-fonts-"))
  try {
    writeFileSync(join(office, "simsun.ttf"), "ttcf, or cut off while it was copied")
    symlinkSync(resolve("templates/fonts/hei.ttf"), join(office, "simhei.ttf"))
    const fonts = openFonts(office)
    expect(fonts.pick("song", "一".codePointAt(0)!)?.key).toBe("song")
    expect(fonts.pick("hei", "一".codePointAt(0)!)?.key).toBe("office-hei")
    const { faces } = fallbackReport({}, office)
    expect(faces.find(one => one.face === "song")?.file).toBe(null)
    expect(faces.find(one => one.face === "hei")?.file).toBe("simhei.ttf")
  } finally {
    rmSync(office, { recursive: true })
  }
})

test("before printing it is said what is missing and what is printed in another face, and where", () => {
  const facts = { chair: "甲喆", agenda: [{ title: "关于𠔻的事项，￥5元，A座" }, { title: "乙喆提出" }] }
  const report = fallbackReport(facts)
  expect(report.missing).toEqual([{ character: "𠔻", codePoint: "U+2053B", where: ["关于𠔻的事项，￥5元，"] }])
  expect(report.substituted).toEqual([
    { character: "喆", codePoint: "U+5586", where: ["甲喆", "乙喆提出"], printedIn: "自带细楷体" },
  ])
  expect(report.faces.find(one => one.face === "fang")).toEqual({
    face: "fang",
    name: "仿宋",
    file: null,
    standIn: "自带仿宋",
  })
})

test("what an office's own font lacks is said to come from a bundled one", () => {
  withOfficeFonts({ "仿宋_GB2312.ttf": "fang.otf", "simkai.ttf": "kai.ttf" }, office => {
    const report = fallbackReport({ name: "甲喆" }, office)
    expect(report.substituted).toMatchObject([{ character: "喆", printedIn: "自带细楷体" }])
    expect(report.faces.filter(one => one.file).map(one => one.name)).toEqual(["仿宋", "楷体"])
  })
})
