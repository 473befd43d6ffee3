import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import ts from "typescript"
import { expect, test } from "vitest"
import { attendanceEvents } from "#db/schema/chamber"
import { agendaAuditWords } from "~/agenda/audit-words"
import { agendaRefusals } from "~/agenda/refusals"
import { auditWords } from "~/audit-words"
import { boardAuditWords } from "~/board/audit-words"
import { boardRefusals } from "~/board/refusals"
import { chamberAuditWords } from "~/chamber/audit-words"
import { chamberRefusals } from "~/chamber/refusals"
import { conveningAuditWords } from "~/convening/audit-words"
import { conveningRefusals } from "~/convening/refusals"
import { estatesAuditWords } from "~/estates/audit-words"
import { estatesRefusals } from "~/estates/refusals"
import { followupAuditWords } from "~/followup/audit-words"
import { followupRefusals } from "~/followup/refusals"
import { intakeAuditWords } from "~/intake/audit-words"
import { intakeRefusals } from "~/intake/refusals"
import { peopleAuditWords } from "~/people/audit-words"
import { peopleRefusals } from "~/people/refusals"
import { pollingAuditWords } from "~/polling/audit-words"
import { pollingRefusals } from "~/polling/refusals"
import { recordsAuditWords } from "~/records/audit-words"
import { recordsRefusals } from "~/records/refusals"
import { sentences } from "~/refusals"
import { registryAuditWords } from "~/registry/audit-words"
import { registryRefusals } from "~/registry/refusals"
import { rulebookAuditWords } from "~/rulebook/audit-words"
import { rulebookRefusals } from "~/rulebook/refusals"
import { commonRefusals } from "~/web/refusals"

const refusalTables = {
  web: commonRefusals,
  registry: registryRefusals,
  people: peopleRefusals,
  estates: estatesRefusals,
  rulebook: rulebookRefusals,
  intake: intakeRefusals,
  agenda: agendaRefusals,
  convening: conveningRefusals,
  chamber: chamberRefusals,
  polling: pollingRefusals,
  records: recordsRefusals,
  followup: followupRefusals,
  board: boardRefusals,
}
const wordTables = {
  registry: registryAuditWords,
  people: peopleAuditWords,
  estates: estatesAuditWords,
  rulebook: rulebookAuditWords,
  intake: intakeAuditWords,
  agenda: agendaAuditWords,
  convening: conveningAuditWords,
  chamber: chamberAuditWords,
  polling: pollingAuditWords,
  records: recordsAuditWords,
  followup: followupAuditWords,
  board: boardAuditWords,
}

/** What is written down for whoever investigates, and is no event of a matter's life. */
const silentActions = [
  "import.chosen",
  "import.read",
  "import.reread",
  "meeting.edited",
  "seat.givenUp",
  "seat.taken",
  "topic.photoCaptioned",
]

/** Names of files and programs that offices themselves write in Latin letters. */
const latinAllowed = new Set(
  "PDF MB Excel WPS xls xlsx xlsb ods csv JPG PNG WebP HEIC".split(" ").map(word => word.toLowerCase()),
)

type Source = { file: string; tree: ts.SourceFile; text: string }

const sources: Source[] = readdirSync("app", { recursive: true, encoding: "utf8" })
  .filter(name => /\.tsx?$/.test(name))
  .map(name => {
    const file = join("app", name).replaceAll("\\", "/")
    const text = readFileSync(file, "utf8")
    return { file, text, tree: ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true) }
  })

function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node)
  ts.forEachChild(node, child => walk(child, visit))
}

/** The words an expression can be, where they stand in it; null where they come from elsewhere. */
function wordsOf(node: ts.Expression): string[] | null {
  if (ts.isStringLiteralLike(node)) return [node.text]
  if (!ts.isConditionalExpression(node)) return null
  const [yes, no] = [wordsOf(node.whenTrue), wordsOf(node.whenFalse)]
  return yes && no ? [...yes, ...no] : null
}

