// Checks a chain of signed archive digests without the program that made it: only Node.js is needed.
//   node check-digest.mjs digests.json [folder of an unpacked yearly package] [an earlier chain file to hold it against]
import { createHash, createPublicKey, verify } from "node:crypto"
import { existsSync, readFileSync, statSync } from "node:fs"
import { join } from "node:path"

const sha256 = data => createHash("sha256").update(data).digest("hex")
const readJson = file => JSON.parse(readFileSync(file, "utf8"))
const faults = []
const fault = text => faults.push(text)

const [chainFile, ...rest] = process.argv.slice(2)
if (!chainFile) {
  console.error("用法：node check-digest.mjs 摘要文件.json [解开的档案包文件夹] [留存的摘要文件.json]")
  process.exit(2)
}
const folder = rest.find(path => existsSync(path) && statSync(path).isDirectory())
const earlierFile = rest.find(path => path !== folder)
const { publicKey, digests } = readJson(chainFile)

/** The text that was signed: keys in order, no spaces. */
const signedText = ({ at, communityId, digest, documentCount, previousDigest, sequence }) =>
  JSON.stringify({ at, communityId, digest, documentCount, previousDigest, sequence })

/** What was hashed of a document's registration: keys in order, no spaces. */
const registeredText = ({ createdBy, format, kind, number, subjectId, subjectKind, title, version }) =>
  JSON.stringify({ createdBy, format, kind, number, subjectId, subjectKind, title, version })

/** What was hashed of a withdrawal: keys in order, no spaces. */
const withdrawalText = ({ documentId, reason, withdrawnAt, withdrawnBy }) =>
  JSON.stringify({ documentId, reason, withdrawnAt, withdrawnBy })

/** With codes, or for fewer people than may take the archive: these may be in the index alone. */
const keptApart = [
  "ballotPapers",
  "checkInSlips",
  "countSheet",
  "dutyLedger",
  "dutyList",
  "paperRegister",
  "satisfactionForm",
]

/** Whether the columns of an index line say what its document is registered as. */
const saysTheSame = ({ registered, ...line }) =>
  line.title === registered.title.replace(/\s+/g, " ") &&
  line.number === (registered.number ?? "") &&
  line.version === registered.version &&
  line.format === registered.format &&
  line.issuedBy === registered.createdBy

/** The day in China, which is eight hours ahead all year. */
const dayOf = moment => new Date(Date.parse(moment) + 8 * 60 * 60 * 1000).toISOString().slice(0, 10)

function isSigned(row) {
  try {
    const x = Buffer.from(row.publicKey, "base64").toString("base64url")
    const key = createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x }, format: "jwk" })
    return verify(null, Buffer.from(signedText(row)), key, Buffer.from(row.signature, "base64"))
  } catch {
    return false
  }
}

// 1. Each digest follows the one before it and is signed.
let before = { sequence: 0, digest: "" }
for (const row of digests) {
  if (row.sequence !== before.sequence + 1) fault(`第${row.sequence}次签名之前缺了一次`)
  else if (row.previousDigest !== before.digest) fault(`第${row.sequence}次签名接不上前一次`)
  if (!isSigned(row)) fault(`第${row.sequence}次的签名不对`)
  before = row
}
const last = digests.at(-1)
if (last && last.publicKey !== publicKey) fault("最近一次签名不是用文件里写的公钥签的")

