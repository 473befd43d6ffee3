import { randomBytes } from "node:crypto"
import { pinyin } from "pinyin-pro"
import type { Writer } from "#db/client"
import { type Role, roles } from "#db/schema/people-accounts"
import { done, type Result } from "~/law/result"
import { actionOf, type ImportRowDraft, type ImportSpec, type StoredImportRow } from "~/registry/import-rules"
import type { RecognizedRow } from "~/registry/table-recognition"
import type { Ctx } from "~/web/context"
import { listAccountsWithRoles, listTakenEntries } from "../account-store"
import { createAccountIn, namesOf } from "../accounts"
import { accountColumns } from "../import-columns"
import {
  columnNames,
  draftOf,
  personFact,
  personOfRow,
  readRow,
  registerSpec,
  rememberPersons,
  rememberRows,
  todayOf,
} from "../import-rows"
import { hashPassword } from "../passwords"
import { may } from "../permissions"
import { readPersonIndex } from "../person-matching"
import { loginNameProblem } from "../rules"

type AccountRow = { name: string; loginName: string; phone: string | null; roles: Role[]; isKnown: boolean | null }

const roleWords: Record<Role, string> = {
  administrator: "管理员 系统管理员 社区管理员",
  secretary: "社区书记/社工 社区书记 书记 社工 社区工作者 社区书记社工 主任 社区干部",
  gridWorker: "网格员 网格长 微网格员 专职网格员 兼职网格员",
  handler: "承办人 承办 物业 部门 职能部门 办理人",
  delegate: "代表 居民代表 议事代表",
  reviewer: "复核人 复核 审核人 审核",
  viewer: "街道 查看 只看 街道查看",
}
const rolesByWord = new Map<string, Role>()
for (const role of roles) for (const word of roleWords[role].split(" ")) rolesByWord.set(word, role)

/** 社区书记/社工、网格员 → the roles; null when a word is not known. */
export function parseRoles(text: string): Role[] | null {
  const plain = text.normalize("NFKC").replace(/\s+/g, "")
  const whole = rolesByWord.get(plain)
  if (whole) return [whole]
  const found = plain.split(/[、,;和]+/).flatMap(part => {
    const one = rolesByWord.get(part)
    return one ? [one] : part.split("/").map(word => rolesByWord.get(word))
  })
  return found.length > 0 && found.every(role => role !== undefined) ? [...new Set(found)] : null
}

/** 甲一 → jiayi, or jiayi2 where that is taken. */
function makeLoginName(name: string, isTaken: (loginName: string) => boolean): string {
  const sound = pinyin(name, { toneType: "none", type: "array", mode: "surname", nonZh: "consecutive" })
  const base =
    sound
      .join("")
      .toLowerCase()
      .replace(/[^a-z]/g, "")
      .slice(0, 24) || "member"
  for (let at = 1; ; at++) {
    const loginName = `${base.length < 2 ? `${base}${base}` : base}${at === 1 ? "" : at}`
    if (!isTaken(loginName)) return loginName
  }
}

/**
 * Accounts from a list. They are made without a password anyone knows: passwords are given afterwards, many at once, on
 * a page that shows them one time only.
 */
export const accountsImport: ImportSpec = {
  ...registerSpec,
  kind: "accounts",
  title: "账号",
  columns: accountColumns,
  mayImport: ctx => may(ctx.actor, "account:manage"),
  lockOf: communityId => `accounts:${communityId}`,
  examine,
  confirm,
  showRow: values => {
    const row = values as AccountRow
    const facts = [row.loginName && `登录名${row.loginName}`, row.phone, namesOf(row.roles), personFact(row.isKnown)]
    return { title: row.name || "（没有姓名）", facts: facts.filter(Boolean) as string[] }
  },
  home: slug => ({ to: `/c/${slug}/accounts/passwords`, label: "待发临时密码的账号" }),
}

