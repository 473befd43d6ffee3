import fc from "fast-check"
import { expect, test } from "vitest"
import { applyMarks, hasSecretNumber, type KnownToMasking, maskText } from "~/law/masking"

const known: KnownToMasking = {
  people: [
    { name: "王小红", gender: "女", isPublicRole: false },
    { name: "王小", gender: "男", isPublicRole: false },
    { name: "甲一", gender: null, isPublicRole: false },
    { name: "丑主持", gender: "男", isPublicRole: true },
    { name: "悦园", gender: null, isPublicRole: false },
    { name: "阿依甲·买买乙", gender: "女", isPublicRole: false },
  ],
  places: ["悦园小区", "振兴物业服务有限公司"],
  venues: [{ words: "党群服务中心5号楼201室", kind: "public" }],
  phones: ["0500-0000001"],
}
const publicText = (text: string) => applyMarks(text, maskText(text, known))
const rulesIn = (text: string) => maskText(text, known).map(mark => `${mark.rule}: ${mark.original}`)

test.each([
  ["王小红提出的意见", "王女士提出的意见"],
  ["王小和王小红都说好", "王先生和王女士都说好"],
  ["王　小　红表示赞成", "王女士表示赞成"],
  ["甲一、王小红二人", "甲*、王女士二人"],
  ["阿依甲•买买乙反映", "阿*反映"],
  ["寅女士反映", "寅女士反映"],
])("个人信息保护法25: a resident in %s reads %s", (text, shown) => {
  expect(publicText(text)).toBe(shown)
})

test("a name within the name of an estate or a firm is no person", () => {
  expect(publicText("悦园小区门前，悦园住户悦园反映")).toBe("悦园小区门前，悦*住户悦*反映")
  const [mark] = maskText("甲一小区东门", known)
  expect(mark).toMatchObject({
    original: "甲一",
    shown: "甲一",
    reason: "看起来是地名或单位名的一部分，没有遮盖，请核对。",
  })
})

test("whoever is named in an office stays by name, unless a resident is called the same", () => {
  expect(maskText("由丑主持负责", known)).toEqual([
    { at: 1, original: "丑主持", shown: "丑主持", rule: "name", reason: "以职务身份出现，姓名可以公开。" },
  ])
  const both = [...known.people, { name: "丑主持", gender: "女" as const, isPublicRole: false }]
  expect(applyMarks("由丑主持负责", maskText("由丑主持负责", { people: both }))).toBe("由丑*负责")
})

test.each([
  ["12栋二单元301室渗水", "12栋渗水"],
  ["12栋2单元301", "12栋"],
  ["5号楼201住户", "5号楼住户"],
  ["5号楼201室", "5号楼"],
  ["十二栋三零一室", "十二栋"],
  ["家住3-2-501", "家住3栋"],
  ["3-501室", "3栋"],
  ["三单元502室", "（房号略）"],
  ["12幢3-501", "12幢"],
  ["3号楼2单元五楼东户", "3号楼"],
  ["12栋1201、1202室和1203室", "12栋"],
  ["A座1201室", "A座"],
  ["5-201业主", "5栋业主"],
  ["一号楼三零二", "一号楼"],
  ["１２栋３０１室", "12栋"],
])("a door in %s is kept to its building: %s", (text, shown) => {
  expect(publicText(text)).toBe(shown)
})

test.each([
  "3号楼120户居民",
  "3号楼共有201人参加",
  "12栋二单元的楼道灯",
  "党群服务中心5号楼201室",
  "社区服务中心二楼203室",
  "三室一厅",
  "1-3号楼",
  "第3-12-301条",
  "3号楼2026-10-08开工",
  "3号楼3600平方米，5栋2026年改造",
  "会议从14:30至16:05",
  "2026-10-08至2026-10-23公示",
  "2026年3月5日",
  "预算48600000元",
  "河道长度1800000米",
  "振社公〔2026〕12号",
  "到会10/12，赞成7/10",
  "2025-2026年度",
  "日期20261008",
  "残疾人坡道和无障碍通道",
  "病虫害防治",
  "卫生死角是个老毛病",
  "电话：0500-0000001",
  "电话0500 0000001或者0000001",
])("nothing is taken out of %s", text => {
  expect(publicText(text)).toBe(text)
})