// 2. The digests whose lines are there come out right, and the files of the package are those in the lines.
const lineOf = new Map()
const withdrawalOf = new Map()
/** A line about a document begins with its id, any other with a word. */
const isOfDocument = line => !/^(entry|withdrawal) /.test(line)
let recomputed = 0
for (const row of digests) {
  if (!row.lines) continue
  recomputed += 1
  if (row.lines.filter(isOfDocument).length !== row.documentCount) fault(`第${row.sequence}次签名的份数不对`)
  const text = [row.previousDigest, ...[...row.lines].sort()].map(line => `${line}\n`).join("")
  if (sha256(text) !== row.digest) fault(`第${row.sequence}次签名的摘要算出来不一样`)
  for (const line of row.lines) {
    const [first, id, hash] = line.split(" ")
    if (isOfDocument(line)) lineOf.set(first, line.split(" "))
    else if (first === "withdrawal") withdrawalOf.set(id, hash)
  }
}
let files = 0
let apart = 0
if (folder) {
  const { year, documents } = readJson(join(folder, "index.json"))
  for (const one of documents) {
    const name = `${one.fileCode} ${one.title}`
    const [, fileHash, factsHash, registrationHash, moment] = lineOf.get(one.documentId) ?? []
    if (!fileHash) fault(`${name}：没有签名摘要盖住它`)
    else if (
      fileHash !== one.fileHash ||
      factsHash !== one.factsHash ||
      registrationHash !== one.registrationHash ||
      registrationHash !== sha256(registeredText(one.registered ?? {})) ||
      !saysTheSame(one) ||
      one.date !== dayOf(moment)
    )
      fault(`${name}：目录和签名摘要不一样`)
    if (moment && !dayOf(moment).startsWith(`${year}-`)) fault(`${name}：不是${year}年归档的`)
    const withdrawal = withdrawalOf.get(one.documentId)
    if ((one.status === "已撤回") !== (withdrawal !== undefined)) fault(`${name}：撤回没有，目录和签名摘要不一样`)
    else if (withdrawal && sha256(withdrawalText(one.withdrawn ?? {})) !== withdrawal)
      fault(`${name}：撤回的原因、时间或者经办人，目录和签名摘要不一样`)
    if (one.file === "") {
      apart += 1
      if (!keptApart.includes(one.registered?.kind)) fault(`${name}：文件不在包里`)
      continue
    }
    for (const [name, hash] of [
      [one.file, fileHash],
      [one.factsFile, factsHash],
    ]) {
      files += 1
      if (!existsSync(join(folder, name))) fault(`缺文件：${name}`)
      else if (sha256(readFileSync(join(folder, name))) !== hash) fault(`文件改过：${name}`)
    }
  }
  // Whatever was filed in the year is in the index, if only with an empty file.
  const listed = new Set(documents.map(one => one.documentId))
  for (const row of digests) {
    for (const [id, , , , moment] of (row.lines ?? []).filter(isOfDocument).map(line => line.split(" ")))
      if (dayOf(moment).startsWith(`${year}-`) && !listed.has(id)) fault(`第${row.sequence}次签名收了${id}，目录里没有`)
    // Later ones may hold a withdrawal of what was filed in the year.
    if (dayOf(row.at) >= `${year}-01-01` && !row.lines) fault(`第${row.sequence}次签名没有列出各行，看不出少没少`)
  }
}

// 3. What somebody kept from earlier is still part of the chain.
if (earlierFile) {
  const now = new Map(digests.map(row => [row.sequence, row]))
  const earlier = readJson(earlierFile)
  for (const row of earlier.digests) {
    if (now.get(row.sequence)?.digest !== row.digest) fault(`留存的第${row.sequence}次摘要和现在的不一样`)
    else if (!isSigned(row)) fault(`留存的第${row.sequence}次的签名不对`)
  }
  if (earlier.publicKey !== publicKey) console.log("注意：公钥和留存时的不一样，请向社区问明什么时候换的、为什么换。")
}

for (const text of faults) console.log(`✗ ${text}`)
if (apart > 0) console.log(`另有${apart}份只在目录里，文件不在包里，原因见备注。`)
console.log(
  `签名${digests.length}次，重算摘要${recomputed}次，核对文件${files}个${earlierFile ? "，对照了留存的摘要" : ""}：` +
    (faults.length === 0 ? "都对得上。" : `有${faults.length}处对不上。`),
)
console.log(`公钥：${publicKey}`)
process.exit(faults.length === 0 ? 0 : 1)
