/** What is printed on a sheet beside its facts. */
export type Printing = {
  /** Address behind the verification QR code; null when the sheet can be verified at the community office only. */
  verifyUrl: string | null
  /** SHA-256 of the canonical facts, 64 hexadecimal digits. */
  factsHash: string
  /** Civil date YYYY-MM-DD written into the PDF; never the clock, so that the same facts give the same bytes. */
  date: string
  /** Folder of the office's own licensed fonts. */
  fontDir?: string
}

/** Name and version of a template; a change of what it prints raises the version. */
export type TemplateVersion = { readonly name: string; readonly version: number }
