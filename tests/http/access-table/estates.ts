import { must } from "#tests/chamber/factories"
import { aBuilding, anEstate, aUnit } from "#tests/estates/factories"
import { assignBuilding } from "~/estates/assignments"
import { type Row, staff } from "../access-row"
import { aPersonApart } from "../access-things"
import type { House } from "../access-world"

const base = "/c/:community/registers/estates"
const once = () => crypto.randomUUID().slice(0, 18)

const estateAt = ({ things }: House) => `/registers/estates/${things.estateId}`
const buildingAt = (house: House) => `${estateAt(house)}/buildings/${house.things.buildingId}`

const estateFacts = () => ({ name: once(), address: "", developerId: "", propertyCompanyId: "", note: "" })
const buildingFacts = () => ({ name: once(), gridId: "", residentGroupId: "", note: "" })
const unitFacts = () => ({
  label: once(),
  kind: "home",
  area: "98.53",
  areaSource: "register",
  holding: "owned",
  note: "",
})

export const estateRows: Row[] = [
  { pattern: base, at: () => "/registers/estates", read: staff },
  { pattern: `${base}/template.xlsx`, at: () => "/registers/estates/template.xlsx", read: staff },
  {
    pattern: `${base}/new`,
    at: () => "/registers/estates/new",
    read: staff,
    acts: [{ by: staff, press: async () => ({ at: "/registers/estates/new", form: estateFacts() }) }],
  },
  {
    pattern: `${base}/:estateId`,
    at: estateAt,
    read: staff,
    acts: [{ by: staff, press: async house => ({ at: estateAt(house), form: buildingFacts() }) }],
  },
  {
    pattern: `${base}/:estateId/edit`,
    at: house => `${estateAt(house)}/edit`,
    read: staff,
    acts: [
      {
        by: staff,
        press: async house => ({
          at: `/registers/estates/${await anotherEstate(house)}/edit`,
          form: { version: "1", ...estateFacts() },
        }),
      },
    ],
  },
  {
    pattern: `${base}/:estateId/buildings/:buildingId`,
    at: buildingAt,
    read: staff,
    acts: [
      {
        intent: "assign",
        by: staff,
        press: async house => ({
          at: buildingAt(house),
          form: {
            intent: "assign",
            personId: await aPersonApart(house.ctx.secretary),
            duty: "volunteer",
            since: "2026-01-01",
            until: "",
          },
        }),
      },
      {
        intent: "endAssignment",
        by: staff,
        press: async house => {
          const { assignmentId } = must(
            await assignBuilding(house.ctx.secretary, {
              buildingId: house.things.buildingId,
              person: { personId: await aPersonApart(house.ctx.secretary) },
              duty: "leader",
              since: "2026-01-01",
              until: null,
            }),
          )
          const form = { intent: "endAssignment", assignmentId, version: "1", until: "2026-06-30" }
          return { at: buildingAt(house), form }
        },
      },
    ],
  },
  {
    pattern: `${base}/:estateId/buildings/:buildingId/edit`,
    at: house => `${buildingAt(house)}/edit`,
    read: staff,
    acts: [
      {
        by: staff,
        press: async house => {
          const buildingId = await aBuilding(house.ctx.secretary, house.things.estateId, { name: once() })
          return {
            at: `${estateAt(house)}/buildings/${buildingId}/edit`,
            form: { version: "1", ...buildingFacts() },
          }
        },
      },
    ],
  },
  {
    pattern: `${base}/:estateId/buildings/:buildingId/units/new`,
    at: house => `${buildingAt(house)}/units/new`,
    read: staff,
    acts: [{ by: staff, press: async house => ({ at: `${buildingAt(house)}/units/new`, form: unitFacts() }) }],
  },
  {
    pattern: `${base}/:estateId/units/:unitId`,
    at: house => `${estateAt(house)}/units/${house.things.unitId}`,
    read: staff,
    acts: [
      {
        intent: "edit",
        by: staff,
        press: async house => ({
          at: `${estateAt(house)}/units/${await anotherUnit(house)}`,
          form: { intent: "edit", version: "1", ...unitFacts() },
        }),
      },
      {
        intent: "owners",
        by: staff,
        press: async house => ({
          at: `${estateAt(house)}/units/${await anotherUnit(house)}`,
          form: { intent: "owners", version: "1", owner1Name: `申九${once()}`, owner1Phone: "", owner1Share: "" },
        }),
      },
    ],
  },
]

const anotherEstate = async ({ ctx }: House) => anEstate(ctx.secretary, { name: once() })
const anotherUnit = async ({ ctx, things }: House) => aUnit(ctx.secretary, things.buildingId, { label: once() })