async function examine(ctx: Ctx, rows: RecognizedRow[]): Promise<ImportRowDraft[]> {
  const accounts = await listAccountsWithRoles(ctx.db.read, ctx.community.id)
  const index = await readPersonIndex(ctx.db.read, ctx.community.id)
  const names = columnNames(accountsImport)
  const [persons, phones] = [rememberPersons(), rememberRows()]
  const readers = rows.map(row => readRow(row, todayOf(ctx), names, ctx))
  const given = readers.map(reader => reader.text("loginName", 30).normalize("NFKC").toLowerCase())
  const numbers = readers.map(reader => reader.phone())
  const madeUp = readers.map(reader => makeLoginName(reader.text("name"), () => false))
  // Names made up from a sound may need a number: the few that could be taken are asked for at once.
  const guesses = madeUp.flatMap(name => [name, ...Array.from({ length: 30 }, (_, at) => `${name}${at + 2}`)])
  const taken = await listTakenEntries(
    ctx.db.read,
    [...new Set([...given.filter(Boolean), ...guesses])],
    numbers.flatMap(number => number ?? []),
  )
  const used = new Map<string, number>()
  for (const [at, loginName] of given.entries())
    if (loginName && !used.has(loginName)) used.set(loginName, rows[at]!.rowNumber)
  return rows.map((row, at) => {
    const [reader, phone] = [readers[at]!, numbers[at]!]
    const name = reader.text("name", 30)
    const word = reader.text("roles")
    const parsed = parseRoles(word)
    if (!parsed) reader.fault(word ? `岗位“${word}”看不明白，请用模板里的写法` : "没有填岗位")
    const shared = phone ? phones.earlier(phone, row.rowNumber) : null
    if (shared !== null) reader.fault(`手机${phone}与第${shared}行相同，一个号码只能用在一个账号上`)
    const meant = personOfRow(reader, index, name, phone)
    const before = meant && shared === null ? persons.earlier(meant, name, phone, row.rowNumber) : null
    if (before !== null) reader.fault(`与第${before}行是同一个人，请只留一行；不是同一个人的，请填手机`)
    const existing = accounts.find(account => account.personId === meant?.person?.id)
    let loginName = existing?.loginName ?? given[at]!
    if (!existing && loginName) {
      const problem = loginNameProblem(loginName)
      if (problem) reader.fault(problem)
      if (taken.loginNames.has(loginName)) reader.fault(`登录名“${loginName}”已经有人用，请换一个`)
      const first = used.get(loginName)!
      if (first !== row.rowNumber) reader.fault(`登录名与第${first}行相同，请换一个`)
    }
    if (!existing && !loginName) {
      loginName = makeLoginName(name, one => taken.loginNames.has(one) || used.has(one))
      used.set(loginName, row.rowNumber)
    }
    if (!existing && phone && taken.phones.has(phone)) reader.fault(`手机${phone}已经用在另一个账号上`)
    const values: AccountRow = { name, loginName, phone, roles: parsed ?? [], isKnown: meant && Boolean(meant.person) }
    return draftOf(row, reader, values, {
      status: existing ? "unchanged" : "new",
      existingId: existing?.id ?? null,
      reasons: existing ? [`已有账号（${namesOf(existing.roles)}），导入不会改动它；要改请在账号列表里打开`] : [],
    })
  })
}

async function confirm(q: Writer, ctx: Ctx, rows: StoredImportRow[]): Promise<Result<Record<string, number>>> {
  const index = await readPersonIndex(q, ctx.community.id)
  // Of a random text that is kept nowhere: nobody enters with it.
  const passwordHash = await hashPassword(randomBytes(32).toString("base64url"))
  let added = 0
  for (const row of rows) {
    if (actionOf(row) !== "add") continue
    const { name, phone, loginName, roles: given } = row.values as AccountRow
    const input = { person: { name, phone }, loginName, phone, roles: given }
    const made = await createAccountIn(q, ctx, input, passwordHash, index)
    if (!made.ok) return made
    added += 1
  }
  return done({ added })
}
