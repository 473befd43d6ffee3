import { z } from "zod"
import { choice, phone, version } from "~/people/form-fields"
import { speak } from "~/web/refusals"
import { estatesRefusals } from "./refusals"
import { readShare } from "./rules"
import { UnitForm } from "./unit-form"
import type { OwnerEntry } from "./unit-owners"

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
