import { strFromU8, strToU8, unzipSync, zipSync } from "fflate"
import { fontTableXml, stylesXml } from "./styles"

/**
 * The file as it is kept: our styles in place of the library's, the day of the paper in place of the clock, parts in one
 * order and with one time, so that the same facts give the same bytes on every machine.
 */
export function finishPackage(written: Uint8Array, date: string): Uint8Array {
  const parts = unzipSync(written)
  const replaced: Record<string, (text: string) => string> = {
    "word/styles.xml": stylesXml,
    "word/fontTable.xml": fontTableXml,
    "docProps/core.xml": text =>
      text.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, (_, open: string) => `${open}${date}T00:00:00Z`),
    // 标点挤压, as every Chinese Word file begins with; docx has no option for it.
    "word/settings.xml": text =>
      text.replace("<w:compat>", `<w:characterSpacingControl w:val="compressPunctuation"/><w:compat>`),
  }
  const [year, month, day] = date.split("-").map(Number)
  // The zip keeps the local clock's figures: noon, which no zone skips.
  const mtime = new Date(year!, month! - 1, day!, 12)
  const names = Object.keys(parts).sort()
  // Readers look for the list of parts first.
  names.sort((a, b) => Number(b === "[Content_Types].xml") - Number(a === "[Content_Types].xml"))
  return zipSync(
    Object.fromEntries(
      names.map(name => {
        const replace = replaced[name]
        const bytes = parts[name]!
        return [name, replace ? strToU8(replace(strFromU8(bytes))) : bytes]
      }),
    ),
    { level: 6, mtime },
  )
}