test.each([
  ["电话13900000001", "电话（电话略）"],
  ["联系+86 139-0000-0001。", "联系（电话略）。"],
  ["１３９　００００　０００１", "（电话略）"],
  ["一三九零零零零一二三四", "（电话略）"],
  ["13900000001/13900000002", "（电话略）/（电话略）"],
  ["座机0500-0000009转801", "座机（电话略）"],
  ["(0500)0000009", "（电话略）"],
  ["400-000-0001", "（电话略）"],
  ["电话8688 6666", "电话（电话略）"],
  ["打86886666", "打（电话略）"],
  ["电话86886666-801", "电话（电话略）"],
  ["320102199003070011", "（证件号略）"],
  ["32010219900307001X", "（证件号略）"],
  ["320102 19900307 001x", "（证件号略）"],
  ["320102900307001", "（证件号略）"],
  ["6222 0200 0000 0000 123", "（证件号略）"],
  ["护照E12345678", "护照（证件号略）"],
  ["工号123456789", "工号（证件号略）"],
])("个人信息保护法28: the number in %s goes out: %s", (text, shown) => {
  expect(publicText(text)).toBe(shown)
})

test("what is said of somebody's health goes out, of works and services it stays", () => {
  expect(publicText("王小红患有尿毒症，长期住院，出行不便")).toBe("王女士（健康情况略），（健康情况略），出行不便")
  expect(publicText("甲一患病住院，独居老人失能")).toBe("甲*（健康情况略），独居老人（健康情况略）")
  expect(publicText("3栋李阿姨肢体残疾")).toBe("3栋李阿姨（健康情况略）")
  expect(publicText("其他住户希望给病人留通道")).toBe("其他住户希望给病人留通道")
})

test("each spot says where it lies, what stood there and why it is gone", () => {
  const text = "𬭎先生、王小红（12栋二单元301室，13900000001）"
  const marks = maskText(text, known)
  expect(rulesIn(text)).toEqual(["name: 王小红", "room: 12栋二单元301室", "phone: 13900000001"])
  for (const mark of marks) {
    expect(text.slice(mark.at, mark.at + mark.original.length)).toBe(mark.original)
    expect(mark.reason).toMatch(/。$/)
  }
})

const filler = fc.stringMatching(/^[的一二楼在说，。、：（）和年月日元号室第 \n]{0,6}$/)
const separator = fc.constantFrom("", "", "-", " ", "　", "－", "—", "·", ".", " - ", "\u200b")
const shape = fc.constantFrom(
  (digit: string) => digit,
  (digit: string) => String.fromCodePoint(0xff10 + Number(digit)),
  (digit: string) => String.fromCodePoint(0x1d7ce + Number(digit)),
)
const digits = (length: number) => fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
const mobile = fc.tuple(fc.integer({ min: 3, max: 9 }), digits(9)).map(([second, rest]) => `1${second}${rest.join("")}`)
const identity = fc
  .tuple(
    digits(5),
    fc.date({ min: new Date("1930-01-01"), max: new Date("2020-12-31"), noInvalidDate: true }),
    digits(3),
  )
  .map(
    ([area, born, last]) => `3${area.join("")}${born.toISOString().slice(0, 10).replaceAll("-", "")}${last.join("")}X`,
  )
const grouped = (number: string, sizes: number[], by: string, form: (digit: string) => string) => {
  const parts: string[] = []
  let at = 0
  for (const size of sizes) {
    parts.push(number.slice(at, at + size))
    at += size
  }
  return parts.join(by).replace(/\d/g, form)
}
const secret = fc
  .tuple(fc.oneof(mobile, identity), separator, shape)
  .map(([number, by, form]) => grouped(number, number.length === 11 ? [3, 4, 4] : [6, 8, 4], by, form))

test("no phone and no identity number survives, wherever it stands and however it is written", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(filler, secret), { minLength: 1, maxLength: 3 }), filler, (parts, end) => {
      const text = `${parts.map(([before, number]) => `${before}；${number}`).join("")}；${end}`
      const shown = publicText(text).normalize("NFKC")
      for (const [, number] of parts) {
        const plain = number.normalize("NFKC").replace(/[^0-9X]/g, "")
        expect(shown.replace(/[^0-9X]/g, "")).not.toContain(plain)
      }
      expect(hasSecretNumber(publicText(text))).toBe(false)
    }),
    { numRuns: Number(process.env.PROPERTY_RUNS ?? 500) },
  )
})

test("marks lie in order, do not overlap, and what is around them stays as it was", () => {
  const piece = fc.constantFrom(
    "王小红",
    "甲一",
    "12栋301室",
    "13900000001",
    "患癌症",
    "悦园小区",
    "𬭎",
    "，",
    "说",
    "二单元",
    "8",
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), pieces => {
      const text = pieces.join("")
      let [at, rest] = [0, ""]
      for (const mark of maskText(text, known)) {
        expect(mark.at).toBeGreaterThanOrEqual(at)
        expect(text.slice(mark.at, mark.at + mark.original.length)).toBe(mark.original)
        rest += text.slice(at, mark.at) + mark.shown
        at = mark.at + mark.original.length
      }
      expect(publicText(text)).toBe(rest + text.slice(at))
    }),
  )
})
