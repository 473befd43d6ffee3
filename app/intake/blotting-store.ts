import { and, asc, eq, or } from "drizzle-orm"
import type { Reader, Writer } from "#db/client"
import { issues, supports } from "#db/schema/intake"
import { surnameOf } from "~/law/names"
import { blottedName } from "~/people/blotting-rules"
import { plainName } from "~/people/rules"
import type { Ctx } from "~/web/context"
import { formatIssueNumber } from "./issue-number"
import { searchTextOf } from "./rules"
import { type Issue, isIssue, type Support } from "./store"

/** A person of the register, as issues know them: by what was told when they spoke up. */
export type Told = {
  name: string
  phone: string | null
  /** Someone else bears the name too, so that the name alone says nothing. */
  hasNamesake: boolean
}

/**
 * Whether what stands on an issue means this person: their phone with no other surname beside it, or, where no phone
 * was told, their whole name while nobody else bears it.
 */
export function isToldOf(person: Told, told: { name: string; phone: string }): boolean {
  const phone = told.phone.replace(/\D/g, "")
  if (phone !== "")
    return (
      phone === (person.phone ?? "").replace(/\D/g, "") &&
      (told.name.trim() === "" || surnameOf(told.name) === surnameOf(person.name))
    )
  return !person.hasNamesake && plainName(told.name) === plainName(person.name)
}

/** The issues a person brought in, and those they joined with the words of their support; the oldest first. */
export async function listIssuesOfPerson(
  q: Reader,
  communityId: string,
  person: Told,
): Promise<{ reported: Issue[]; supported: { issue: Issue; support: Support }[] }> {
  const reported = await q
    .select()
    .from(issues)
    .where(
      and(
        eq(issues.communityId, communityId),
        or(
          eq(issues.reporterName, person.name),
          person.phone === null ? undefined : eq(issues.reporterPhone, person.phone),
        ),
      ),
    )
    .orderBy(asc(issues.id))
  const joined = await q
    .select({ issue: issues, support: supports })
    .from(supports)
    .innerJoin(issues, and(eq(issues.communityId, supports.communityId), eq(issues.id, supports.issueId)))
    .where(
      and(
        eq(supports.communityId, communityId),
        or(eq(supports.name, person.name), person.phone === null ? undefined : eq(supports.phone, person.phone)),
      ),
    )
    .orderBy(asc(supports.id))
  return {
    reported: reported.filter(issue => isToldOf(person, { name: issue.reporterName, phone: issue.reporterPhone })),
    supported: joined.filter(({ support }) => isToldOf(person, support)),
  }
}

/**
 * Inner step: name and phone of someone are blotted out of the issues they brought in or joined, in the fields and in
 * the words themselves; the matter stays. Returns how many rows.
 */
export async function blotIssuesIn(
  q: Writer,
  ctx: Pick<Ctx, "community">,
  person: Told,
): Promise<{ issues: number; supports: number }> {
  const communityId = ctx.community.id
  const { reported, supported } = await listIssuesOfPerson(q, communityId, person)
  const blot = (text: string) => blotText(text, person)
  for (const issue of reported) {
    const set = {
      title: blot(issue.title),
      content: blot(issue.content),
      place: blot(issue.place),
      note: blot(issue.note),
      extra: Object.fromEntries(Object.entries(issue.extra).map(([heading, text]) => [heading, blot(text)])),
      reporterName: blottedName,
      reporterPhone: "",
    }
    const told = [formatIssueNumber(ctx, issue), set.title, set.content, set.place, set.reporterName]
    await q
      .update(issues)
      .set({ ...set, searchText: searchTextOf(told), version: issue.version + 1 })
      .where(isIssue({ communityId, issueId: issue.id }))
  }
  for (const { support } of supported)
    await q
      .update(supports)
      .set({ name: blottedName, phone: "", content: blot(support.content) })
      .where(and(eq(supports.communityId, communityId), eq(supports.id, support.id)))
  return { issues: reported.length, supports: supported.length }
}

function blotText(text: string, { name, phone }: Told): string {
  const withoutName = name.length > 1 ? text.replaceAll(name, blottedName) : text
  return phone ? withoutName.replaceAll(phone, blottedName) : withoutName
}
