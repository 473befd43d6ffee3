import type { HeadRule, OwnedUnit } from "~/law/owners"

export type HeadsCase = {
  article: string
  name: string
  units: readonly OwnedUnit[]
  parking: HeadRule["parkingArea"]
  /** Key and area in cm², in any order. */
  heads: readonly (readonly [key: string, areaCm2: number])[]
}

let made = 0
const unit = (more: Partial<OwnedUnit>): OwnedUnit => {
  made += 1
  const base = { unitId: `${made}室`, areaCm2: 100, isParking: false, ownerIds: [], developerId: "d", ...more }
  return { holding: "owned", ...base }
}
const home = (areaCm2: number, ...ownerIds: string[]) => unit({ areaCm2, ownerIds })
const parking = (areaCm2: number, ...ownerIds: string[]) => unit({ areaCm2, ownerIds, isParking: true })
const unsold = (areaCm2: number, developerId: string | null = "d") => unit({ areaCm2, developerId, holding: "unsold" })
const undelivered = (areaCm2: number, buyer: string) => unit({ areaCm2, ownerIds: [buyer], holding: "soldUndelivered" })

const area = "解释8"
const headed = "解释9"
const together = "解释9（共有人一票）"
const local = "宁波18（不计车位），解释2"

export const headsCases: HeadsCase[] = [
  { article: headed, name: "no units, no heads", units: [], parking: "counted", heads: [] },
  {
    article: headed,
    name: "one unit is one head",
    units: [home(985_300, "A")],
    parking: "counted",
    heads: [["owner:A", 985_300]],
  },
  {
    article: headed,
    name: "two owners of a unit each are two heads",
    units: [home(100, "A"), home(200, "B")],
    parking: "counted",
    heads: [
      ["owner:A", 100],
      ["owner:B", 200],
    ],
  },
  {
    article: headed,
    name: "one buyer of three units is one head with their areas added",
    units: [home(100, "A"), home(200, "A"), home(300, "A")],
    parking: "counted",
    heads: [["owner:A", 600]],
  },
  {
    article: headed,
    name: "and wherever they stand on the list",
    units: [home(100, "A"), home(50, "B"), home(300, "A")],
    parking: "counted",
    heads: [
      ["owner:A", 400],
      ["owner:B", 50],
    ],
  },
  {
    article: together,
    name: "a couple that owns a flat together is one head",
    units: [home(100, "A", "B")],
    parking: "counted",
    heads: [["owner:A+B", 100]],
  },
  {
    article: together,
    name: "in whichever order the deeds name them",
    units: [home(100, "B", "A"), home(200, "A", "B")],
    parking: "counted",
    heads: [["owner:A+B", 300]],
  },
  {
    article: together,
    name: "a name that stands twice on a deed is one person",
    units: [home(100, "A", "A")],
    parking: "counted",
    heads: [["owner:A", 100]],
  },
  {
    article: together,
    name: "three heirs of one flat are one head",
    units: [home(100, "C", "A", "B")],
    parking: "counted",
    heads: [["owner:A+B+C", 100]],
  },
  {
    article: together,
    name: "what A owns alone and what A and B own together are two heads",
    units: [home(100, "A"), home(200, "A", "B")],
    parking: "counted",
    heads: [
      ["owner:A", 100],
      ["owner:A+B", 200],
    ],
  },
  {
    article: together,
    name: "A with B and A with C are two heads",
    units: [home(100, "A", "B"), home(200, "A", "C")],
    parking: "counted",
    heads: [
      ["owner:A+B", 100],
      ["owner:A+C", 200],
    ],
  },
  {
    article: headed,
    name: "all the developer has not sold is one head",
    units: [unsold(100), unsold(200), unsold(300)],
    parking: "counted",
    heads: [["developer:d", 600]],
  },
  {
    article: headed,
    name: "what is sold and not handed over is the developer's head still",
    units: [undelivered(100, "A")],
    parking: "counted",
    heads: [["developer:d", 100]],
  },
  {
    article: headed,
    name: "unsold and undelivered together are one head",
    units: [unsold(100), undelivered(200, "A"), undelivered(300, "B")],
    parking: "counted",
    heads: [["developer:d", 600]],
  },
  {
    article: headed,
    name: "a buyer with one flat handed over and one not is a head, and so is the developer",
    units: [home(100, "A"), undelivered(200, "A")],
    parking: "counted",
    heads: [
      ["owner:A", 100],
      ["developer:d", 200],
    ],
  },
  {
    article: headed,
    name: "two developers are two heads",
    units: [unsold(100, "d"), unsold(200, "e")],
    parking: "counted",
    heads: [
      ["developer:d", 100],
      ["developer:e", 200],
    ],
  },
  {
    article: headed,
    name: "unsold units of a developer nobody named are one head",
    units: [unsold(100, null), unsold(200, null)],
    parking: "counted",
    heads: [["developer:unknown", 300]],
  },
  {
    article: headed,
    name: "a flat the developer has in its own name joins its unsold ones",
    units: [home(100, "d"), unsold(200)],
    parking: "counted",
    heads: [["developer:d", 300]],
  },
  {
    article: headed,
    name: "and so when the register calls it an organization",
    units: [home(100, "organization:d"), unsold(200)],
    parking: "counted",
    heads: [["developer:d", 300]],
  },
  {
    article: together,
    name: "a flat the developer owns with a buyer is a head of both",
    units: [home(100, "d", "A"), unsold(200)],
    parking: "counted",
    heads: [
      ["owner:A+d", 100],
      ["developer:d", 200],
    ],
  },
  {
    article: headed,
    name: "a unit of an unknown owner stays a head, lest the whole shrink",
    units: [unit({ unitId: "404室" }), home(200, "A")],
    parking: "counted",
    heads: [
      ["unit:404室", 100],
      ["owner:A", 200],
    ],
  },
  {
    article: headed,
    name: "two units of unknown owners are two heads",
    units: [unit({ unitId: "1室" }), unit({ unitId: "2室" })],
    parking: "counted",
    heads: [
      ["unit:1室", 100],
      ["unit:2室", 100],
    ],
  },
  {
    article: "解释2",
    name: "a parking space that is a 专有部分 adds its area",
    units: [home(985_300, "A"), parking(125_000, "A")],
    parking: "counted",
    heads: [["owner:A", 1_110_300]],
  },
  {
    article: local,
    name: "where parking is not counted its area is left out",
    units: [home(985_300, "A"), parking(125_000, "A")],
    parking: "notCounted",
    heads: [["owner:A", 985_300]],
  },
  {
    article: "解释2",
    name: "who owns a parking space only is a head where it counts",
    units: [home(100, "A"), parking(20, "B")],
    parking: "counted",
    heads: [
      ["owner:A", 100],
      ["owner:B", 20],
    ],
  },
  {
    article: local,
    name: "and drops out of the roll where it does not",
    units: [home(100, "A"), parking(20, "B")],
    parking: "notCounted",
    heads: [["owner:A", 100]],
  },
  {
    article: local,
    name: "the developer's unsold parking alone makes it no head there",
    units: [home(100, "A"), unit({ isParking: true, holding: "unsold" })],
    parking: "notCounted",
    heads: [["owner:A", 100]],
  },
  {
    article: local,
    name: "an estate of nothing but parking has no heads there",
    units: [parking(20, "A"), parking(20, "B")],
    parking: "notCounted",
    heads: [],
  },
  {
    article: area,
    name: "areas are added to the square centimetre",
    units: [home(985_301, "A"), home(1, "A"), home(1_234_567, "A")],
    parking: "counted",
    heads: [["owner:A", 2_219_869]],
  },
  {
    article: area,
    name: "a unit whose area nobody entered is still a head",
    units: [home(0, "A"), home(100, "B")],
    parking: "counted",
    heads: [
      ["owner:A", 0],
      ["owner:B", 100],
    ],
  },
]
