import type { DemoPerson } from "./people"

type Household = [grid: string, address: string, women: string, men: string]

/** Residents of the two estates, women and men of each building. */
const households: Household[] = [
  ["第一网格", "银杏家园1栋", "甲三 甲四", "甲五"],
  ["第一网格", "银杏家园2栋", "甲六", "甲七 甲八"],
  ["第一网格", "银杏家园4栋", "甲九 甲十", "乙三"],
  ["第一网格", "银杏家园5栋", "乙四", "乙五"],
  ["第一网格", "银杏家园6栋", "乙六", "乙七"],
  ["第二网格", "银杏家园7栋", "乙八 乙九", "乙十"],
  ["第二网格", "银杏家园8栋", "丙四", "丙五"],
  ["第二网格", "银杏家园10栋", "丙六", "丙七 丙八"],
  ["第二网格", "银杏家园11栋", "丙九 戌一", "丙十"],
  ["第二网格", "银杏家园12栋", "戌二", "戌三"],
  ["第三网格", "悦园1栋", "丁七", "丁八"],
  ["第三网格", "悦园2栋", "丁九 丁十", ""],
  ["第三网格", "悦园4栋", "戊一", "戊二"],
  ["第三网格", "悦园6栋", "寅四 戊三", "戊四"],
  ["第三网格", "悦园8栋", "己一", "己二"],
  ["第四网格", "悦园9栋", "己三", "己四 己五"],
  ["第四网格", "悦园10栋", "庚一 庚二", "庚三"],
  ["第四网格", "悦园13栋", "庚四", "庚五"],
  ["第四网格", "悦园14栋", "辛一", "辛二"],
  ["第四网格", "悦园16栋", "辛三 辛四", "辛五"],
]

const namesIn = (text: string) => text.split(" ").filter(Boolean)

/** All of them, each with a telephone of nobody's. */
export const residents: DemoPerson[] = households
  .flatMap(([grid, address, women, men]) => [
    ...namesIn(women).map(name => ({ name, gender: "female" as const, address, grid })),
    ...namesIn(men).map(name => ({ name, gender: "male" as const, address, grid })),
  ])
  .map((resident, at) => ({ ...resident, phone: `1390000${1001 + at}` }))

/** Someone who speaks up: 寅四, with the telephone the register has. */
export function residentNamed(name: string): DemoPerson {
  const found = residents.find(resident => resident.name === name)
  if (!found) throw new Error(`nobody in the demo is called ${name}`)
  return found
}
