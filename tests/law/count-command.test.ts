import { spawnSync } from "node:child_process"
import { mkdtempSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { expect, test } from "vitest"

const folder = mkdtempSync(join(tmpdir(), "owners-table-"))
function run(bytes: string | Uint8Array, ...words: string[]) {
  const path = join(folder, "表决数字.csv")
  writeFileSync(path, bytes)
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--import", "tsx", "scripts/count-owners.ts", path, ...words],
    {
      encoding: "utf8",
    },
  )
  return { status, stdout, said: stderr.split("\n").filter(line => line.startsWith("第") || line.startsWith("表头")) }
}

test("the command prints one line per row: its number, a tab and the verdict, with reasons apart", () => {
  const table = [
    "\ufeffcls,owners, heads_part ,heads_yes,area,area_part,area_yes,备注",
    'B,60,40,21,"5,120.5",3413.67,1706.84,管道',
    "",
    "A,60,40,29,60,40,30,",
    "B,60,39,39,60,40,40,",
    ",,,,,,,",
    'B,60,40,21,"1,234.5""",40,21,',
  ].join("\r\n")
  expect(run(table)).toEqual({
    status: 0,
    stdout: "1\tpass\n2\tfail\n3\tno-participation\n4\tcannot\n5\tcannot\n",
    said: ["第4行：“”不是A或者B", '第5行：总面积“1,234.5"”不是数'],
  })
})

test("it reads GBK, tabs, and tells every condition when asked", () => {
  // 甲 and 乙 in GBK.
  const rows = [
    "owners\theads_part\theads_yes\tarea\tarea_part\tarea_yes\tcls",
    "4\t4\t3\t4\t4\t3\t\xbc\xd7",
    "4\t4\t2\t4\t4\t2\t\xd2\xd2",
  ]
  const { status, stdout } = run(Buffer.from(rows.join("\n"), "latin1"), "--explain")
  expect(status).toBe(0)
  expect(stdout.split("\n").map(line => line.split("\t").slice(0, 2).join(" "))).toEqual(["1 pass", "2 fail", ""])
  expect(stdout).toContain("2\tfail\t参与人数4/4达到三分之二以上；")
})

test("a table without its columns is refused with nothing on standard output", () => {
  expect(run("owners,area\n60,60\n")).toEqual({
    status: 2,
    stdout: "",
    said: [
      "表头里没有heads_part、heads_yes、area_part、area_yes、cls。",
      "表头要有：owners,heads_part,heads_yes,area,area_part,area_yes,cls",
    ],
  })
})
