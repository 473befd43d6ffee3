import { existsSync, mkdtempSync, rmSync, symlinkSync } from "node:fs"
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
