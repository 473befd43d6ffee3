import { expect, test } from "vitest"
import { readPastedText } from "~/intake/pasted-text"

// A Thursday.
const today = "2026-10-15"
const read = (text: string) => readPastedText(text, today)

test.each([
  ["in brackets", "[甲一 10月9日 18:02] 7栋楼道灯坏了，麻烦看看 13900000001"],
  ["in full-width brackets", "【甲一 2026/10/9 18:02】7栋楼道灯坏了，麻烦看看，电话：139 0000 0001"],
  ["on a line of its own", "甲一 10月9日 18:02\n7栋楼道灯坏了，麻烦看看\n13900000001"],
  ["as another program copies it", "2026-10-09 18:02:11 甲一(10001)\n7栋楼道灯坏了，麻烦看看（13900000001）"],
  ["with name and time on two lines", "甲一\n10月9日 18:02\n7栋楼道灯坏了，麻烦看看\n13900000001"],
  ["under the day of a chat record", "————— 2026-10-09 —————\n\n甲一  18:02\n\n7栋楼道灯坏了，麻烦看看13900000001"],
  ["with the time in brackets", "甲一(2026-10-09 18:02:11):\n7栋楼道灯坏了，麻烦看看\n我的电话是13900000001"],
])("who and when are found %s, and the telephone leaves the words", (_, text) => {
  expect(read(text)).toEqual({
    content: "7栋楼道灯坏了，麻烦看看",
    reporterName: "甲一",
    phone: "13900000001",
    reportedOn: "2026-10-09",
    place: "7栋",
    speakers: ["甲一"],
  })
})

test("a name alone before a colon is the speaker", () => {
  expect(read("甲一：北门路灯不亮")).toMatchObject({ reporterName: "甲一", content: "北门路灯不亮", reportedOn: null })
})

test("several messages are joined, the first speaker is the reporter, all are named", () => {
  const text = "甲一 昨天 18:02\n银杏家园3号楼2单元下水堵了\n[图片]\n\n乙二 昨天 18:05\n我家也是\n以下为新消息"
  expect(read(text)).toEqual({
    content: "银杏家园3号楼2单元下水堵了\n我家也是",
    reporterName: "甲一",
    phone: "",
    reportedOn: "2026-10-14",
    place: "银杏家园3号楼2单元",
    speakers: ["甲一", "乙二"],
  })
})

test.each([
  ["今天", "2026-10-15"],
  ["前天", "2026-10-13"],
  ["星期三", "2026-10-14"],
  ["星期五", "2026-10-09"],
  ["周四", "2026-10-15"],
  ["12月31日", "2025-12-31"],
])("%s is counted back from the day of pasting", (day, date) => {
  expect(read(`[甲一 ${day} 18:02] 漏水`).reportedOn).toBe(date)
})

test("a nickname that carries the home gives the name alone", () => {
  expect(read("[7-2-301甲一 10月9日 18:02] 漏水").reporterName).toBe("甲一")
  expect(read("[7栋甲一 10月9日 18:02] 漏水").reporterName).toBe("甲一")
})

test("labelled lines fill their fields and are no speakers", () => {
  expect(read("反映人：甲一\n地点：振兴路道口\n电话：024-12345678\n问题：道口太窄，车辆拥堵")).toMatchObject({
    reporterName: "甲一",
    place: "振兴路道口",
    phone: "024-12345678",
    speakers: [],
  })
})

test("plain words stay as they are, and nothing is invented", () => {
  expect(read("  垃圾没人清，时间：很久了 ")).toEqual({
    content: "垃圾没人清，时间：很久了",
    reporterName: "",
    phone: "",
    reportedOn: null,
    place: "",
    speakers: [],
  })
})

test("a day in the words or after today is not when it was said", () => {
  expect(read("甲一：10月1日开始停水").reportedOn).toBeNull()
  expect(read("[甲一 2027/1/1 08:00] 停水").reportedOn).toBeNull()
})

test("a nickname with a telephone gives both", () => {
  expect(read("甲一(13900000001) 10-09 18:02\n路灯不亮")).toMatchObject({ reporterName: "甲一", phone: "13900000001" })
})

test("who introduces himself is the reporter, with his home as the place", () => {
  expect(read("社区您好，我是7栋2单元301的甲一，暖气不热，电话13900000001")).toEqual({
    content: "社区您好，我是7栋2单元301的甲一，暖气不热",
    reporterName: "甲一",
    phone: "13900000001",
    reportedOn: null,
    place: "7栋2单元301",
    speakers: [],
  })
  expect(read("我是业主，漏水了").reporterName).toBe("")
})

test("a heading in brackets is part of the words", () => {
  expect(read("【急】7栋漏水")).toMatchObject({ content: "【急】7栋漏水", reporterName: "", place: "7栋" })
})

test("empty text gives an empty draft", () => {
  expect(read(" \n ")).toMatchObject({ content: "", reporterName: "", speakers: [] })
})
