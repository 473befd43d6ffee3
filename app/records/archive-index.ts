import type { DocumentFormat } from "#db/schema/registry"
import { civilDateOf } from "~/law/civil-date"
import { type Registered, registeredOf, registrationHashOf } from "~/registry/archive-rules"
import type { withdrawalSaid } from "~/registry/archive-statements"
import type { SheetStatus } from "~/registry/document-standing"
import type { DocumentView } from "~/registry/document-store"
import { inertText } from "~/registry/inert-text"
import { retentionNames, retentionOf } from "~/registry/retention"
import type { Cell } from "~/registry/spreadsheet"
import { sheetKindName } from "~/registry/verification"

/** As an index writes how a sheet stands. */
export const statusNames = { inForce: "有效", superseded: "已有新版", withdrawn: "已撤回" } as const satisfies Record<
  SheetStatus,
  string
>

export type Withdrawn = ReturnType<typeof withdrawalSaid>

/** What of a document its own row does not say. */
export type Beside = {
  status: (typeof statusNames)[SheetStatus]
  /** What is signed of its withdrawal; null where it stands. */
  withdrawn: Withdrawn | null
  /** Why its file is not in the package; empty where it is. */
  leftOut: string
  /** Of a PDF; null for other files. */
  pages: number | null
  /** The digest that covers it. */
  sequence: number | null
}

/** One line of a yearly index: the customary fields of 归档文件目录 (DA/T 22-2015) first, then what proves it. */
export type IndexLine = Beside & {
  /** Why its file is not in the package, and why it was withdrawn. */
  remark: string
  /** 件号, within its class and year. */
  piece: number
  /** 档号, without the number of the fonds: that is given by the archive that takes it. */
  fileCode: string
  number: string
  title: string
  responsible: string
  /** Civil date it was filed on. */
  date: string
  keptAs: string
  because: string
  kind: string
  format: DocumentFormat
  version: number
  /** Within the package; empty where the file is not in it. */
  file: string
  factsFile: string
  fileHash: string
  factsHash: string
  registrationHash: string
  documentId: string
  issuedBy: string
  /** What the registration hash was taken of. */
  registered: Registered
}

/** What carries codes, that let people into a meeting or rate as whoever spoke up: the file stays where it is. */
export const carriesCodes = ({ kind }: Pick<DocumentView, "kind">): boolean =>
  kind === "checkInSlips" || kind === "satisfactionForm"

const longestName = 40

/** Safe on every system that may unpack it. */
export const safeName = (text: string): string =>
  Array.from(text.replace(/\s+/g, " ").replace(/[\\/:*?"<>|\p{Cc}]/gu, "_"))
    .slice(0, longestName)
    .join("")
    .replace(/^[. ]+|[. ]+$/g, "") || "无题"

/**
 * The index of one year. `documents` in the order of filing. Folders are by class and, within it, by matter: every version
 * and format of the papers on one matter lies together under the first one's number and title.
 */
export function buildIndex(
  year: number,
  responsible: string,
  documents: readonly DocumentView[],
  besideOf: (documentId: string) => Beside,
): IndexLine[] {
  const pieces = new Map<string, number>()
  const folders = new Map<string, string>()
  return documents.map(document => {
    const { keptAs, because } = retentionOf(document.kind)
    const { name, sign } = retentionNames[keptAs]
    const piece = (pieces.get(keptAs) ?? 0) + 1
    pieces.set(keptAs, piece)
    const padded = String(piece).padStart(4, "0")
    const matter = `${keptAs} ${document.subjectKind} ${document.subjectId}`
    const folder = folders.get(matter) ?? `${name}/${padded} ${safeName(document.title)}`
    folders.set(matter, folder)
    const path = `${folder}/${padded} ${safeName(sheetKindName(document.kind))} 第${document.version}版`
    const beside = besideOf(document.id)
    const { leftOut, withdrawn } = beside
    return {
      ...beside,
      remark: [leftOut, withdrawn?.reason].filter(Boolean).join("；"),
      piece,
      fileCode: `WS·${year}-${sign}-${padded}`,
      number: document.number ?? "",
      title: document.title.replace(/\s+/g, " "),
      responsible,
      date: civilDateOf(document.createdAt),
      keptAs: name,
      because,
      kind: sheetKindName(document.kind),
      format: document.format,
      version: document.version,
      file: leftOut ? "" : `${path}.${document.format}`,
      factsFile: leftOut ? "" : `${path}.facts.json`,
      fileHash: document.fileHash,
      factsHash: document.factsHash,
      registrationHash: registrationHashOf(document),
      documentId: document.id,
      issuedBy: document.createdBy,
      registered: registeredOf(document),
    }
  })
}

export const indexColumns: { name: string; width: number; of: (line: IndexLine) => Cell }[] = [
  { name: "件号", width: 7, of: line => line.piece },
  { name: "档号", width: 20, of: line => line.fileCode },
  { name: "文号", width: 24, of: line => line.number },
  { name: "题名", width: 50, of: line => line.title },
  { name: "责任者", width: 26, of: line => line.responsible },
  { name: "日期", width: 12, of: line => new Date(`${line.date}T00:00:00Z`) },
  { name: "保管期限", width: 10, of: line => line.keptAs },
  { name: "页数", width: 7, of: line => line.pages },
  { name: "文种", width: 18, of: line => line.kind },
  { name: "版次", width: 7, of: line => line.version },
  { name: "状态", width: 10, of: line => line.status },
  { name: "备注", width: 30, of: line => line.remark },
  { name: "文件", width: 60, of: line => line.file },
  { name: "文件摘要（SHA-256）", width: 68, of: line => line.fileHash },
  { name: "内容摘要（SHA-256）", width: 68, of: line => line.factsHash },
  { name: "登记摘要（SHA-256）", width: 68, of: line => line.registrationHash },
  { name: "签名次序", width: 10, of: line => line.sequence },
  { name: "文书标识", width: 40, of: line => line.documentId },
  { name: "经办人", width: 12, of: line => line.issuedBy },
]

/** UTF-8 with its mark, as office programs open it; texts that would be run as a formula are made inert. */
export function indexCsv(lines: readonly IndexLine[]): string {
  const rows = [
    indexColumns.map(column => column.name),
    ...lines.map(line => indexColumns.map(({ of }) => text(of(line)))),
  ]
  return `\ufeff${rows.map(row => `${row.map(quoted).join(",")}\r\n`).join("")}`
}

const text = (cell: Cell): string =>
  cell instanceof Date ? cell.toISOString().slice(0, 10) : cell === null ? "" : inertText(String(cell))
const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`
