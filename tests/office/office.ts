import { execFileSync } from "node:child_process"
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { pathToFileURL } from "node:url"

/** What LibreOffice makes of a Word file: a format it writes, by the ending of its name. */
export type OfficeFormat = "pdf" | "fodt"

/** Opens a Word file in LibreOffice, without a window and with a profile of its own, and saves it in another format. */
export function openInOffice(docx: Uint8Array, format: OfficeFormat): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), "office-"))
  try {
    const profile = join(folder, "profile")
    mkdirSync(profile)
    writeFileSync(join(folder, "paper.docx"), docx)
    execFileSync(
      "soffice",
      [
        `-env:UserInstallation=${pathToFileURL(profile).href}`,
        "--headless",
        "--norestore",
        "--convert-to",
        format,
        "--outdir",
        folder,
        join(folder, "paper.docx"),
      ],
      { stdio: "ignore", timeout: 110_000 },
    )
    return new Uint8Array(readFileSync(join(folder, `paper.${format}`)))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
