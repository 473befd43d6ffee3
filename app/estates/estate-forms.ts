import { z } from "zod"
import { areaSources, buildingDuties, unitHoldings, unitKinds } from "#db/schema/estates"
import { choice, date, laterDate, line, neededLine, phone, version } from "~/people/form-fields"
import { speak } from "~/web/refusals"
import { estatesRefusals } from "./refusals"
import { readArea, readShare } from "./rules"
import type { OwnerEntry } from "./unit-owners"

export const EstateForm = z.object({
  name: neededLine(40, "请填小区名称"),
  address: line(100),
  developerId: choice,
  propertyCompanyId: choice,
  note: line(200),
})
export const EstateChangeForm = EstateForm.extend({ version })

export const BuildingForm = z.object({
  name: neededLine(30, "请填楼栋名称"),
  gridId: choice,
  residentGroupId: choice,
  note: line(200),
})
export const BuildingChangeForm = BuildingForm.extend({ version })

/** 平方米 as written in the deed; what cannot be read exactly is refused beside the field. */
const area = z
  .string()
  .trim()
  .min(1, "请填建筑面积")
  .transform((text, context) => {
    const read = readArea(text)
    if (read.ok) return read.value
    context.addIssue({ code: "custom", message: speak(estatesRefusals, read) })
    return z.NEVER
  })

export const UnitForm = z.object({
  label: neededLine(40, "请填房号"),
  kind: z.enum(unitKinds, "请选用途"),
  area,
  areaSource: z.enum(areaSources, "请选面积依据"),
  holding: z.enum(unitHoldings, "请选交付状态"),
  note: line(200),
})

export const unitFactsOf = ({ area: areaCm2, ...facts }: z.output<typeof UnitForm>) => ({ ...facts, areaCm2 })

export const AssignForm = z
  .object({
    intent: z.literal("assign"),
    personId: z.string().max(60).optional(),
    name: line(30),
    phone,
    duty: z.enum(buildingDuties, "请选职责"),
    since: date,
    until: laterDate,
  })
  .refine(typed => typed.personId || typed.name, { path: ["name"], message: "请填姓名" })
export const EndForm = z.object({
  intent: z.literal("endAssignment"),
  assignmentId: z.string().max(60),
  version,
  until: date,
})
export const BuildingPageForm = z.discriminatedUnion("intent", [AssignForm, EndForm])

/** How many lines of owners a form has at least, and how many empty ones below those filled. */
const [fewestLines, emptyLines, mostLines] = [3, 2, 20]
export const ownerLines = (owners: number): number => Math.min(mostLines, Math.max(fewestLines, owners + emptyLines))

const share = z
  .string()
  .default("")
  .transform((text, context) => {
    const read = readShare(text)
    if (read.ok) return read.value
    context.addIssue({ code: "custom", message: speak(estatesRefusals, read) })
    return z.NEVER
  })
const text = z.string().trim().max(60, "最多60个字").default("")

const ownerFields = Object.fromEntries(
  Array.from({ length: mostLines }, (_, at) => at + 1).flatMap(at => [
    [`owner${at}Name`, text],
    [`owner${at}Phone`, phone],
    [`owner${at}Share`, share],
    [`owner${at}PersonId`, text],
    [`owner${at}KnownName`, text],
    [`owner${at}OrganizationId`, choice],
  ]),
) as Record<string, typeof text | typeof phone | typeof share | typeof choice>

export const EditUnitForm = UnitForm.extend({ intent: z.literal("edit"), version })
export const OwnersForm = z.object({ intent: z.literal("owners"), version, ...ownerFields })
export const UnitPageForm = z.discriminatedUnion("intent", [EditUnitForm, OwnersForm])

/** The owners of a form's lines, and which line each stands on; a line without name and 单位 is passed over. */
export function ownersOf(typed: Record<string, unknown>): { owners: OwnerEntry[]; lines: number[] } {
  const owners: OwnerEntry[] = []
  const lines: number[] = []
  for (let at = 1; at <= mostLines; at++) {
    const read = <T>(field: string) => typed[`owner${at}${field}`] as T
    const [name, organizationId] = [read<string>("Name"), read<string | null>("OrganizationId")]
    if (!name && !organizationId) continue
    // Another name typed over the old one is another owner, not a new name of the old one.
    const isKnown = read<string>("PersonId") !== "" && name === read<string>("KnownName")
    const who = organizationId
      ? { organizationId }
      : isKnown
        ? { personId: read<string>("PersonId") }
        : { name, phone: read<string | null>("Phone") }
    owners.push({ who, share: read<OwnerEntry["share"]>("Share") })
    lines.push(at)
  }
  return { owners, lines }
}
