import { expect, test } from "vitest"
import { aWorld } from "#tests/world"
import { isInColumn, navigationOf } from "~/people/navigation"

const home = "/c/zhenxing"

test.each([
  ["/c/zhenxing", "工作台"],
  ["/c/zhenxing/topics/1/proposal", "议题"],
  ["/c/zhenxing/polls/1", "书面表决"],
  // Reached from the pages of 名册 and 会议, they light up their columns.
  ["/c/zhenxing/accounts/1", "名册"],
  ["/c/zhenxing/venues", "会议"],
])("%s belongs to the column %s and to no other", async (pathname, label) => {
  const { actor } = await (await aWorld()).as("administrator")
  const columns = navigationOf({ ...actor, roles: ["administrator", "secretary"] }, "zhenxing")
  expect(columns.filter(column => isInColumn(column, home, pathname)).map(column => column.label)).toEqual([label])
})

test("one's own sign-ins belong to no column", async () => {
  const { actor } = await (await aWorld()).as("administrator")
  const columns = navigationOf(actor, "zhenxing")
  expect(columns.filter(column => isInColumn(column, home, "/c/zhenxing/accounts/own"))).toEqual([])
})

test("a delegate finds the columns he may open, and 规程 among them", async () => {
  const { actor } = await (await aWorld()).as("delegate")
  const labels = navigationOf(actor, "zhenxing").map(column => column.label)
  expect(labels).toContain("规程")
  expect(labels).not.toContain("名册")
})