const imports = ({ text }: Source, names: RegExp) =>
  [...text.matchAll(/^import\s+[^"]*from "[^"]+"/gm)].some(([line]) => names.test(line))

/** Where what is wrong with a paper is collected, to be shown all at once. */
const collecting = ["app/records/rules.ts", "app/records/figure-facts.ts"]

/** Every code the house refuses with, by file, and the expressions that only hand one on. */
function refusedCodes() {
  const used = new Map<string, string>()
  const handedOn = new Set<string>()
  for (const source of sources) {
    if (source.file === "app/law/result.ts") continue
    const isRefusing = imports(source, /[{\s]refuse[,\s}]/)
    walk(source.tree, node => {
      if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) {
        const { text: name } = node.expression
        const isProblem = name === "problem" && /[/-]rules\.ts$/.test(source.file)
        const first = node.arguments[0]
        if (!first || !(isProblem || (name === "refuse" && isRefusing))) return
        const words = wordsOf(first)
        if (words) for (const word of words) used.set(word, source.file)
        else handedOn.add(first.getText())
      }
      // Problems collected by the rules of the records, and states that say why a round is not closed.
      if (ts.isPropertyAssignment(node) && collecting.includes(source.file) && node.name.getText() === "code") {
        const words = wordsOf(node.initializer)
        for (const word of words ?? ["decision_content_missing", "item_content_missing"]) used.set(word, source.file)
      }
      if (ts.isVariableDeclaration(node) && node.name.getText() === "notClosed")
        walk(node.initializer!, inner => {
          if (ts.isStringLiteral(inner) && inner.text !== "") used.set(inner.text, source.file)
        })
    })
  }
  return { used, handedOn }
}

/** The Chinese texts of a file, without what is put into them. */
function textsIn({ tree }: Source): string[] {
  const texts: string[] = []
  walk(tree, node => {
    const isText =
      ts.isStringLiteralLike(node) ||
      node.kind === ts.SyntaxKind.TemplateHead ||
      node.kind === ts.SyntaxKind.TemplateMiddle ||
      node.kind === ts.SyntaxKind.TemplateTail
    const text = isText ? (node as ts.LiteralLikeNode).text : ""
    if (/\p{Script=Han}|[，。！、“”]|!/u.test(text)) texts.push(text)
  })
  return texts
}

const doubled = (tables: Record<string, Record<string, unknown>>) => {
  const rooms = new Map<string, string[]>()
  for (const [room, table] of Object.entries(tables))
    for (const key of Object.keys(table)) rooms.set(key, [...(rooms.get(key) ?? []), room])
  return [...rooms].filter(([, given]) => given.length > 1)
}

test("no refusal and no action stands in the tables of two rooms", () => {
  expect(doubled(refusalTables)).toEqual([])
  expect(doubled(wordTables)).toEqual([])
})

test("every room's table is in the one table", () => {
  const sizeOf = (tables: Record<string, object>) =>
    Object.values(tables).reduce((sum, table) => sum + Object.keys(table).length, 0)
  expect(Object.keys(sentences)).toHaveLength(sizeOf(refusalTables))
  expect(Object.keys(auditWords)).toHaveLength(sizeOf(wordTables))
  const rooms = sources.flatMap(({ file }) => /^app\/(\w+)\/refusals\.ts$/.exec(file)?.[1] ?? [])
  expect(rooms.toSorted()).toEqual(Object.keys(refusalTables).toSorted())
})

test("whatever is refused has its sentence, and every sentence has its refusal", () => {
  const { used, handedOn } = refusedCodes()
  expect(used.size).toBeGreaterThan(100)
  expect([...used].filter(([code]) => !(code in sentences))).toEqual([])
  // Here a code passes through that was refused or collected elsewhere: a new one has to be looked at.
  expect([...handedOn].toSorted()).toEqual([
    "code",
    "found.failure.code",
    "matched.code",
    "notClosed[round.state]",
    "problem.code",
  ])
  // A full disk is no refusal of a use case: the database's own wrapper says it.
  expect(Object.keys(sentences).filter(code => !used.has(code) && code !== "disk_full")).toEqual([])
})

test("refusals and timelines are calm Chinese: no exclamation mark, no Latin word, no talk of a machine", () => {
  const spoken = sources.filter(({ file }) => /\/(refusals|audit-words)\.ts$/.test(file))
  const texts = spoken.flatMap(source => textsIn(source))
  expect(texts.length).toBeGreaterThan(200)
  expect(texts.filter(text => /[!！]|系统/.test(text))).toEqual([])
  const latin = texts.flatMap(text => (text.match(/[A-Za-z]+/g) ?? []).map(word => [word, text]))
  expect(latin.filter(([word]) => !latinAllowed.has(word!.toLowerCase()))).toEqual([])
})

test("whatever is audited has its words or is silent on purpose", () => {
  const audited = new Set<string>()
  for (const source of sources) {
    if (!imports(source, /registry\/audit"|"\.\/audit"/) || source.file.endsWith("audit-words.ts")) continue
    walk(source.tree, node => {
      if (ts.isStringLiteral(node) && /^[a-z][A-Za-z]*\.[a-z][A-Za-z]+$/.test(node.text)) audited.add(node.text)
      if (ts.isTemplateExpression(node) && /^[a-z][A-Za-z]*\.$/.test(node.head.text)) {
        // The comings and goings of a meeting share one call.
        expect(node.head.text).toBe("attendance.")
        for (const kind of attendanceEvents.kind.enumValues) audited.add(`attendance.${kind}`)
      }
    })
  }
  expect(audited.size).toBeGreaterThan(50)
  expect([...audited].filter(action => !(action in auditWords)).toSorted()).toEqual(silentActions)
  expect(Object.keys(auditWords).filter(action => !audited.has(action))).toEqual([])
})
