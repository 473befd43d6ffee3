import { expect, test } from "vitest"
import { documentKinds } from "#db/schema/registry"
import { retentionNames, retentionOf } from "~/registry/retention"

test("every kind of paper is kept for one of the three periods, and says as what", () => {
  for (const kind of documentKinds) {
    const { keptAs, because } = retentionOf(kind)
    expect(retentionNames[keptAs], kind).toBeDefined()
    expect(because, kind).not.toBe("")
  }
})

test.each([
  ["record", "永久", "会议记录、决定"],
  ["minutes", "永久", "会议记录、决定"],
  ["briefMinutes", "永久", "会议记录、决定"],
  ["resolution", "永久", "会议记录、决定"],
  ["countReport", "永久", "会议记录、决定"],
  ["debateRules", "30年", "制度"],
  ["publicNotice", "30年", "表决、公示和办理的凭据"],
  ["convocation", "10年", "一般通知"],
  ["opinionForm", "10年", "一般表格"],
] as const)("%s is kept %s, as %s", (kind, name, because) => {
  const kept = retentionOf(kind)
  expect([retentionNames[kept.keptAs].name, kept.because]).toEqual([name, because])
})
