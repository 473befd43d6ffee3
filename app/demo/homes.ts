import type { AreaSource, UnitHolding, UnitKind } from "#db/schema/estates"

/** What a unit of the demo is: its room, 平方米, who owns it; `shares` where they hold it by shares. */
export type DemoUnit = {
  label: string
  area: string
  owners: string[]
  kind?: UnitKind
  areaSource?: AreaSource
  holding?: UnitHolding
  shares?: string[]
}
export type DemoEstate = {
  name: string
  address: string
  developer: string
  propertyCompany: string
  buildings: Record<string, DemoUnit[]>
  leaders: Record<string, string>
}

const numbered = (last: number) => Object.fromEntries(Array.from({ length: last }, (_, at) => [`${at + 1}栋`, []]))

/**
 * Twelve homes on six floors. `owners` by room; a name that stands twice is one buyer of several units, + joins co-owners,
 * and an empty one is the developer's still.
 */
const tower = (areas: [string, string], owners: string): DemoUnit[] =>
  owners.split(" ").map((held, at) => ({
    label: `${Math.floor(at / 2) + 1}0${(at % 2) + 1}室`,
    area: areas[at % 2]!,
    owners: held === "未售" ? [] : held.split("+"),
    ...(held === "未售" ? { holding: "unsold" as const } : {}),
  }))

/** The homes of the demo. 康乐里 has three buildings that share one sewer; its owners count through the sixty pairs of the calendar. */
export const demoEstates: DemoEstate[] = [
  {
    name: "银杏家园",
    address: "云上街道银杏路1号",
    developer: "银杏置业",
    propertyCompany: "银杏物业",
    buildings: {
      ...numbered(12),
      "12栋": [
        { label: "一单元101室", area: "98.53", owners: ["庚七"] },
        { label: "一单元102室", area: "86.4", owners: ["戌二"] },
        { label: "一单元201室", area: "98.53", owners: ["戌三", "丙九"] },
        { label: "一单元202室", area: "86.4", owners: ["丑二"] },
        { label: "一单元301室", area: "98.53", owners: ["庚七"] },
        { label: "一单元302室", area: "86.4", owners: [], holding: "unsold" },
        { label: "车库3号", area: "13.25", owners: ["辛八"], kind: "parking", areaSource: "survey" },
      ],
    },
    leaders: { "12栋": "庚七" },
  },
  {
    name: "悦园",
    address: "云上街道中心路18号",
    developer: "悦园置业",
    propertyCompany: "悦园物业",
    buildings: {
      ...numbered(16),
      "5栋": [
        { label: "101室", area: "120.08", owners: ["壬九"] },
        { label: "102室", area: "89.9", owners: ["癸十", "寅三"], shares: ["1/3", "2/3"] },
        { label: "201室", area: "120.08", owners: ["丙三"] },
        { label: "202室", area: "89.9", owners: ["己三"] },
        { label: "底商1号", area: "64.2", owners: ["亥二"], kind: "shop", areaSource: "contract" },
      ],
    },
    leaders: { "5栋": "壬九" },
  },
  {
    name: "康乐里",
    address: "云上街道康乐路6号",
    developer: "康乐置业",
    propertyCompany: "悦园物业",
    buildings: {
      "321栋": tower(["72.36", "68.9"], "甲子 乙丑 丙寅 丁卯 戊辰 己巳 庚午+辛未 壬申 癸酉 甲戌 乙亥 丙子"),
      "326栋": tower(["72.36", "68.9"], "丁丑 戊寅 己卯 庚辰 辛巳 壬午 癸未 甲申+乙酉 丙戌 丁丑 未售 丁亥"),
      "327栋": tower(["80.15", "75.5"], "戊子 己丑 庚寅 辛卯 壬辰 癸巳 甲午 乙未 丙申 丁酉+戊戌 己亥 未售"),
    },
    leaders: { "326栋": "戊寅" },
  },
]
