/** What the bytes are, whatever the file is called. */
export type FileKind =
  | "zip"
  | "text"
  | "oldExcel"
  | "encryptedOffice"
  | "webPage"
  | "picture"
  | "pdf"
  | "otherOffice"
  | "other"

const startsWith = (bytes: Uint8Array, ...signature: number[]) => signature.every((byte, i) => bytes[i] === byte)

const utf16 = (text: string) => Buffer.from(text, "utf16le")

/** Looks at the content only: a picture named .xlsx is a picture. */
export function detectFileKind(bytes: Uint8Array): FileKind {
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) return "zip"
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)) return detectCompoundKind(bytes)
  if (startsWith(bytes, 0x89, 0x50, 0x4e, 0x47) || startsWith(bytes, 0xff, 0xd8, 0xff)) return "picture"
  if (startsWith(bytes, 0x47, 0x49, 0x46, 0x38) || startsWith(bytes, 0x42, 0x4d)) {
    return hasControlBytes(bytes) ? "picture" : "text"
  }
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46)) return "pdf"
  if (hasUtf16Mark(bytes)) return "text"
  if (hasControlBytes(bytes)) return "other"
  const opening = Buffer.from(bytes.subarray(0, 512))
    .toString("latin1")
    .replace(/^\xef\xbb\xbf/, "")
    .trimStart()
  // Many offices' web systems write an HTML table and call it .xls.
  if (/^<(!doctype|html|\?xml|table|meta|head|style)/i.test(opening)) return "webPage"
  return "text"
}

/** The compound file of Office 97–2003; a workbook with a password to open is wrapped in one too (MS-OFFCRYPTO). */
function detectCompoundKind(bytes: Uint8Array): FileKind {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (buffer.includes(utf16("EncryptedPackage"))) return "encryptedOffice"
  if (buffer.includes(utf16("Workbook")) || buffer.includes(utf16("Book"))) return "oldExcel"
  if (buffer.includes(utf16("WordDocument")) || buffer.includes(utf16("PowerPoint"))) return "otherOffice"
  return "oldExcel"
}

export const hasUtf16Mark = (bytes: Uint8Array) => startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff)

/** Control bytes other than tab, line ends and form feed appear in no text file of a spreadsheet program. */
function hasControlBytes(bytes: Uint8Array) {
  const end = Math.min(bytes.length, 1_000_000)
  for (let i = 0; i < end; i++) {
    const byte = bytes[i]!
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d && byte !== 0x0c && byte !== 0x1a) return true
  }
  return false
}
