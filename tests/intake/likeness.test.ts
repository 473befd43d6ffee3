import { expect, test } from "vitest"
import type { IssueDraft } from "~/intake/issue-sheet"
import { addKnownIssue, buildLikenessIndex, findLikeness, type KnownIssue } from "~/intake/likeness"

const draft = (values: Partial<IssueDraft> = {}): IssueDraft => ({
  number: "",
  sourceNumber: "",
  title: "",
  content: "7栋楼道灯坏了",
  place: "",
  gridId: null,
  reporterName: "",
  reporterPhone: "",
  reportedOn: null,
  channel: null,
  collectorName: "",
  supporterCount: null,
  note: "",
  extra: {},
  ...values,
})

const known = (id: string, values: Partial<IssueDraft> = {}): KnownIssue => ({ id, ...draft(values) })

const against = (issue: Partial<IssueDraft>, given: Partial<IssueDraft>) =>
  findLikeness(buildLikenessIndex([known("旧", issue)]), draft(given))

test("the community's own number makes an exported row the same issue, unchanged", () => {
  const issue = { number: "振社问〔2026〕12号", reportedOn: "2026-10-09", note: "急", extra: { 等级: "一" } }
  expect(against(issue, issue)).toEqual({ kind: "unchanged", issueId: "旧" })
})

test("what the row gives otherwise is a change, what it leaves empty is not", () => {
  const found = against(
    { number: "振社问〔2026〕12号", place: "7栋", note: "急", channel: "chatGroup" },
    { number: "振社问〔2026〕12号", place: "8栋", channel: "hotline", extra: { 等级: "一" } },
  )
  expect(found).toEqual({
    kind: "changed",
    issueId: "旧",
    reason: "登记编号相同，地点、渠道、等级有改动",
    changes: [
      { column: "place", name: "地点", before: "7栋", after: "8栋" },
      { column: "channel", name: "渠道", before: "微信群", after: "服务热线" },
      { column: "extra", name: "等级", before: "", after: "一" },
    ],
  })
})

test("content, place, day and reporter together make the same issue without a number", () => {
  const issue = { place: "7栋", reportedOn: "2026-10-09", reporterName: "甲一" }
  expect(against(issue, { ...issue, content: "７栋楼道灯坏了。" })).toMatchObject({ kind: "changed", issueId: "旧" })
  expect(against(issue, issue)).toEqual({ kind: "unchanged", issueId: "旧" })
})

test("the same words of another person or on another day are like it, not the same", () => {
  const issue = { place: "7栋", reportedOn: "2026-10-09", reporterName: "甲一" }
  expect(against(issue, { ...issue, reporterName: "乙二" })).toMatchObject({
    kind: "similar",
    reason: "地点相同、内容几乎一样",
  })
  expect(against(issue, { ...issue, reportedOn: "2026-10-12" })).toMatchObject({
    kind: "similar",
    reason: "地点相同、提出人相同、内容几乎一样",
  })
})

test("the same words alone do not make the same issue", () => {
  expect(against({}, {})).toMatchObject({ kind: "similar" })
})

test("a sheet's long number is trusted, a running number only with like words", () => {
  expect(against({ sourceNumber: "WG1-2026-001" }, { sourceNumber: "WG1-2026-001", content: "整段重写" }).kind).toBe(
    "changed",
  )
  expect(against({ sourceNumber: "1" }, { sourceNumber: "1", content: "广场舞音响太吵" })).toEqual({ kind: "new" })
  expect(against({ sourceNumber: "1" }, { sourceNumber: "1", content: "7栋楼道灯又坏了" }).kind).toBe("changed")
  expect(
    against(
      { sourceNumber: "1", reporterName: "甲一", reportedOn: "2026-09-01" },
      { sourceNumber: "1", reporterName: "乙二", reportedOn: "2026-10-01" },
    ).kind,
  ).toBe("similar")
})

test("other words for one trouble at one place are alike, with the reason", () => {
  const found = against(
    { content: "7栋2单元楼道灯坏了，麻烦看看", place: "7栋" },
    { content: "七号楼二单元楼道的灯坏了", place: "7号楼" },
  )
  expect(found).toMatchObject({ kind: "similar", issueId: "旧" })
  expect(found).toHaveProperty("reason", expect.stringMatching(/^地点相同、内容有[七八九]成相像$/))
})

test("a place written into the words counts like one in its own column", () => {
  expect(against({ content: "7栋楼道灯坏了" }, { content: "楼道灯坏了", place: "7栋" })).toMatchObject({
    kind: "similar",
  })
})

test.each([
  ["another building", { content: "8栋楼道灯坏了" }],
  ["another entrance", { content: "7栋1单元楼道灯坏了" }],
])("the same trouble in %s is new", (_, given) => {
  expect(against({ content: "7栋2单元楼道灯坏了" }, given)).toEqual({ kind: "new" })
})

test("another grid or another gate is another matter", () => {
  expect(against({ gridId: "g1" }, { gridId: "g2" })).toEqual({ kind: "new" })
  expect(against({ content: "小区南门道闸坏了" }, { content: "小区北门道闸坏了" })).toEqual({ kind: "new" })
})

test("what only shares a few words is new", () => {
  expect(against({ content: "广场舞音响太吵，影响孩子写作业" }, { content: "广场地砖松动，老人容易摔倒" })).toEqual({
    kind: "new",
  })
})

test("the likest of several is named", () => {
  const index = buildLikenessIndex([
    known("甲", { content: "7栋楼道的灯不太亮" }),
    known("乙", { content: "7栋楼道的灯坏了" }),
    known("丙", { content: "7栋门口积水" }),
  ])
  expect(findLikeness(index, draft())).toMatchObject({ kind: "similar", issueId: "乙" })
})

test("rows of one file are compared with each other as they are added", () => {
  const index = buildLikenessIndex([])
  expect(findLikeness(index, draft())).toEqual({ kind: "new" })
  addKnownIssue(index, known("第5行"))
  expect(findLikeness(index, draft({ content: "7栋楼道灯又坏了" }))).toMatchObject({
    kind: "similar",
    issueId: "第5行",
  })
})

test("five thousand new rows are compared with five thousand known ones, each finding its like", () => {
  const troubles = ["楼道灯坏了", "单元门关不上", "下水道堵了", "电梯异响", "墙皮脱落", "积水结冰", "乱停车堵住通道"]
  const content = (i: number) => `${i + 1}栋${troubles[i % troubles.length]}，住户出入很不方便`
  const index = buildLikenessIndex(Array.from({ length: 5000 }, (_, i) => known(`${i}`, { content: content(i) })))
  const found = Array.from({ length: 5000 }, (_, i) =>
    findLikeness(index, draft({ content: `${content(i)}，请尽快处理`, reporterName: "甲一" })),
  )
  expect(found.filter((likeness, i) => likeness.kind === "similar" && likeness.issueId === `${i}`).length).toBe(5000)
})
